import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readResource, reduceIsnet, sha256 } from './assemble'
import { models } from './index'

const here = import.meta.dirname
const data = join(here, '../node_modules/@imgly/background-removal-data/dist')

/** The reduced ISNet, made once and kept in `models/.built`. Throws when its bytes are not those that the catalogue names. */
export async function isnet(): Promise<Uint8Array> {
  const { sha256: expected, source } = models['isnet-fine']
  const kept = join(here, '.built', `isnet.${expected.slice(0, 8)}.onnx`)
  const known = await readFile(kept).catch(() => null)
  if (known && sha256(known) === expected) return known
  const made = reduceIsnet(await readResource(data, source.file, source.sha256))
  if (sha256(made) !== expected) throw new Error(`assembly made an ISNet with sha256 ${sha256(made)}, the catalogue names ${expected}`)
  await mkdir(dirname(kept), { recursive: true })
  // Two builds at once: each writes its own file, and the move is atomic.
  const fresh = `${kept}.${process.pid}`
  await writeFile(fresh, made)
  await rename(fresh, kept)
  return made
}
