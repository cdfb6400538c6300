import { expect, it } from 'vitest'
import { type Entry, follow } from '../core/ledger'
import { matching, tellLine } from './entries'

it('finds lines by what was done and by any words in them, newest first', async () => {
  const first = await follow(null, '2026-11-23T10:00:00.000Z', 'import', { name: 'Autumn mug.jpg', photo: 'p1' })
  const second = await follow(first, '2026-11-23T10:00:01.000Z', 'export', { photo: 'p1' })
  const third = await follow(second, '2026-11-23T10:00:02.000Z', 'delete', { photo: 'p2' })
  const all = [first, second, third].map((entry) => ({ ...entry, details: entry === second ? { file: 'MUG-7-amazon.jpg' } : null }))
  expect(matching(all, 'all', '').map(({ n }) => n)).toEqual([2, 1, 0])
  expect(matching(all, 'import', '')).toEqual([all[0]])
  expect(matching(all, 'all', ' mug  p1')).toEqual([all[1], all[0]])
  expect(matching(all, 'all', third.hash)).toEqual([all[2]])
  expect(matching(all, 'export', 'p2')).toEqual([])
})

it('says bytes as sizes, cuts hashes short, leaves out what is empty, and tells details in place of their hash', async () => {
  const told = async (body: Entry['body'], details: Entry['body'] | null = null) =>
    tellLine({ ...(await follow(null, '2026-11-23T10:00:00.000Z', 'edit', body)), details })
  const details = 'cd'.repeat(32)
  expect(await told({ photo: 'p1', details }, { doc: { cutout: 'fine', turn: 1, sku: '', backdrop: null } })).toEqual([
    ['photo', 'p1'],
    ['doc', 'cutout fine, turn 1'],
  ])
  expect(await told({ photo: 'p1', details })).toEqual([
    ['photo', 'p1'],
    ['details', 'gone with their project'],
  ])
  expect(await told({ bytes: 44_342_436, sha256: 'ab'.repeat(32), name: 'mug.jpg', none: null, hashes: ['a', 'b', 'c', 'd'] })).toEqual([
    ['bytes', '44.3 MB'],
    ['sha256', 'abababab…'],
    ['name', 'mug.jpg'],
    ['hashes', '4 of them'],
  ])
})
