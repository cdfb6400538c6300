import type { Profile } from './profile'

/** An outline as that of a body about an upright axis, in px of the profile. */
export interface Contour {
  readonly axis: number
  /** From the axis to the left and to the right edge in each row; 0 where there is nothing. */
  readonly left: Float32Array
  readonly right: Float32Array
  /** How far the rows' middles stray from the axis, in widths, in the best nine tenths of the rows: 0 = both sides are alike. */
  readonly stray: number
  /** The same in the best seven tenths: what sticks out at one side, as a handle does, is left out. */
  readonly core: number
  /** Share of the rows in which something stands at both sides of the widest run, as sleeves do. */
  readonly winged: number
}

/** A side that is so much farther from the axis than the other is a handle's joint or a spout. */
const JOINT = 1.04

/** Takes the widest run of each row, so that a handle beside a mug is no part of it. */
export function contourOf(profile: Profile): Contour {
  const runs = runsOf(profile)
  const { box } = profile
  const middles = runs.slice(Math.ceil(box.top), Math.floor(box.bottom)).flatMap((run) => (run ? [(run[0] + run[1]) / 2] : []))
  const axis = [...middles].sort((a, b) => a - b)[middles.length >> 1] ?? (box.left + box.right) / 2
  const side = (of: (run: readonly [number, number]) => readonly [near: number, other: number]) =>
    Float32Array.from(runs, (run) => {
      if (!run) return 0
      const [near, other] = of(run)
      return Math.max(0, near > other * JOINT ? other : near)
    })
  const left = side(([from, to]) => [axis - from, to - axis])
  const right = side(([from, to]) => [to - axis, axis - from])
  const widest = 2 * left.reduce((a, b) => Math.max(a, b), 1)
  const off = middles.map((middle) => Math.abs(middle - axis) / widest).sort((a, b) => a - b)
  const best = (share: number) => {
    const kept = off.slice(0, Math.ceil(off.length * share))
    return kept.reduce((sum, d) => sum + d, 0) / Math.max(1, kept.length)
  }
  const winged = runs.filter((run, y) => run && run[0] - (profile.left[y] as number) > 2 && (profile.right[y] as number) - run[1] > 2)
  return { axis, left, right, stray: best(0.9), core: best(0.7), winged: winged.length / Math.max(1, middles.length) }
}

/** Of every row: where its widest run of solid pixels begins and ends; null where it has none. */
function runsOf({ solid, width, height, left, right }: Profile): (readonly [number, number] | null)[] {
  return Array.from({ length: height }, (_, y) => {
    let best: readonly [number, number] | null = null
    for (let x = 0; x < width; x++) {
      if (!solid[y * width + x]) continue
      const from = x
      while (x < width && solid[y * width + x]) x++
      if (!best || x - from > best[1] - best[0]) best = [from, x]
    }
    const [first, last] = [left[y] as number, right[y] as number]
    return best && [Math.abs(best[0] - first) < 1 ? first : best[0], Math.abs(best[1] - last) < 1 ? last : best[1]]
  })
}
