import type { ImageValue } from '../../../src/core/recipe'
import { Scene } from '../../../src/core/scene/document'
import { lookOf, withLook } from '../../../src/core/scene/looks'
import { outlineOf } from '../../../src/ops/render/outline'
import { kitchenware } from '../../../src/studios/photography/scenes/kitchenware'
import { cutoutAt } from './cutout-at'
import type { Row } from './row'
import { take } from './take'

const COUNT = 100
/** The real cutouts that are there, but for those that a hand or an arm holds. */
const REAL = [
  'saleor-apple-drink',
  'saleor-ascii-shirt-back',
  'saleor-ascii-shirt-front',
  'saleor-cushion-blue',
  'saleor-dash-force-1',
  'saleor-mighty-mug',
  'saleor-polo-shirt-front',
  'saleor-sunnies',
  'saleor-white-plimsolls-4',
  'solidus-bottles-1',
  'solidus-cap-gray-1',
  'solidus-cap-gray-2',
  'solidus-hat',
  'solidus-hoodie-black-1',
  'tuxpaint-glass',
  'tuxpaint-lightbulb',
]

/** What came of a batch, one entry for each cutout. */
interface Batch {
  readonly failures: number
  /** Pictures that came out otherwise the second time. */
  readonly restless: number
  /** The farthest that a contact line's middle lies from the product's lowest point, shares of its height. */
  readonly afloat: number
}

let batch: Promise<Batch> | null = null

/** A hundred cutouts, those that are there in many sizes, in one look; the batch taken twice. */
async function taken(folder: string): Promise<Batch> {
  const shipped = Scene.parse((kitchenware.scenes[0] as (typeof kitchenware.scenes)[0]).scene)
  const look = lookOf(shipped, 1)
  const pictures = await Promise.all(REAL.map((name) => cutoutAt(`${folder}/${name}.png`)))
  let [failures, restless, afloat] = [0, 0, 0]
  const prints: (string | null)[] = []
  for (let i = 0; i < 2 * COUNT; i++) {
    const n = i % COUNT
    try {
      // Made anew each time, so that nothing is remembered of it.
      const cutout = shrunk(pictures[n % REAL.length] as ImageValue, 1 + 0.13 * Math.floor(n / REAL.length))
      const { box, contact } = outlineOf(cutout)
      const aspect = (box.right - box.left) / (box.bottom - box.top)
      const scene = withLook({ scene: look }, { aspect, poses: ['standing'] })
      const print = printOf(await take(scene, { width: 96, height: 96, samples: 8 }, [cutout]))
      afloat = Math.max(afloat, (box.bottom - (contact[0][1] + contact[1][1]) / 2) / (box.bottom - box.top))
      if (i < COUNT) prints.push(print)
      else if (prints[n] !== print) restless++
    } catch (error) {
      console.error(REAL[n % REAL.length], error)
      failures++
      if (i < COUNT) prints.push(null)
    }
  }
  return { failures, restless, afloat }
}

/** A picture `by` times smaller: every pixel the nearest one of it. */
function shrunk({ width, height, data }: ImageValue, by: number): ImageValue {
  const [w, h] = [Math.floor(width / by), Math.floor(height / by)]
  const out = new Uint8ClampedArray(w * h * 4)
  for (let y = 0, p = 0; y < h; y++) {
    for (let x = 0; x < w; x++, p += 4) {
      const from = (Math.floor(y * by) * width + Math.floor(x * by)) * 4
      out.set(data.subarray(from, from + 4), p)
    }
  }
  return { kind: 'image', width: w, height: h, data: out }
}

/** FNV-1a of all its bytes. */
function printOf({ data }: ImageValue): string {
  let hash = 0x811c9dc5
  for (const byte of data) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(16)
}

/** One look for a hundred cutouts. `folder` = where the real ones are served; null = they are not there, and nothing is measured. */
export function batches(folder: string | null): Row[] {
  if (!folder) return []
  const row = (name: string, goal: string, value: (batch: Batch) => number, most: number): Row => ({
    part: 'batch',
    name,
    goal,
    measure: async () => {
      batch ??= taken(folder)
      return value(await batch)
    },
    met: (v) => v <= most,
  })
  return [
    row('100 cutouts in one look, twice: failures', '0', ({ failures }) => failures, 0),
    row('100 cutouts in one look: pictures that differ the second time', '0', ({ restless }) => restless, 0),
    row('100 cutouts: contact line over the lowest point at most, % of the height', 'at most 3', ({ afloat }) => 100 * afloat, 3),
  ]
}
