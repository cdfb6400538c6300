import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Bytes of a secret that count as a trace of it, and how far apart the looked-for stretches begin. */
const WINDOW = 64
const STEP = 16

export interface Secret {
  readonly name: string
  readonly bytes: Buffer
}
export interface Trace {
  readonly secret: string
  readonly file: string
  readonly at: number
}

/** A text as browsers write it: in UTF-8, and in UTF-16 as some of their databases do. */
export const textSecrets = (name: string, text: string): Secret[] => [
  { name, bytes: Buffer.from(text, 'utf8') },
  { name: `${name} (UTF-16)`, bytes: Buffer.from(text, 'utf16le') },
]

/**
 * Where any stretch of 64 bytes of a secret (one that begins at every 16th byte and is not all alike), or the whole of a
 * shorter one, lies in any file under the folder; the first place for each secret and file.
 */
export async function tracesIn(folder: string, secrets: readonly Secret[]): Promise<Trace[]> {
  const starts = new Map<number, { secret: Secret; from: number; length: number }[]>()
  const seen = new Uint8Array(2 ** 21)
  for (const secret of secrets) {
    const length = Math.min(WINDOW, secret.bytes.length)
    if (length < 8) throw new RangeError(`“${secret.name}” is too short to be looked for`)
    for (let from = 0; from + length <= secret.bytes.length; from += STEP) {
      if (new Set(secret.bytes.subarray(from, from + length)).size < Math.min(16, length / 4)) continue
      const key = secret.bytes.readUInt32LE(from)
      starts.set(key, [...(starts.get(key) ?? []), { secret, from, length }])
      seen[(key >>> 3) & 0x1fffff] = (seen[(key >>> 3) & 0x1fffff] as number) | (1 << (key & 7))
    }
  }
  const traces = new Map<string, Trace>()
  for (const file of await filesUnder(folder)) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0))
    for (let at = 0; at + 8 <= bytes.length; at++) {
      const key =
        ((bytes[at] as number) |
          ((bytes[at + 1] as number) << 8) |
          ((bytes[at + 2] as number) << 16) |
          ((bytes[at + 3] as number) << 24)) >>>
        0
      if (!((seen[(key >>> 3) & 0x1fffff] as number) & (1 << (key & 7)))) continue
      for (const { secret, from, length } of starts.get(key) ?? []) {
        const name = `${secret.name} ${file}`
        if (traces.has(name) || at + length > bytes.length) continue
        if (bytes.compare(secret.bytes, from, from + length, at, at + length) === 0)
          traces.set(name, { secret: secret.name, file: relative(folder, file), at })
      }
    }
  }
  return [...traces.values()]
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
