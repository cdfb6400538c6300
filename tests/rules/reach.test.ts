import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { inRepository } from '../support/shared'

/** What the linter cannot see, because it hangs on an object: [what, where it is allowed, the pattern, a line that must be caught]. */
const reaches: readonly [what: string, allowed: RegExp, pattern: RegExp, sample: string][] = [
  [
    'a request on a global object',
    /^$/,
    /\b(window|self|globalThis)\s*\.\s*(fetch|XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection)\b/,
    'await self.fetch(url)',
  ],
  ['sendBeacon', /^$/, /\bsendBeacon\b/, 'navigator.sendBeacon(url, body)'],
  ['a cookie', /^$/, /\bdocument\s*\.\s*cookie\b|\bcookieStore\b/, 'document.cookie = "a=1"'],
  ['a 2d canvas', /^(src\/ops\/[^/]+\/|workers\/)/, /getContext\(\s*['"`](2d|webgl2?|webgpu)/, "canvas.getContext('2d')"],
  ['pixels out of a canvas', /^(src\/ops\/[^/]+\/|workers\/)/, /\.(getImageData|toDataURL|toBlob|convertToBlob)\(/, 'canvas.toDataURL()'],
  [
    'HTML out of a string',
    /^$/,
    /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b/,
    'node.innerHTML = text',
  ],
  ['code out of a string', /^$/, /\bnew Function\b|[^.\w]eval\(/, 'new Function("x")'],
]

const files = (
  await Promise.all(
    ['src', 'workers'].map(async (top) => (await readdir(inRepository(top), { recursive: true })).map((name) => `${top}/${name}`)),
  )
)
  .flat()
  .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
/** Without comments, which may name what the code must not do. */
const code = new Map(
  await Promise.all(
    files.map(
      async (name) => [name, (await readFile(inRepository(name), 'utf8')).replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')] as const,
    ),
  ),
)

test.each(reaches)('%s stands only where it may', (_what, allowed, pattern, sample) => {
  expect(sample).toMatch(pattern)
  expect(code.size).toBeGreaterThan(50)
  const found = [...code].filter(([name, text]) => !allowed.test(name) && pattern.test(text)).map(([name]) => name)
  expect(found).toEqual([])
})

/** [file, line, what the linter must refuse in it; nothing = it must be allowed there]. */
const lines: readonly [file: string, line: string, refused?: string][] = [
  ['src/ui/a.tsx', "export const x = fetch('/a')", 'fetch'],
  ['src/app/a.ts', "export const x = new WebSocket('ws://a')", 'WebSocket'],
  ['src/app/b.ts', 'export const x = new RTCPeerConnection()', 'RTCPeerConnection'],
  ['src/ops/matte/run.ts', "export const x = fetch('/a')", 'fetch'],
  ['workers/pixels.ts', "export const x = new EventSource('/a')", 'EventSource'],
  ['src/studios/cutout/a.ts', 'export const x = new OffscreenCanvas(1, 1)', 'OffscreenCanvas'],
  ['src/engine/a.ts', 'export const x = new ImageData(1, 1)', 'ImageData'],
  ['src/trust/a.ts', 'export const x = (file: Blob) => createImageBitmap(file)', 'createImageBitmap'],
  ['src/store/parts.ts', "export const x = fetch('/a')"],
  ['workers/service.ts', "export const x = fetch('/a')"],
  ['src/ops/decode/run.ts', 'export const x = new OffscreenCanvas(1, 1)'],
]

test('the linter refuses requests and pixels where they may not be, and nothing else', async () => {
  const house = await mkdtemp(join(tmpdir(), 'vitrine-lint-'))
  const config = JSON.parse(await readFile(inRepository('biome.json'), 'utf8')) as Record<string, unknown>
  await writeFile(join(house, 'biome.json'), JSON.stringify({ ...config, $schema: undefined, vcs: undefined }))
  for (const [file, line] of lines) {
    await mkdir(dirname(join(house, file)), { recursive: true })
    await writeFile(join(house, file), `${line}\n`)
  }
  const { stdout } = spawnSync(inRepository('node_modules/.bin/biome'), ['lint', '--reporter=json', '.'], { cwd: house, encoding: 'utf8' })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { category: string; location: { path: string | { file: string } } }[] }
  const refused = diagnostics
    .filter(({ category }) => category === 'lint/style/noRestrictedGlobals')
    .map(({ location: { path } }) => (typeof path === 'string' ? path : path.file).replace(/^\.\//, ''))
  await rm(house, { recursive: true, force: true })
  expect(refused.sort()).toEqual(lines.flatMap(([file, , what]) => (what ? [file] : [])).sort())
})
