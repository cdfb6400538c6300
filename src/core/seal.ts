/**
 * The seal: what a browser is told before it runs a line of ours, so that no script in the page can send a picture
 * anywhere. One source for the server, the header files of static hosts, the page's own `<meta>` and the service worker.
 */

/** Everything comes from our own origin, nothing is inline, no text becomes code (WebAssembly alone may be compiled). */
const directives: readonly (readonly [name: string, value: string])[] = [
  ['default-src', "'none'"],
  ['script-src', "'self' 'wasm-unsafe-eval'"],
  ['style-src', "'self'"],
  ['img-src', "'self' blob: data:"],
  ['font-src', "'self'"],
  ['connect-src', "'self'"],
  ['worker-src', "'self'"],
  ['manifest-src', "'self'"],
  ['media-src', "'none'"], // a video element fetches the URLs inside a blob: playlist
  ['object-src', "'none'"],
  ['frame-src', "'none'"],
  ['base-uri', "'none'"],
  ['form-action', "'none'"],
  ['trusted-types', 'default'],
  ['require-trusted-types-for', "'script'"],
]

/**
 * The policy as a header value, for everything the host answers, or as the content of the page's `<meta>`. The latter holds for
 * the page alone, whose code fetches nothing at all: the workers do, under the header. `frame-ancestors` has no meaning in it.
 */
export function contentSecurityPolicy(where: 'header' | 'meta' = 'header'): string {
  const all =
    where === 'header'
      ? [...directives, ['frame-ancestors', "'none'"] as const]
      : directives.map(([name, value]) => [name, name === 'connect-src' ? "'none'" : value] as const)
  return all.map(([name, value]) => `${name} ${value}`).join('; ')
}

/** Every device and every API that could carry something out, switched off for the page and all it might embed. */
// biome-ignore format: a list of words
const refused = [
  'accelerometer', 'attribution-reporting', 'autoplay', 'bluetooth', 'browsing-topics', 'camera', 'captured-surface-control',
  'compute-pressure', 'deferred-fetch', 'deferred-fetch-minimal', 'digital-credentials-create', 'digital-credentials-get',
  'display-capture', 'encrypted-media', 'gamepad', 'geolocation', 'gyroscope', 'hid', 'identity-credentials-get', 'idle-detection',
  'join-ad-interest-group', 'keyboard-map', 'language-detector', 'language-model', 'local-fonts', 'magnetometer', 'microphone',
  'midi', 'on-device-speech-recognition', 'otp-credentials', 'payment', 'picture-in-picture', 'private-aggregation',
  'private-state-token-issuance', 'private-state-token-redemption', 'publickey-credentials-create', 'publickey-credentials-get',
  'rewriter', 'run-ad-auction', 'screen-wake-lock', 'serial', 'shared-storage', 'shared-storage-select-url', 'speaker-selection',
  'storage-access', 'summarizer', 'sync-xhr', 'translator', 'usb', 'web-app-installation', 'web-share', 'window-management',
  'writer', 'xr-spatial-tracking',
] as const

export function permissionsPolicy(): string {
  return refused.map((feature) => `${feature}=()`).join(', ')
}

/**
 * The exact URLs that may be asked for, as URL patterns; the `?` at the end pins an empty query, so that not even our own
 * host can be told anything. Chromium (since 152) then also refuses WebRTC, DNS hints, navigation and downloads elsewhere.
 * `origin` as in `https://example.com`, `paths` absolute on it.
 */
export function connectionAllowlist(origin: string, paths: readonly string[]): string {
  const urls = [...new Set(paths)].sort().map((path) => `"${origin}${encodeURI(path)}?"`)
  return `(${urls.join(' ')})`
}

/** The headers that do not depend on where the site lives. */
export function fixedHeaders(): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(),
    'Permissions-Policy': permissionsPolicy(),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-DNS-Prefetch-Control': 'off',
  }
}

/** All headers of the seal, for every response there is: pages, scripts, parts, errors. */
export function securityHeaders(origin: string, paths: readonly string[]): Record<string, string> {
  return { ...fixedHeaders(), 'Connection-Allowlist': connectionAllowlist(origin, paths) }
}
