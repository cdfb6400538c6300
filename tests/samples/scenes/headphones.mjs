import { place } from '../render/mesh.mjs'
import { fbm, noise, smoothstep } from '../render/noise.mjs'
import { makeRoom, panes } from '../render/room.mjs'
import { box, curve, loft, rounded, surface, tube } from '../render/shapes.mjs'
import { weave } from '../render/textures.mjs'
import { book, frame, houseplant, table, wall } from './props.mjs'

const TURNS = 2 * Math.PI
const power = (c, p) => Math.sign(c) * Math.abs(c) ** p

/** A band swept along an arch in the x-y plane: half width (z) and half thickness may change along it. */
function arch(mesh, line, wide, thick, material, roundness = 0.55) {
  surface(
    mesh,
    (u, v) => {
      const [x, y] = line(v)
      const a = line(Math.min(1, v + 0.004))
      const b = line(Math.max(0, v - 0.004))
      const l = Math.hypot(a[0] - b[0], a[1] - b[1])
      const nx = -(a[1] - b[1]) / l
      const ny = (a[0] - b[0]) / l
      const close = Math.min(1, Math.sqrt(Math.max(0, Math.min(v, 1 - v)) * 60) + 0.02)
      const t = thick(v) * close * power(Math.sin(u * TURNS), roundness)
      return [x + nx * t, y + ny * t, wide(v) * close * power(Math.cos(u * TURNS), roundness)]
    },
    64,
    140,
    material,
  )
}

/** One ear cup about the origin, its outside towards +x. */
function cup(mesh, { shell, cushion, cloth, trim, metal }) {
  const [ry, rz] = [4.55, 3.75]
  const body = curve([
    [0, 0.86],
    [0.25, 0.95],
    [0.9, 1],
    [1.6, 0.985],
    [2.2, 0.9],
    [2.5, 0.76],
    [2.62, 0.5],
    [2.66, 0.2],
    [2.66, 0],
  ])
  surface(
    mesh,
    (u, v) => {
      const [x, k] = body(v)
      return [x, ry * k * power(Math.cos(u * TURNS), 0.9), rz * k * power(Math.sin(u * TURNS), 0.9)]
    },
    120,
    60,
    shell,
  )
  surface(
    mesh,
    (u, v) => {
      const a = v * TURNS
      const k = 0.7 + 0.275 * power(Math.cos(a), 0.75)
      const crease = 0.03 * noise(Math.cos(u * TURNS) * 5, Math.sin(u * TURNS) * 5, Math.sin(a) * 2)
      return [-1.05 + (1 + crease) * power(Math.sin(a), 0.7), ry * k * Math.cos(u * TURNS), rz * k * Math.sin(u * TURNS)]
    },
    140,
    48,
    cushion,
  )
  surface(mesh, (u, v) => [-0.9, ry * 0.6 * v * Math.cos(u * TURNS), rz * 0.6 * v * Math.sin(u * TURNS)], 48, 6, cloth)
  surface(
    mesh,
    (u, v) => {
      const a = v * TURNS
      const k = 0.985 + 0.022 * Math.cos(a)
      return [0.12 + 0.12 * Math.sin(a), ry * k * Math.cos(u * TURNS), rz * k * Math.sin(u * TURNS)]
    },
    120,
    16,
    trim,
  )
  hub(mesh, metal)
}

function hub(mesh, metal) {
  const from = mesh.vertexCount
  loft(
    mesh,
    rounded(
      [
        [1.5, 0],
        [1.5, 0.28, 0.12],
        [1.2, 0.36, 0.05],
        [0, 0.36],
      ],
      5,
    ),
    metal,
    { around: 80 },
  )
  mesh.moveSince(from, place({ at: [2.6, 0, 0], turn: [0, 0, -90] }))
}

function headphones(stage) {
  const shell = stage.material((s) => {
    s.colour(0.55, 0.51, 0.44)
    s.rough = 0.4
    s.bump((x, y, z) => 0.0009 * noise(x * 26, y * 26, z * 26), 0.01)
  })
  const cushion = stage.material((s) => {
    const tone = 0.9 + 0.2 * fbm(s.px * 0.8, s.py * 0.8, s.pz * 0.8, 2)
    s.colour(0.27 * tone, 0.135 * tone, 0.07 * tone)
    s.rough = 0.46
    s.bump((x, y, z) => 0.007 * fbm(x * 11, y * 11, z * 11, 2) + 0.02 * Math.abs(noise(x * 1.7, y * 1.7, z * 1.7)), 0.015)
  })
  const cloth = stage.material((s) => {
    const lean = weave(s, s.py * 11, s.pz * 11, [0.04, 0.038, 0.036], {})
    s.tilt(0, lean, 0)
  })
  const metal = stage.material((s) => {
    s.colour(0.86, 0.66, 0.5)
    s.metal = 1
    s.rough = 0.22
  })
  const parts = { shell, cushion, cloth, trim: metal, metal }
  const line = curve([
    [-8.35, 9.3],
    [-8.5, 11.5],
    [-7.9, 14.6],
    [-5.9, 17.7],
    [-3.1, 19.5],
    [0, 20.1],
    [3.1, 19.5],
    [5.9, 17.7],
    [7.9, 14.6],
    [8.5, 11.5],
    [8.35, 9.3],
  ])
  stage.put(place({ turn: [0, 33, 0] }), (mesh) => {
    for (const side of [-1, 1]) {
      stage.put(place({ at: [side * 6.15, 4.62, 0], turn: [0, side < 0 ? 180 : 0, side * -3] }), () => cup(mesh, parts))
      const arm = curve([
        [side * 8.36, 10.4, 0],
        [side * 8.5, 8.9, 0],
        [side * 9.15, 7.3, 0],
        [side * 9.3, 5.9, 0],
        [side * 9.12, 4.75, 0],
      ])
      tube(
        mesh,
        Array.from({ length: 40 }, (_, i) => arm(i / 39)),
        (t) => 0.62 + 0.2 * t,
        metal,
        { sides: 28, flat: 0.38, up: [1, 0, 0] },
      )
    }
    arch(
      mesh,
      line,
      (v) => 1.05 + 0.75 * Math.sin(Math.PI * v) ** 1.5,
      (v) => 0.42 + 0.1 * Math.sin(Math.PI * v),
      shell,
    )
    const inner = (v) => {
      const [x, y] = line(0.2 + 0.6 * v)
      return [x * 0.945, 9 + (y - 9) * 0.952]
    }
    arch(
      mesh,
      inner,
      (v) => 1.25 + 0.35 * Math.sin(Math.PI * v),
      (v) => 0.42 + 0.28 * Math.sin(Math.PI * v) ** 0.6,
      cushion,
      0.7,
    )
  })
}

function build(stage) {
  headphones(stage)
  table(stage, {
    colours: [
      [0.2, 0.105, 0.055],
      [0.07, 0.032, 0.016],
    ],
    width: 14,
    back: -42,
    seed: 21,
    turn: 5,
    rough: 0.36,
  })
  wall(stage, -85, [0.28, 0.33, 0.3])
  book(stage, place({ at: [24, 0, -19], turn: [0, -24, 0] }), [23, 2.6, 17], [0.5, 0.2, 0.12])
  book(stage, place({ at: [25, 2.6, -19], turn: [0, -8, 0] }), [20, 2, 14], [0.62, 0.58, 0.5])
  houseplant(stage, place({ at: [-30, 0, -24] }), {
    radius: 7,
    height: 28,
    leaves: 64,
    seed: 13,
    pot: [0.6, 0.56, 0.5],
    green: [0.05, 0.105, 0.04],
  })
  frame(
    stage,
    place({ at: [30, 40, -84] }),
    [36, 46],
    [0.05, 0.045, 0.04],
    [
      [0.74, 0.71, 0.64],
      [0.2, 0.3, 0.3],
    ],
  )
  const paper = stage.material((s) => {
    s.colour(0.78, 0.75, 0.68)
    const row = (s.v * 26) % 1
    if (row < 0.05) s.colour(0.5, 0.55, 0.62)
    s.rough = 0.85
  })
  const cover = stage.material((s) => {
    s.colour(0.06, 0.065, 0.07)
    s.rough = 0.5
  })
  stage.put(place({ at: [-19, 0.02, 10], turn: [0, 24, 0] }), (mesh) => {
    stage.put(place({ at: [0, 0.3, 0] }), (m) => box(m, [8, 0.3, 10.5], 0.15, cover))
    surface(mesh, (u, v) => [(u - 0.5) * 15, 0.66 + 0.08 * smoothstep(0.5, 1, u) * noise(v * 2, u * 2, 1), (0.5 - v) * 20], 30, 30, paper)
  })
  const wood = stage.material((s) => {
    const facet = Math.abs(((s.v * 6) % 1) - 0.5)
    s.colour(0.7 - facet * 0.15, 0.43, 0.1)
    if (s.u > 0.9) s.colour(0.72, 0.55, 0.36)
    if (s.u > 0.975) s.colour(0.05, 0.05, 0.05)
    s.rough = 0.35
  })
  stage.put(place({ at: [-17, 1.08, 9], turn: [0, 60, 0] }), (mesh) =>
    tube(
      mesh,
      Array.from({ length: 41 }, (_, i) => [-8 + i * 0.4, 0, 0]),
      (t) => (t > 0.9 ? 0.36 * (1.02 - t) * 10 + 0.01 : 0.37),
      wood,
      { sides: 6 },
    ),
  )
  stage.window({ at: [-120, 62, 50], u: [0, 0, -44], v: [0, 56, 0], light: [21, 22.5, 25], pattern: panes(2, 2) })
  return makeRoom({ level: 0.36 })
}

export const scene = {
  view: { eye: [-1, 21, 52], target: [0.2, 9.9, 0], fov: 42, focus: 50, lens: 0.28, roll: 0.6 },
  look: { ev: -0.3, balance: [1.04, 1, 0.96] },
  build,
}
