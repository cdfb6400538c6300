import type { Body } from './framing'

/** Where one product of a group stands: x to the right, z to the camera, mm. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly lies: boolean
  /** Width and depth of the box that it stands on, if any: from the ground up to y. */
  readonly podium?: readonly [width: number, depth: number]
}

export const LAYOUTS = ['row', 'V', 'pyramid', 'stairs', 'grid', 'flat lay', 'hero and supporting'] as const
export type Layout = (typeof LAYOUTS)[number]

/** Bodies, the gap between neighbours (mm), how far they are drawn apart (0 = close together, 1 = side by side, more = farther), the frame's aspect. */
type Plan = (bodies: readonly Body[], gap: number, loose: number, aspect: number) => Place[]

export const PLANS: Record<Layout, Plan> = {
  row: (bodies, gap, loose) => rowOf(middleFirst(bodies), bodies, gap * (1 + loose)).map((x) => ground(x, 0)),

  // The hero in front, the others behind each other on two arms.
  V: (bodies, gap, loose) => {
    const step = deepest(bodies) + gap
    const order = middleFirst(bodies)
    return spread(bodies, gap, loose, order, (i) => -step * Math.abs(order.indexOf(i) - order.indexOf(0)))
  },

  // Rows of 1, 2, 3 … from the back, the tallest behind.
  pyramid: (bodies, gap, loose) => {
    const tall = byHeight(bodies)
    const step = deepest(bodies) + gap
    const rows = Math.ceil((Math.sqrt(8 * bodies.length + 1) - 1) / 2)
    const rowOfRank = (rank: number) => Math.ceil((Math.sqrt(8 * (rank + 1) + 1) - 1) / 2) - 1
    const ranks = new Map(tall.map((i, rank) => [i, rank]))
    return spread(bodies, gap, loose, alternating(tall), (i) => step * (rowOfRank(ranks.get(i) as number) - rows + 1))
  },

  // Each higher than the one on its left, on boxes that touch.
  stairs: (bodies, gap, loose) => {
    const wide = gap * (1 + loose)
    const order = [...byHeight(bodies)].reverse()
    const rise = (0.35 * bodies.reduce((sum, { height }) => sum + height, 0)) / bodies.length
    const depth = deepest(bodies) + gap
    const xs = rowOf(order, bodies, wide)
    return bodies.map((body, i) => {
      const y = rise * order.indexOf(i)
      return y > 0 ? { ...ground(xs[i] as number, 0), y, podium: [body.width + wide, depth] } : ground(xs[i] as number, 0)
    })
  },

  // Columns and tiers: each row stands behind the one in front and above it.
  grid: (bodies, gap, loose) => {
    const columns = Math.ceil(Math.sqrt(bodies.length))
    const order = [...byHeight(bodies)].reverse()
    const pitch = Math.max(...bodies.map(({ width }) => width)) + gap * (1 + loose)
    const step = deepest(bodies) + gap
    const rows = Math.ceil(bodies.length / columns)
    const inRow = (row: number) => Math.min(columns, bodies.length - row * columns)
    const tallestOf = (row: number) =>
      Math.max(...order.slice(row * columns, row * columns + columns).map((i) => (bodies[i] as Body).height))
    return bodies.map((_, i) => {
      const rank = order.indexOf(i)
      const row = Math.floor(rank / columns)
      const x = ((rank % columns) - (inRow(row) - 1) / 2) * pitch
      let y = 0
      for (let front = 0; front < row; front++) y += tallestOf(front) * Math.min(1.6, 0.5 + loose / 2)
      const z = step * ((rows - 1) / 2 - row)
      return y > 0 ? { ...ground(x, z), y, podium: [pitch, step] } : ground(x, z)
    })
  },

  // Rows of lying products, the number of rows that fills the frame best.
  'flat lay': (bodies, gap, _, aspect) => {
    const order = middleFirst(bodies)
    const tries = bodies.map((_, rows) => lain(order, bodies, gap, rows + 1))
    const reach = ({ width, depth }: Lain) => Math.max(width / aspect, depth)
    return tries.reduce((best, one) => (reach(one) < reach(best) ? one : best)).places
  },

  // The hero in front, the others in a row behind, at both sides of it.
  'hero and supporting': (bodies, gap, loose) => {
    const back = -((bodies[0] as Body).depth / 2 + gap + deepest(bodies.slice(1)) / 2)
    return spread(bodies, gap, loose, middleFirst(bodies), (i) => (i === 0 ? 0 : back))
  },
}

const ground = (x: number, z: number): Place => ({ x, y: 0, z, lies: false })

const deepest = (bodies: readonly Body[]) => Math.max(0, ...bodies.map(({ depth }) => depth))

/** The products from the tallest to the lowest; of equals the earlier first. */
const byHeight = (bodies: readonly Body[]) =>
  bodies.map((_, i) => i).sort((a, b) => (bodies[b] as Body).height - (bodies[a] as Body).height || a - b)

/** From left to right: the first in the middle, the others in turn to its right and left. */
function alternating(order: readonly number[]): number[] {
  const out: number[] = []
  for (const [n, i] of order.entries()) {
    if (n % 2 === 0) out.unshift(i)
    else out.push(i)
  }
  return out
}

/** From left to right: the hero, and at each side of it about the same weight (width × height), the tallest next to it. */
function middleFirst(bodies: readonly Body[]): number[] {
  const [left, right]: [number[], number[]] = [[], []]
  let lean = 0
  for (const i of byHeight(bodies).filter((one) => one !== 0)) {
    const { width, height } = bodies[i] as Body
    const side = lean > 0 || (lean === 0 && left.length < right.length) ? left : right
    lean += side === left ? -width * height : width * height
    side.push(i)
  }
  return [...left.reverse(), 0, ...right]
}

/** Middles (by product) of bodies side by side in an order, the first product's at 0. */
function rowOf(order: readonly number[], bodies: readonly Body[], gap: number): number[] {
  const xs: number[] = []
  let edge = 0
  for (const i of order) {
    const { width } = bodies[i] as Body
    xs[i] = edge + width / 2
    edge += width + gap
  }
  const [hero = 0] = xs
  for (const i of order) xs[i] = (xs[i] as number) - hero
  return xs
}

/**
 * Products in rows one behind the other. Close together, neighbours half cover each other as seen; loose, they stand side by side. Those
 * of one row never touch.
 */
function spread(bodies: readonly Body[], gap: number, loose: number, order: readonly number[], depth: (i: number) => number): Place[] {
  const side = rowOf(order, bodies, gap * (1 + loose))
  const share = 0.5 + 0.5 * loose
  const xs = side.map((x) => x * share)
  for (const row of [...new Set(order.map(depth))].map((z) => order.filter((i) => depth(i) === z))) {
    const own = rowOf(row, bodies, gap)
    const steps = row.slice(1).map((i, n) => {
      const before = row[n] as number
      return { least: (own[i] as number) - (own[before] as number), now: (xs[i] as number) - (xs[before] as number) }
    })
    if (steps.every(({ least, now }) => now >= least)) continue
    // A row that is too close is pushed apart from its middle.
    const middle = row.reduce((sum, i) => sum + (xs[i] as number), 0) / row.length
    const ownMiddle = row.reduce((sum, i) => sum + (own[i] as number), 0) / row.length
    for (const i of row) xs[i] = middle + ((own[i] as number) - ownMiddle) * Math.max(1, share)
  }
  return bodies.map((_, i) => ground(xs[i] as number, depth(i)))
}

interface Lain {
  readonly places: Place[]
  readonly width: number
  readonly depth: number
}

/** Lying products in so many rows of about equal width, each row and its products in the middle. */
function lain(order: readonly number[], bodies: readonly Body[], gap: number, rows: number): Lain {
  const whole = order.reduce((sum, i) => sum + (bodies[i] as Body).width + gap, 0)
  const cut: number[][] = Array.from({ length: rows }, () => [])
  let run = 0
  for (const i of order) {
    const width = (bodies[i] as Body).width + gap
    cut[Math.min(rows - 1, Math.floor(((run + width / 2) / whole) * rows))]?.push(i)
    run += width
  }
  const full = cut.filter((row) => row.length > 0)
  const deep = full.map((row) => Math.max(...row.map((i) => (bodies[i] as Body).height)))
  const depth = deep.reduce((sum, one) => sum + one + gap, -gap)
  const places: Place[] = []
  let widest = 0
  let z = -depth / 2
  full.forEach((row, n) => {
    const width = row.reduce((sum, i) => sum + (bodies[i] as Body).width + gap, -gap)
    let x = -width / 2
    for (const i of row) {
      const own = (bodies[i] as Body).width
      places[i] = { x: x + own / 2, y: 0, z: z + (deep[n] as number) / 2, lies: true }
      x += own + gap
    }
    widest = Math.max(widest, width)
    z += (deep[n] as number) + gap
  })
  return { places, width: widest, depth }
}
