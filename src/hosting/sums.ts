import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { servedFiles } from './answer'

/** The file at the root of the built site that names the SHA-256 of all others. */
export const SUMS = 'SHA256SUMS'

/**
 * The text of `SHA256SUMS`: every file that the site serves, the service worker included, sorted, as `sha256sum -c` reads
 * it inside the folder. Not in it: the files that tell a host what to do, which it does not serve, and the list itself. For the
 * same reason the service worker does not keep the list: it would have to name its hash, and the list names the worker's.
 */
export async function sumsOf(dist: string): Promise<string> {
  const lines: string[] = []
  for (const file of await servedFiles(dist)) if (file !== SUMS) lines.push(`${await sha256(join(dist, file))}  ${file}\n`)
  return lines.join('')
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
