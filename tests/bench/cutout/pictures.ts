import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import type { MaskValue } from '../../../src/core/recipe'
import { decoded } from '../../support/pictures'
import { readSharedFile, sharedData } from '../../support/shared'

/** What is known of a picture's subject: its alpha, a rough mask that a person drew, or only what other programs made of it. */
export type Known = 'alpha' | 'mask' | 'others'

export interface TestPicture {
  readonly name: string
  readonly known: Known
  /** Put together from a product's cutout and a photo: its truth is exact. */
  readonly composite: boolean
  readonly bytes: Uint8Array
  /** Hex SHA-256 of `bytes`. */
  readonly hash: string
  readonly truth: MaskValue | null
  /** Mattes that other programs made, by program. */
  readonly others: ReadonlyMap<string, MaskValue>
}

/** Alpha out of a grey PNG (or an RGBA one, whose red says the same). */
async function maskOf(file: string): Promise<MaskValue> {
  const { width, height, data } = decoded(await readSharedFile(`segmentation/${file}`))
  return { kind: 'mask', width, height, data: new Uint8Array(width * height).map((_, i) => data[i * 4] as number) }
}

/** The pictures of `../shared/data/segmentation` that are whole photos, those whose names hold one of `wanted` (all without). */
export async function testPictures(wanted: readonly string[]): Promise<TestPicture[]> {
  const files = await listed()
  const names = files.filter((file) => file.endsWith('.jpg')).map((file) => file.slice(0, -4))
  const chosen = names.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  return await Promise.all(
    chosen.map(async (name): Promise<TestPicture> => {
      const bytes = await readSharedFile(`segmentation/${name}.jpg`)
      const known = files.includes(`${name}.alpha.png`) ? 'alpha' : files.includes(`${name}.mask.png`) ? 'mask' : 'others'
      const references = files.filter((file) => file.startsWith(`${name}.ref-`))
      const others = await Promise.all(references.map(async (file) => [file.slice(name.length + 5, -4), await maskOf(file)] as const))
      return {
        name,
        known,
        composite: name.startsWith('comp-'),
        bytes,
        hash: createHash('sha256').update(bytes).digest('hex'),
        truth: known === 'others' ? null : await maskOf(`${name}.${known}.png`),
        others: new Map(others),
      }
    }),
  )
}

const listed = async () => (await readdir(sharedData('segmentation'))).sort()
