import { expect, test } from 'vitest'
import { isAtWork, unattended } from './unattended'

test('there is work until the last of it has ended, well or not', async () => {
  expect(isAtWork()).toBe(false)
  let [end, fail] = [() => {}, () => {}]
  const one = unattended(new Promise<void>((done) => (end = done)))
  const other = unattended(new Promise<void>((_, failed) => (fail = () => failed(new Error('disk full')))))
  end()
  await one
  expect(isAtWork()).toBe(true)
  fail()
  await expect(other).rejects.toThrow('disk full')
  expect(isAtWork()).toBe(false)
})
