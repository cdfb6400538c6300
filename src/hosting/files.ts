import { connectionAllowlist, fixedHeaders } from '../core/seal'

/** Files in `dist` that tell a host what to do, and that it does not serve. */
export const HOST_FILES: ReadonlySet<string> = new Set(['_headers', 'vercel.json', 'nginx.conf', 'Caddyfile'])

const FOR_EVER = 'public, max-age=31536000, immutable'
const A_DAY = 'max-age=86400'
const WITHOUT_ORIGIN = `Connection-Allowlist is left out, because it names exact URLs: build with VITRINE_ORIGIN=https://your.address to
have it here. Until then the service worker adds it to everything it hands out.`

export interface Site {
  /** `https://example.com`, or null when it is not known where the site will live. */
  readonly origin: string | null
  /** `/` or `/shop/`. */
  readonly base: string
  /** Absolute URL paths of everything that is served. */
  readonly paths: readonly string[]
}

/** The header files for common static hosts, by file name. */
export function hostFiles(site: Site): Record<string, string> {
  const headers = Object.entries({
    ...fixedHeaders(),
    ...(site.origin ? { 'Connection-Allowlist': connectionAllowlist(site.origin, site.paths) } : {}),
  })
  const note = site.origin ? [] : WITHOUT_ORIGIN.split('\n')
  return {
    _headers: netlify(site, headers, note),
    'vercel.json': vercel(site, headers),
    'nginx.conf': nginx(site, headers, note),
    Caddyfile: caddy(site, headers, note),
  }
}

type Headers = readonly (readonly [name: string, value: string])[]

/** Netlify and Cloudflare Pages. Cloudflare ignores lines over 2,000 characters; the service worker fills that gap too. */
function netlify({ base }: Site, headers: Headers, note: readonly string[]): string {
  const block = (path: string, lines: Headers) => [path, ...lines.map(([name, value]) => `  ${name}: ${value}`)]
  return lines([
    '# Netlify, Cloudflare Pages. Cloudflare takes lines up to 2,000 characters and skips longer ones.',
    ...note.map((text) => `# ${text}`),
    ...block(`${base}*`, headers),
    ...block(`${base}assets/*`, [['Cache-Control', FOR_EVER]]),
    ...block(`${base}parts/*`, [['Cache-Control', FOR_EVER]]),
    ...block(`${base}sw.js`, [['Cache-Control', A_DAY]]),
  ])
}

function vercel({ base }: Site, headers: Headers): string {
  const rule = (source: string, list: Headers) => ({ source, headers: list.map(([key, value]) => ({ key, value })) })
  const rules = [
    rule(`${base}(.*)`, headers),
    rule(`${base}(assets|parts)/(.*)`, [['Cache-Control', FOR_EVER]]),
    rule(`${base}sw.js`, [['Cache-Control', A_DAY]]),
  ]
  return `${JSON.stringify({ cleanUrls: false, trailingSlash: false, headers: rules }, null, 2)}\n`
}

function nginx({ base }: Site, headers: Headers, note: readonly string[]): string {
  return lines([
    '# Put the map into http {}, the rest into server {}, and set root to the built site.',
    ...note.map((text) => `# ${text}`),
    'map $uri $vitrine_cache {',
    '  default "no-cache";',
    `  "~^${base}(assets|parts)/" "${FOR_EVER}";`,
    `  ${base}sw.js "${A_DAY}";`,
    '}',
    ...headers.flatMap(([name, value], i) => {
      const pieces = value.match(/.{1,3000}/g) ?? [] // nginx refuses a word of more than 4,096 characters
      if (pieces.length === 1) return [`add_header ${name} ${quote(value)} always;`]
      const names = pieces.map((_, n) => `$vitrine_${i}_${n}`)
      return [...pieces.map((piece, n) => `set ${names[n]} ${quote(piece)};`), `add_header ${name} "${names.join('')}" always;`]
    }),
    'add_header Cache-Control $vitrine_cache always;',
    'types { application/manifest+json webmanifest; application/wasm wasm; text/javascript js mjs; text/html html; text/css css;',
    '  image/png png; image/jpeg jpg jpeg; image/svg+xml svg; image/webp webp; font/woff2 woff2; text/plain txt; }',
    'default_type application/octet-stream;',
    `error_page 404 ${base}404.html;`,
    'location ~ /(_headers|vercel\\.json|nginx\\.conf|Caddyfile)$ { return 404; }',
    `location ${base} { index index.html; try_files $uri $uri/index.html =404; }`,
  ])
}

function caddy({ base, origin }: Site, headers: Headers, note: readonly string[]): string {
  const kept = `${base}assets/* ${base}parts/*`
  return lines([
    ...note.map((text) => `# ${text}`),
    `${origin ?? ':8080'} {`,
    '  root * /srv/vitrine',
    '  header {',
    ...headers.map(([name, value]) => `    ${name} ${quote(value)}`),
    '  }',
    `  @kept path ${kept}`,
    `  @worker path ${base}sw.js`,
    `  @rest not path ${kept} ${base}sw.js`,
    `  header @kept Cache-Control "${FOR_EVER}"`,
    `  header @worker Cache-Control "${A_DAY}"`,
    '  header @rest Cache-Control no-cache',
    `  @hidden path ${[...HOST_FILES].map((file) => base + file).join(' ')}`,
    '  error @hidden 404',
    '  encode gzip',
    '  file_server',
    '  handle_errors {',
    `    rewrite * ${base}404.html`,
    '    file_server',
    '  }',
    '}',
  ])
}

/** Inside double quotes for nginx and Caddy. */
const quote = (value: string) => `"${value.replace(/["\\]/g, '\\$&')}"`
const lines = (list: readonly string[]) => `${list.join('\n')}\n`
