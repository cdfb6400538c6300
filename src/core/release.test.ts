import { expect, test } from 'vitest'
import { changesBetween, type Release, sumsText } from './release'

const release = (version: string, files: Record<string, string>): Release => ({ version, files: Object.entries(files) })

test('two versions are told apart by what each file holds, not by its name alone', () => {
  const now = release('1', { 'a.js': '11', 'b-1f.js': '22', 'index.html': '33' })
  const next = release('2', { 'a.js': '11', 'b-2e.js': '44', 'index.html': '55' })
  expect(changesBetween(now, next)).toEqual({ changed: ['index.html'], added: ['b-2e.js'], removed: ['b-1f.js'] })
  expect(changesBetween(now, now)).toEqual({ changed: [], added: [], removed: [] })
  expect(sumsText(now.files)).toBe('11  a.js\n22  b-1f.js\n33  index.html\n')
})
