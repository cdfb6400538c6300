import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A relative path as the build makes them: nothing that could lead elsewhere or play tricks on a terminal. */
const PATH = /^(?!\.{0,2}(\/|$))(?!.*\/\.{0,2}(\/|$))[^\p{C}\\:?#%]+$/u

export const ALLOWLIST = 'Connection-Allowlist'

/** Hex SHA-256. */
export const sha256Of = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** SHA-256 by path, of a text as `sha256sum` writes it. Throws for any line that is not one. */
export function readSums(text, from) {
  const sums = new Map()
  const lines = text.split('\n')
  if (lines.pop() !== '' || lines.length === 0) throw new Error(`${from} is not a whole list of hashes: build (or upload) it again.`)
  for (const [i, line] of lines.entries()) {
    const [, sha256, path] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? []
    if (!path || !PATH.test(path) || sums.has(path)) throw new Error(`Line ${i + 1} of ${from} is not a hash and a new path.`)
    sums.set(path, sha256)
  }
  return sums
}

/** The files of a built site with their hashes, computed anew. Throws when the folder is not what its own list says. */
export async function builtFiles(dist) {
  const sums = readSums(await readFile(join(dist, 'SHA256SUMS'), 'utf8'), join(dist, 'SHA256SUMS'))
  for (const [path, sha256] of sums) {
    const bytes = await readFile(join(dist, path)).catch(() => null)
    if (!bytes || sha256Of(bytes) !== sha256)
      throw new Error(`${join(dist, path)} was changed or removed after the build: remove the folder and run this again.`)
  }
  return sums
}

/**
 * The seal for every answer at `url`, out of the file that the build writes for hosts; empty where there is none. The one header
 * that names addresses names those of `url`, whichever host the site was built for: of its files it alone would differ.
 */
export async function wantedHeaders(dist, url) {
  const text = await readFile(join(dist, '_headers'), 'utf8').catch(() => '')
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const end = lines.findIndex((line, i) => i > 0 && !line.startsWith(' '))
  const block = lines.slice(1, end < 0 ? lines.length : end)
  const headers = new Map(block.map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]))
  const allowlist = headers.get(ALLOWLIST)
  if (allowlist) headers.set(ALLOWLIST, allowlist.replace(/"https?:\/\/[^/"]+/g, `"${url.origin}`))
  return headers
}

/** What the app computes of itself: the SHA-256 of the list without the worker and the parts, which it keeps elsewhere. */
export function fingerprint(files) {
  const own = [...files].filter(([path]) => path !== 'sw.js' && !path.startsWith('parts/'))
  return sha256Of(own.map(([path, sha256]) => `${sha256}  ${path}\n`).join(''))
}
