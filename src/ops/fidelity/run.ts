import type { Colour } from '../../core/colour'
import { deltaE, type Lab, lab } from '../../core/colour-difference'
import { alphaAt } from '../../core/enlarge'
import { fail } from '../../core/fault'
import { FidelityFacts, type Part } from '../../core/fidelity'
import type { ImageValue, Json, Runner } from '../../core/recipe'
import { Same } from './blocks'
import { Grid } from './grid'
import type { fidelity } from './index'
import { lay } from './reference'
import { register } from './register'
import { Tally, thousandths } from './tally'
import { ROUNDING, toleranceOf } from './tolerance'

const WHITE = [255, 255, 255] as const
const [SOLID, EDGE, GROUND] = [0, 1, 2]
/** Rows between two signs of life. */
const OFTEN = 256

/** Throws the fault `not-comparable` when the file has another size than was made, or no product stands in it. */
export const run: Runner<typeof fidelity> = async ({ original, mask, placed, file, decoded }, { ground }, ctx) => {
  const { width, height } = decoded
  const cut = alphaAt(mask, original)
  const pose = cut && width === placed.width && height === placed.height ? register(original, cut, placed) : null
  if (!cut || !pose)
    fail('not-comparable', 'The file cannot be compared with its photo.', 'Export it without a certificate, or try again.', true)
  ctx.alive()
  const tolerance = { placed: ROUNDING, file: toleranceOf(new Uint8Array(await file.blob.arrayBuffer())) }
  const before = counter(width, { pixel: ROUNDING, block: null })
  const after = counter(width, tolerance.file)
  const grid = new Grid(width, height)
  const tint = { expected: [0, 0, 0] as Colour, file: [0, 0, 0] as Colour }
  const under = ground ?? WHITE
  const colours = { expected: new Uint8Array(3), placed: new Uint8Array(3), file: new Uint8Array(3) }
  lay(original, cut, decoded, pose, (y, { row, least, greatest }) => {
    if (y % OFTEN === 0) {
      ctx.alive()
      ctx.signal.throwIfAborted()
    }
    for (let x = 0; x < width; x++) {
      const p = (y * width + x) * 4
      mixed(row, x * 4, under, colours.expected)
      over(placed, p, under, colours.placed)
      over(decoded, p, under, colours.file)
      const kind = least[x] === 255 ? SOLID : greatest[x] === 0 ? GROUND : EDGE
      before.add(x, kind, colours.expected, colours.placed)
      const difference = after.add(x, kind, colours.expected, colours.file)
      if (kind !== GROUND) grid.add(x, y, difference)
      if (kind !== SOLID) continue
      for (let c = 0; c < 3; c++) {
        tint.expected[c] = (tint.expected[c] as number) + (colours.expected[c] as number)
        tint.file[c] = (tint.file[c] as number) + (colours.file[c] as number)
      }
    }
    before.same.next(y === height - 1)
    after.same.next(y === height - 1)
  })
  const part = (kind: number): Part => ({
    pixels: after.tallies[kind]?.count ?? 0,
    same: { placed: before.same.counts[kind] ?? 0, file: after.same.counts[kind] ?? 0 },
    difference: { placed: (before.tallies[kind] as Tally).facts, file: (after.tallies[kind] as Tally).facts },
  })
  const solid = part(SOLID)
  const mean = ([r, g, b]: Colour) => lab(r / Math.max(1, solid.pixels), g / Math.max(1, solid.pixels), b / Math.max(1, solid.pixels))
  const facts: FidelityFacts = {
    width,
    height,
    pose: {
      scale: pose.scale,
      left: thousandths(-pose.x * pose.scale),
      top: thousandths(-pose.y * pose.scale),
      copied: pose.copied,
    },
    tolerance,
    solid,
    edge: part(EDGE),
    ground: part(GROUND),
    drift: thousandths(deltaE(mean(tint.expected), mean(tint.file))),
    map: grid.facts,
  }
  return { kind: 'facts', facts: FidelityFacts.parse(facts) as Json }
}

/** Counts what is the same, and gathers how much the rest differs, of each kind. */
function counter(width: number, tolerance: FidelityFacts['tolerance']['file']) {
  const same = new Same(width, 3, tolerance)
  const tallies = [new Tally(), new Tally(), new Tally()]
  return {
    same,
    tallies,
    add(x: number, kind: number, one: Uint8Array, other: Uint8Array): number {
      const r = (other[0] as number) - (one[0] as number)
      const g = (other[1] as number) - (one[1] as number)
      const b = (other[2] as number) - (one[2] as number)
      const difference = r === 0 && g === 0 && b === 0 ? 0 : deltaE(labOf(one), labOf(other))
      same.add(x, kind, r, g, b)
      tallies[kind]?.add(difference)
      return difference
    },
  }
}

const labOf = (colour: Uint8Array): Lab => lab(colour[0] as number, colour[1] as number, colour[2] as number)

/** What is expected, on the ground. */
function mixed(row: Float64Array, at: number, ground: readonly number[], out: Uint8Array): void {
  const weight = row[at + 3] as number
  const a = Math.min(1, Math.max(0, weight))
  // A kernel that sharpens overshoots beside an edge: there is no alpha above 1, nor a colour above 255.
  for (let c = 0; c < 3; c++) {
    const colour = weight > 0 ? Math.min(255, Math.max(0, (row[at + c] as number) / weight)) : 0
    out[c] = Math.round(a * colour + (1 - a) * (ground[c] as number))
  }
}

/** The pixel's colour on the ground. */
function over({ data }: ImageValue, p: number, ground: readonly number[], out: Uint8Array): void {
  const a = (data[p + 3] as number) / 255
  for (let c = 0; c < 3; c++) out[c] = Math.round((ground[c] as number) + ((data[p + c] as number) - (ground[c] as number)) * a)
}
