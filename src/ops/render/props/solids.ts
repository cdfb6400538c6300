import { type BufferGeometry, TorusGeometry, Vector3 } from 'three'
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js'
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js'
import type { MadeKind } from '../../../core/scene/document'
import { blob } from './blob'
import { type Corners, extruded } from './extruded'
import { fill } from './fit'
import type { Maker } from './part'
import { type Profile, turned } from './turned'
import { unwrap, unwrapRound } from './unwrap'

type Shape = (w: number, h: number, d: number) => BufferGeometry

/** The radius of an edge as a joiner breaks it: a share of the thing, 2.5 mm at most. */
const edge = (...sides: number[]) => Math.min(2.5, Math.min(...sides) * 0.06)

const block: Shape = (w, h, d) => new RoundedBoxGeometry(w, h, d, 3, edge(w, h, d))
const sides = (radius: number) => Math.round(Math.min(96, Math.max(40, radius)))

/** A profile whose radii are shares of the width and whose heights are shares of the height. */
const lathe =
  (profile: (w: number, h: number) => Profile): Shape =>
  (w, h) =>
    turned(profile(w, h), sides(w / 2))

const barrel = lathe((w, h) => {
  const r = edge(w, h)
  return [
    [0, 0],
    [w / 2, 0, r],
    [w / 2, h, r],
    [0, h],
  ]
})

const cone = lathe((w, h) => [
  [0, 0],
  [w / 2, 0, edge(w, h)],
  [0.012 * w, h * 0.985, 0.02 * w],
  [0, h],
])

const bow = (cx: number, cy: number, rx: number, ry: number, from: number, to: number, steps: number) =>
  Array.from({ length: steps + 1 }, (_, i) => {
    const turn = ((from + ((to - from) * i) / steps) * Math.PI) / 180
    return [cx + rx * Math.cos(turn), cy + ry * Math.sin(turn)] as const
  })

/** Two legs and a round bow; the passage is half as wide as the whole. */
const arch: Shape = (w, h, d) => {
  const [outer, inner] = [w / 2, w / 4]
  const spring = Math.max(0, h - outer)
  const rise = h - spring
  const corners: Corners = [
    [-outer, 0],
    [-inner, 0],
    ...bow(0, spring, inner, Math.max(1, rise - (outer - inner)), 180, 0, 24),
    [inner, 0],
    [outer, 0],
    ...bow(0, spring, outer, rise, 0, 180, 36),
  ]
  return extruded(corners, d, edge(w, h, d))
}

/** A solid panel, straight on the left; on the right its top falls off in a quarter bow. */
const halfArch: Shape = (w, h, d) => {
  const rise = Math.min(h, w)
  return extruded([[0, 0], [w, 0], ...bow(0, h - rise, w, rise, 0, 90, 32)], d, edge(w, h, d))
}

const steps: Shape = (w, h, d) => {
  const stair: (readonly [number, number])[] = [
    [0, 0],
    [d, 0],
  ]
  for (let i = 0; i < 3; i++) stair.push([d - (i * d) / 3, ((i + 1) * h) / 3], [d - ((i + 1) * d) / 3, ((i + 1) * h) / 3])
  return extruded(stair, w, edge(h / 3, d / 3)).rotateY(-Math.PI / 2)
}

/** A square pedestal: foot, shaft and cap. */
const plinth: Shape = (w, h, d) => {
  const lip = Math.min(h * 0.09, w * 0.12)
  const course = (share: number, height: number, y: number) => block(w * share, height, d * share).translate(0, y + height / 2, 0)
  return mergeGeometries([course(1, lip, 0), course(0.86, h - 2 * lip + 1, lip - 0.5), course(1, lip, h - lip)])
}

const wedge: Shape = (w, h, d) =>
  extruded(
    [
      [-w / 2, 0],
      [w / 2, 0],
      [-w / 2, h],
    ],
    d,
    edge(w, h, d),
  )

/** Upright, or lying where it is flatter than deep. */
const ring: Shape = (w, h, d) => {
  const lying = h < d
  const thick = Math.min(lying ? h : d, w * 0.4)
  const torus = new TorusGeometry(w / 2 - thick / 2, thick / 2, 18, 80)
  return lying ? torus.rotateX(Math.PI / 2) : torus
}

const frame: Shape = (w, h, d) => {
  const bar = Math.min(w, h) * 0.11
  const box = (x: number, y: number): Corners => [
    [-x, -y],
    [x, -y],
    [x, y],
    [-x, y],
  ]
  return extruded(box(w / 2, h / 2), d, edge(bar, d) * 2, [[...box(w / 2 - bar, h / 2 - bar)].reverse()])
}

/** Fluted, between a base and a capital of rings. */
const column: Shape = (w, h) => {
  const r = w / 2
  const part = Math.min(h * 0.12, w * 0.22)
  const foot: Profile = [
    [0, 0],
    [r, 0, 1],
    [r, part * 0.5, part * 0.2],
    [r * 0.86, part * 0.55, 0.6],
    [r * 0.9, part * 0.78, part * 0.2],
    [r * 0.8, part, 0.6],
    [r * 0.7, part],
  ]
  const shaft = turned(
    [
      [r * 0.76, part * 0.9],
      [r * 0.76, h * 0.35],
      [r * 0.66, h - part * 0.9],
    ],
    120,
    (turn) => {
      const flute = 1 - 0.07 * Math.sqrt(Math.abs(Math.sin(turn * 10)))
      return [Math.sin(turn) * flute, Math.cos(turn) * flute]
    },
  )
  const top = foot.map(([x, y, round]) => [x, h - y, round] as const).reverse()
  return mergeGeometries([turned(foot, 32, undefined, 3), shaft, turned(top, 32, undefined, 3)])
}

const solid =
  (shape: Shape, way: 'box' | 'axis'): Maker =>
  ({ size }) => [{ geometry: unwrap(fill(shape(...size), size), way) }]

export const solids = {
  box: solid(block, 'box'),
  slab: solid(block, 'box'),
  cylinder: solid(barrel, 'axis'),
  disc: solid(barrel, 'axis'),
  cone: solid(cone, 'axis'),
  column: solid(column, 'axis'),
  arch: solid(arch, 'box'),
  'half-arch': solid(halfArch, 'box'),
  steps: solid(steps, 'box'),
  plinth: solid(plinth, 'box'),
  wedge: solid(wedge, 'box'),
  ring: solid(ring, 'box'),
  frame: solid(frame, 'box'),
  sphere: ({ size, turn }) => {
    const ball = fill(
      blob(() => {}, 11),
      size,
    )
    return [{ geometry: unwrapRound(ball, new Vector3(0, 0.35, 1).applyAxisAngle(new Vector3(0, 1, 0), (-turn * Math.PI) / 180)) }]
  },
} satisfies Partial<Record<MadeKind, Maker>>
