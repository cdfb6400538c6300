import { expect, test } from 'vitest'
import { connectionAllowlist, contentSecurityPolicy, fixedHeaders, permissionsPolicy, securityHeaders } from './seal'

const directive = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((one) => one.startsWith(`${name} `))
    ?.slice(name.length + 1)

test('the policy begins with nothing and names our own origin alone', () => {
  const policy = contentSecurityPolicy()
  expect(directive(policy, 'default-src')).toBe("'none'")
  expect(directive(policy, 'script-src')).toBe("'self' 'wasm-unsafe-eval'")
  expect(directive(policy, 'require-trusted-types-for')).toBe("'script'")
  expect(directive(policy, 'trusted-types')).toBe('default')
  expect(directive(policy, 'frame-ancestors')).toBe("'none'")
  for (const word of ["'unsafe-inline'", "'unsafe-eval'", '*', 'https:', 'http:', 'ws']) expect(policy.split(/[ ;]+/)).not.toContain(word)
})

test('the page itself may connect to nothing, and its meta names no directive that a meta cannot set', () => {
  const policy = contentSecurityPolicy('meta')
  expect(directive(policy, 'connect-src')).toBe("'none'")
  expect(policy).not.toMatch(/frame-ancestors|report-uri|sandbox/)
})

test('the allowlist holds each address once, with an empty query pinned', () => {
  expect(connectionAllowlist('https://shop.example', ['/', '/a b.js', '/', '/parts/x.bin'])).toBe(
    '("https://shop.example/?" "https://shop.example/a%20b.js?" "https://shop.example/parts/x.bin?")',
  )
})

test('every header value is one line of plain characters, as headers must be', () => {
  const headers = securityHeaders('https://shop.example', ['/', '/é.js'])
  expect(Object.keys(headers)).toEqual([...Object.keys(fixedHeaders()), 'Connection-Allowlist'])
  for (const value of Object.values(headers)) expect(value).toMatch(/^[\x20-\x7e]+$/)
})

test('no feature is left on', () => {
  for (const feature of permissionsPolicy().split(', ')) expect(feature).toMatch(/^[a-z-]+=\(\)$/)
})
