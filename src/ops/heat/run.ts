import { bytesOf } from '../../core/bytes'
import { FidelityFacts } from '../../core/fidelity'
import { heatOf } from '../../core/heat'
import type { Runner } from '../../core/recipe'
import type { heat } from './index'

/** What a cell says where there is no product. */
const EMPTY = 255

export const run: Runner<typeof heat> = async ({ facts }, { cell }) => {
  const { map } = FidelityFacts.parse(facts.facts)
  const cells = bytesOf(map.cells) ?? new Uint8Array()
  const [width, height] = [map.width * cell, map.height * cell]
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0, p = 0; y < height; y++)
    for (let x = 0; x < width; x++, p += 4) {
      const tenths = cells[Math.floor(y / cell) * map.width + Math.floor(x / cell)] ?? EMPTY
      if (tenths !== EMPTY) data.set([...heatOf(tenths / 10), 255], p)
    }
  return { kind: 'image', width, height, data }
}
