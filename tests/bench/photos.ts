import { mkdtempSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasShared, sharedData } from '../support/shared'
import { fixtures } from '../support/studio'

export interface BenchPhoto {
  readonly name: string
  readonly bytes: Buffer
}

/** Twenty real product photos, or the fixtures where the folder of test pictures is missing. */
export async function benchPhotos(): Promise<BenchPhoto[]> {
  if (!hasShared()) return await Promise.all(fixtures.map(async ({ name, path }) => ({ name, bytes: await readFile(path) })))
  const all = (await readdir(sharedData('segmentation'))).filter((name) => /^(comp|am)-.*\.jpg$/.test(name)).sort()
  const comp = all.filter((name) => name.startsWith('comp'))
  const chosen = [...comp, ...all.filter((name) => name.startsWith('am'))].slice(0, 20)
  return await Promise.all(chosen.map(async (name) => ({ name, bytes: await readFile(sharedData(`segmentation/${name}`)) })))
}

let copies = 0
let folder: string | null = null
/**
 * The same picture in other bytes (a comment that differs), so that nothing of it is stored yet. As a file on disk, as a
 * seller has it: bytes handed over by a script would be put together on the page's main thread.
 */
export function fresh(photo: BenchPhoto): { name: string; path: string } {
  folder ??= mkdtempSync(join(tmpdir(), 'vitrine-bench-'))
  const text = Buffer.from(`copy ${process.pid} ${copies++}`)
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), text])
  const name = photo.name.replace(/\.jpg$/, `-${copies}.jpg`)
  const path = join(folder, name)
  writeFileSync(path, Buffer.concat([photo.bytes.subarray(0, 2), comment, photo.bytes.subarray(2)]))
  return { name, path }
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
