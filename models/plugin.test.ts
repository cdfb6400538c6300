import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { inRepository } from '../tests/support/shared'
import { shelf } from './plugin'

test('the library for Content Credentials is left no way to ask the network', async () => {
  const file = inRepository('node_modules/@contentauth/c2pa-wasm/pkg/c2pa.js')
  const before = await readFile(file, 'utf8')
  const { transform } = shelf()
  if (typeof transform !== 'object') throw new TypeError('the shelf changes nothing')
  const { filter, handler } = transform as unknown as {
    filter: { id: readonly RegExp[] }
    handler(code: string, id: string): { code: string }
  }
  expect(filter.id.some((pattern) => pattern.test(file))).toBe(true)
  const { code } = handler(before, file)
  expect(before.match(/\bfetch\(/g)).toHaveLength(3)
  expect(code).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/)
})
