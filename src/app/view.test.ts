import { describe, expect, it } from 'vitest'
import { type MatteFacts, type Photo, PhotoDoc, type PhotoState } from '../core/project'
import { arrange, lookText, statusText, tally } from './view'

const matte: MatteFacts = { area: 0.2, box: [0, 0, 1, 1], uncertain: 0, confidence: null, look: ['touches-frame', 'faint-edge'] }
const photo = (id: string, name: string, state: PhotoState, look = false): Photo => ({
  id,
  name,
  state,
  order: 0,
  project: 'a',
  bytes: 1,
  file: null,
  facts: null,
  thumb: null,
  matte: look ? matte : null,
  doc: PhotoDoc.parse({}),
})
const failed = (code: string): PhotoState => ({ at: 'failed', fault: { code, sentence: '', remedy: '', retry: true } })
const list = [
  photo('1', 'b10.jpg', { at: 'done' }),
  photo('2', 'b9.jpg', { at: 'done' }, true),
  photo('3', 'a.jpg', failed('truncated')),
  photo('4', 'c.jpg', { at: 'working', share: 0.428, doing: 'Cutting out' }, true),
  photo('5', 'd.jpg', failed('cancelled')),
]
const photos = new Map(list.map((one) => [one.id, one]))
const ids = [...photos.keys()]

describe('the list', () => {
  it('keeps the order of adding without a copy', () => expect(arrange(ids, photos, 'all', 'added')).toBe(ids))
  it('sorts names as people count', () => expect(arrange(ids, photos, 'all', 'name')).toEqual(['3', '2', '1', '4', '5']))
  it('puts what needs a person first', () => expect(arrange(ids, photos, 'all', 'state')).toEqual(['3', '5', '2', '4', '1']))
  it('puts the least sure cutout first, then those nothing is known of, then what is not cut out', () => {
    const sure = (id: string, confidence: number | null, state: PhotoState = { at: 'done' }): Photo => ({
      ...photo(id, id, state),
      matte: { ...matte, look: [], confidence },
    })
    const all = [sure('a', null), sure('b', 0.9), sure('c', 0.41), sure('d', 0, { at: 'waiting' }), sure('e', 0)]
    const known = new Map(all.map((one) => [one.id, one]))
    expect(arrange([...known.keys()], known, 'all', 'confidence')).toEqual(['e', 'c', 'b', 'a', 'd'])
    expect(arrange([...known.keys()], known, 'look', 'added')).toEqual(['c', 'e'])
    expect(all.map(lookText)).toEqual(['', '', 'Needs a look: likely wrong (41 % sure)', '', 'Needs a look: likely wrong (0 % sure)'])
  })
  it('shows only finished photos under "needs a look"', () => expect(arrange(ids, photos, 'look', 'added')).toEqual(['2']))
  it('shows what failed', () => expect(arrange(ids, photos, 'failed', 'added')).toEqual(['3', '5']))
})

describe('the words of a card', () => {
  it('says the state', () => {
    expect(list.map(statusText)).toEqual(['Done', 'Done', 'Failed', 'Cutting out 42 %', 'Cancelled'])
  })
  it('says why to look, once it is done', () => {
    expect(list.map(lookText)).toEqual(['', 'Needs a look: touches the frame, faint edge', '', '', ''])
  })
})

it('counts', () => {
  expect(tally(photos)).toEqual({ total: 5, done: 2, look: 1, failed: 1, cancelled: 1, worked: 4.428 })
})
