import { expect, it } from 'vitest'
import { follow } from '../core/ledger'
import { matching, tellBody } from './entries'

it('finds lines by what was done and by any words in them, newest first', async () => {
  const first = await follow(null, '2026-11-23T10:00:00.000Z', 'import', { name: 'Autumn mug.jpg', photo: 'p1' })
  const second = await follow(first, '2026-11-23T10:00:01.000Z', 'export', { file: 'MUG-7-amazon.jpg', photo: 'p1' })
  const third = await follow(second, '2026-11-23T10:00:02.000Z', 'delete', { photo: 'p2' })
  const all = [first, second, third]
  expect(matching(all, 'all', '').map(({ n }) => n)).toEqual([2, 1, 0])
  expect(matching(all, 'import', '')).toEqual([first])
  expect(matching(all, 'all', ' mug  p1')).toEqual([second, first])
  expect(matching(all, 'all', third.hash)).toEqual([third])
  expect(matching(all, 'export', 'p2')).toEqual([])
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
