import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

/**
 * Every script that must arrive before the first screen is usable: what `index.html` names, the conductor worker that its scripts
 * start, and all that these import outright. Paths relative to the repository root. `root` is where `dist` is.
 */
export function firstLoad(root) {
  const read = (path) => readFileSync(`${root}/dist/${path}`, 'utf8')
  const page = read('index.html')
  const named = [...page.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="\/?([^"]+\.js)"/g)].map(([, path]) => path)
  const seen = new Set()
  const open = [...named]
  for (let path = open.pop(); path; path = open.pop()) {
    if (seen.has(path) || !existsSync(`${root}/dist/${path}`)) continue
    seen.add(path)
    const code = read(path)
    const imported = [...code.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)].map(([, to]) =>
      posix.join(posix.dirname(path), to),
    )
    const started = [...code.matchAll(/["'`/]((?:[\w-]+\/)*conductor-[\w-]+\.js)["'`]/g)].map(([, to]) => `assets/${posix.basename(to)}`)
    open.push(...imported, ...started)
  }
  if (seen.size === 0) throw new Error('dist/index.html names no script')
  if (![...seen].some((path) => path.includes('conductor')))
    throw new Error('the conductor worker is not in the first load: look again at how it starts')
  return [...seen].sort()
}
