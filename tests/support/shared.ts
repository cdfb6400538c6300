import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const folder = resolve(root, '../shared/data')

/**
 * Whether the folder of real test pictures is beside the repository. Tests that need it are skipped without it, unless
 * VITRINE_REQUIRE_SHARED=1 says that it must be there: then this throws.
 */
export function hasShared(): boolean {
  const there = existsSync(folder)
  if (!there && process.env.VITRINE_REQUIRE_SHARED === '1') throw new Error('VITRINE_REQUIRE_SHARED=1, but ../shared/data is not there')
  return there
}

/** Absolute path of a file below `../shared/data`. Throws for a path that leaves it. */
export function sharedData(path: string): string {
  const full = resolve(folder, path)
  if (path.split(/[/\\]/).includes('..') || !full.startsWith(folder + sep)) throw new RangeError(`${path} is not below ../shared/data`)
  return full
}

export async function readSharedFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(sharedData(path)))
}

/** Absolute path of something in the repository. */
export const inRepository = (path: string): string => join(root, path)
