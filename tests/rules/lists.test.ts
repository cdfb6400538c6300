import { access, readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { ops } from '../../src/ops'
import { inRepository } from '../support/shared'

const folders = (await readdir(inRepository('src/ops'), { withFileTypes: true }))
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const known = JSON.parse(await readFile(inRepository('tests/rules/op-ids.json'), 'utf8')) as Record<string, number>

test('the list of operations and their folders agree', () => {
  expect(Object.keys(ops).sort()).toEqual(folders.sort())
  for (const [id, op] of Object.entries(ops)) expect(op.id).toBe(id)
})

test.each(folders)('%s has a runner beside its declaration', async (folder) => {
  await access(inRepository(`src/ops/${folder}/run.ts`))
})

test('no operation that was ever released has vanished or gone back in its version', () => {
  for (const [id, v] of Object.entries(known)) {
    const op = Object.values(ops).find((one) => one.id === id)
    expect(op, `${id} is in old projects`).toBeDefined()
    expect(op?.v, `${id} went back from version ${v}`).toBeGreaterThanOrEqual(v)
  }
})

test('tests/rules/op-ids.json knows every operation, with its present version', () => {
  expect(known).toEqual(Object.fromEntries(Object.values(ops).map(({ id, v }) => [id, v])))
})
