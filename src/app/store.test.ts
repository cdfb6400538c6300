import { describe, expect, it } from 'vitest'
import type { VaultState } from '../core/client'
import { type Photo, PhotoDoc, type Project } from '../core/project'
import { EMPTY, take } from './store'

const project: Project = {
  id: 'a',
  name: 'Mugs',
  created: '2026-11-23T08:00:00Z',
  opened: '2026-11-23T08:00:00Z',
  brand: [0, 0, 0],
  cutout: 'fine',
  paused: false,
  added: null,
  retention: null,
  originals: 'keep',
}
const photo = (id: string, order: number, over: Partial<Photo> = {}): Photo => ({
  id,
  order,
  project: 'a',
  name: `${id}.jpg`,
  bytes: 1,
  file: null,
  state: { at: 'waiting' },
  facts: null,
  matte: null,
  thumb: null,
  doc: PhotoDoc.parse({}),
  ...over,
})
const opened = take(EMPTY, { opened: { project, photos: [photo('y', 2), photo('x', 1)], writable: true } })

const vault: VaultState = { lock: 'passphrase', open: true, idleMinutes: 10, wrong: 0, waitUntil: null }
const shut = { ...vault, open: false }

it('what is changed about a project is known of the one that is open, whatever it is', () => {
  const changed: Project = { ...project, name: 'Cups', retention: { hours: 24 }, originals: 'until-export' }
  const next = take(opened, { projects: [{ ...changed, photos: 2, done: 0, bytes: 2 }] })
  expect(next.project).toEqual(changed)
})

describe('take, of the vault', () => {
  it('stands before a locked vault, follows its wrong tries, and goes in when it opens', () => {
    const before = take(EMPTY, { vault: shut })
    expect(before).toEqual({ ...EMPTY, ready: true, vault: shut })
    const wrong = take(before, { vault: { ...shut, wrong: 1 } })
    expect(wrong).toMatchObject({ leaving: false, vault: { wrong: 1, open: false } })
    const inside = take(wrong, { vault, projects: [{ ...project, photos: 0, done: 0, bytes: 0 }] })
    expect(inside).toMatchObject({ ready: true, vault: { open: true } })
    expect(inside.projects).toHaveLength(1)
  })

  it('forgets everything when what was open is locked, and hears nothing more', () => {
    const left = take(take(opened, { vault }), { vault: shut })
    expect(left).toEqual({ ...EMPTY, leaving: true })
    expect(take(left, { opened: { project, photos: [photo('x', 1)], writable: true } })).toBe(left)
    expect(take(left, { vault })).toBe(left)
  })

  it('keeps what is shown when only the lock changes', () => {
    const next = take(take(opened, { vault }), { vault: { ...vault, idleMinutes: 30 } })
    expect(next.photos).toBe(opened.photos)
    expect(next.vault?.idleMinutes).toBe(30)
  })
})

describe('take', () => {
  it('opens a project with its photos in order', () => {
    expect(opened.ready).toBe(true)
    expect(opened.ids).toEqual(['x', 'y'])
  })

  it('keeps every photo that the news does not name, and the order, as the same objects', () => {
    const next = take(opened, { photos: [photo('x', 1, { state: { at: 'done' } })] })
    expect(next.photos.get('x')?.state.at).toBe('done')
    expect(next.photos.get('y')).toBe(opened.photos.get('y'))
    expect(next.ids).toBe(opened.ids)
    expect(opened.photos.get('x')?.state.at).toBe('waiting')
  })

  it('puts a photo that comes back in its old place', () => {
    const without = take(opened, { removed: ['x'] })
    expect(without.ids).toEqual(['y'])
    expect(take(without, { photos: [photo('x', 1)] }).ids).toEqual(['x', 'y'])
  })

  it('ignores photos of another project', () => {
    expect(take(opened, { photos: [photo('z', 3, { project: 'b' })] }).ids).toBe(opened.ids)
  })

  it('closes a project that is no longer among the projects, and follows a new name', () => {
    const summary = { ...project, photos: 2, done: 0, bytes: 2 }
    expect(take(opened, { projects: [{ ...summary, name: 'Cups' }] }).project?.name).toBe('Cups')
    const closed = take(opened, { projects: [] })
    expect(closed.project).toBeNull()
    expect(closed.ids).toEqual([])
  })

  it('keeps one notice of a kind', () => {
    const notice = { code: 'storage-full', sentence: 'No room.', remedy: 'Delete something.', retry: true }
    const twice = take(take(opened, { notice }), { notice: { ...notice, sentence: 'Still no room.' } })
    expect(twice.notices.map((one) => one.sentence)).toEqual(['Still no room.'])
  })
})
