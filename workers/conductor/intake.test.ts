import { beforeAll, describe, expect, it } from 'vitest'
import { type Photo, PhotoDoc } from '../../src/core/project'
import type { Cabinet, Database } from '../../src/store/database'
import { cabinetOf } from '../../tests/support/vault'
import { cardsFor, notStored, takeIn } from './intake'

const doc = PhotoDoc.parse({})
const file = (name: string, text = 'picture') => new File([text], name)
const card = (name: string): Photo => cardsFor('p', [file(name)], doc, [])[0] as Photo

/** A database whose every write fails as a full disk does. */
const database = {
  transaction() {
    throw new DOMException('no room', 'QuotaExceededError')
  },
} as unknown as Database
let full: Cabinet
beforeAll(async () => {
  full = await cabinetOf(database)
  await full.keys.create('p')
})

describe('taking photos in', () => {
  it('a full disk is said on the card, with what to free', async () => {
    const photo = await takeIn(full, card('a.jpg'), file('a.jpg'))
    expect(photo.state).toMatchObject({ at: 'failed', fault: { code: 'storage-full', retry: true } })
    expect(photo.state.at === 'failed' && photo.state.fault.remedy).toContain('This device')
  })

  it('a file that can no longer be read says where to put it', async () => {
    const gone = Object.assign(file('a.jpg'), { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) })
    expect((await takeIn(full, card('a.jpg'), gone)).state).toMatchObject({ at: 'failed', fault: { code: 'unreadable' } })
  })

  it('a file too large for any tab is refused unread', async () => {
    const huge = Object.defineProperty(file('a.tif'), 'size', { value: 5e8 })
    expect((await takeIn(full, card('a.tif'), huge)).state).toMatchObject({ at: 'failed', fault: { code: 'too-large' } })
  })

  it('new photos follow those that are there; one that was lost is taken back into its place', () => {
    const lost: Photo = { ...card('lost.jpg'), id: 'lost', order: 2, state: { at: 'failed', fault: notStored } }
    const last: Photo = { ...card('last.jpg'), order: 7, state: { at: 'done' } }
    const cards = cardsFor('p', [file('new.jpg'), file('lost.jpg')], doc, [lost, last])
    expect(cards.map(({ id, order }) => [id === 'lost', order])).toEqual([
      [false, 8],
      [true, 2],
    ])
  })
})
