import { expect, test } from 'vitest'
import { fixedHeaders, securityHeaders } from '../core/seal'
import { hostFiles } from './files'

const paths = ['/', '/index.html', ...Array.from({ length: 90 }, (_, n) => `/assets/chunk-${n}-0123456789.js`)]
const known = hostFiles({ origin: 'https://shop.example', base: '/', paths })
const unknown = hostFiles({ origin: null, base: '/', paths })
const all = securityHeaders('https://shop.example', paths)

test('_headers and vercel.json set the whole seal on every path', () => {
  const lines = known._headers?.split('\n') ?? []
  const rule = lines.slice(lines.indexOf('/*') + 1, lines.indexOf('/assets/*'))
  expect(rule).toEqual(Object.entries(all).map(([name, value]) => `  ${name}: ${value}`))
  const { headers } = JSON.parse(known['vercel.json'] ?? '') as { headers: { source: string; headers: { key: string; value: string }[] }[] }
  expect(headers[0]?.source).toBe('/(.*)')
  expect(Object.fromEntries(headers[0]?.headers.map(({ key, value }) => [key, value]) ?? [])).toEqual(all)
})

test('nginx gets every value whole, in words it takes, and on errors too', () => {
  const text = known['nginx.conf'] ?? ''
  const set = new Map([...text.matchAll(/^set (\$\w+) "((?:[^"\\]|\\.)*)";$/gm)].map(([, name, value]) => [name, value]))
  for (const [name, value] of Object.entries(all)) {
    const written = new RegExp(`^add_header ${name} "((?:[^"\\\\]|\\\\.)*)" always;$`, 'm').exec(text)?.[1] ?? ''
    const whole = written.replace(/\$vitrine_\d+_\d+/g, (variable) => set.get(variable) ?? '')
    expect(whole.replace(/\\(.)/g, '$1'), name).toBe(value)
  }
  for (const word of text.match(/"(?:[^"\\]|\\.)*"/g) ?? []) expect(word.length).toBeLessThan(4096)
})

test('Caddy gets every value, quoted', () => {
  const text = known.Caddyfile ?? ''
  expect(text).toMatch(/^https:\/\/shop\.example \{$/m)
  for (const [name, value] of Object.entries(all)) expect(text).toContain(`    ${name} "${value.replace(/"/g, '\\"')}"\n`)
})

test('without an address each file leaves the one header out that needs it, and the ones with comments say so', () => {
  for (const text of Object.values(unknown)) expect(text).not.toMatch(/Connection-Allowlist["\s:]+[("\\]+http/)
  for (const name of ['_headers', 'nginx.conf', 'Caddyfile']) expect(unknown[name]).toContain('# Connection-Allowlist is left out')
  for (const name of Object.keys(fixedHeaders())) for (const text of Object.values(unknown)) expect(text).toContain(name)
})
