import { expect, it } from 'vitest'
import { type Entry, firstFault, follow } from '../core/ledger'
import { newestFirst, tellBody, toLines } from './entries'

it('writes JSON Lines that still verify when read back', async () => {
  const first = await follow(null, '2026-11-23T10:00:00.000Z', 'import', { name: 'a "quoted"\nname.jpg', bytes: 12 })
  const second = await follow(first, '2026-11-23T10:00:01.000Z', 'delete', { photos: 1 })
  const read = toLines([first, second])
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry)
  expect(read).toHaveLength(2)
  expect(await firstFault(read)).toBeNull()
  expect(newestFirst(read, 'all').map(({ n }) => n)).toEqual([1, 0])
  expect(newestFirst(read, 'import')).toEqual([first])
})

it('says bytes as sizes, cuts hashes short and leaves out what is empty', () => {
  expect(tellBody({ doc: { cutout: 'fine', turn: 1, sku: '', backdrop: null } })).toEqual([['doc', 'cutout fine, turn 1']])
  expect(tellBody({ bytes: 44_342_436, sha256: 'ab'.repeat(32), name: 'mug.jpg', none: null, hashes: ['a', 'b', 'c', 'd'] })).toEqual([
    ['bytes', '44.3 MB'],
    ['sha256', 'abababab…'],
    ['name', 'mug.jpg'],
    ['hashes', '4 of them'],
  ])
})
