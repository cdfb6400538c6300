import { lettering } from '../render/lettering.mjs'
import { place } from '../render/mesh.mjs'
import { fbm, hash3, noise, smoothstep } from '../render/noise.mjs'
import { makeRoom, panes } from '../render/room.mjs'
import { box, loft, rounded, slab, surface } from '../render/shapes.mjs'
import { stone, weave } from '../render/textures.mjs'
import { bowl, houseplant } from './props.mjs'

const TURN = -17
const LABEL = [4.3, 4.6]

/** Glass walls with a thick foot, perfume up to the shoulder, air above it, a dip tube. */
function bottle(stage) {
  const glass = stage.medium({ ior: 1.5, absorb: [0.004, 0.006, 0.012] })
  const perfume = stage.medium({ ior: 1.37, absorb: [0.045, 0.27, 1.1] })
  const outer = stage.glass(glass)
  const wet = stage.glass(perfume, glass)
  const level = stage.glass(perfume)
  const dry = stage.glass(stage.air, glass)
  stage.put(place({ at: [0, 0.01, 0], turn: [0, TURN, 0] }), (mesh) => {
    slab(
      mesh,
      rounded(
        [
          [-0.35, 0.12],
          [-0.3, 0, 0.1],
          [0, 0, 0.35],
          [0, 9.2, 0.8],
          [-1.35, 9.35, 0.5],
          [-1.55, 9.75],
        ],
        7,
      ),
      3.4,
      2,
      0.7,
      outer,
    )
    const wall = rounded(
      [
        [-1, 1.1],
        [-0.55, 1.1, 0.3],
        [-0.55, 7.7],
      ],
      6,
    )
    slab(mesh, wall, 3.4, 2, 0.9, wet)
    mesh.triangles.length -= capTriangles() * 4
    const air = rounded(
      [
        [-0.55, 7.7],
        [-0.55, 8.5, 0.5],
        [-1.7, 8.75],
      ],
      6,
    )
    slabOpen(mesh, air, dry)
    const from = mesh.vertexCount
    slab(
      mesh,
      [
        [-0.552, 0],
        [-0.552, 0.0001],
      ],
      3.4,
      2,
      0.9,
      level,
    )
    keepTopCap(mesh)
    mesh.moveSince(from, place({ at: [0, 7.7, 0] }))
  })
}

/** Triangles of one flat end of a slab. */
const capTriangles = () => 28

function slabOpen(mesh, profile, material) {
  // Filled with air inside, so the border winds the other way round: the air is "inside", glass outside.
  slab(mesh, profile, 3.4, 2, 0.9, material)
  const t = mesh.triangles
  const ends = capTriangles() * 2 * 4
  const top = t.data.slice(t.length - ends / 2, t.length)
  t.length -= ends
  t.need(top.length).set(top, t.length)
  t.length += top.length
}

function keepTopCap(mesh) {
  const t = mesh.triangles
  const cap = capTriangles() * 4
  const top = t.data.slice(t.length - cap, t.length)
  t.length -= 28 * 2 * 4 + cap * 2
  t.need(cap).set(top, t.length)
  t.length += cap
}

function cap(stage) {
  const gold = stage.material((s) => {
    s.colour(0.85, 0.6, 0.32)
    s.metal = 1
    s.rough = 0.2
    s.bump((x, y, z) => 0.0006 * noise(x * 3, y * 60, z * 3), 0.01)
  })
  const black = stage.material((s) => {
    s.colour(0.012, 0.011, 0.011)
    s.rough = 0.16
    s.spec = 0.05
  })
  const tubing = stage.material((s) => {
    s.colour(0.7, 0.68, 0.62)
    s.rough = 0.4
  })
  stage.put(place({ turn: [0, TURN, 0] }), (mesh) => {
    loft(
      mesh,
      rounded([
        [0, 8.9],
        [1.5, 8.9, 0.1],
        [1.5, 9.95, 0.08],
        [1.15, 9.95, 0.05],
        [1.15, 10.3, 0.02],
        [0, 10.3],
      ]),
      gold,
      { around: 80 },
    )
    const from = mesh.vertexCount
    slab(
      mesh,
      rounded(
        [
          [-0.3, 0, 0.1],
          [0, 0, 0.16],
          [0, 3.5, 0.22],
          [-0.4, 3.5],
        ],
        6,
      ),
      1.75,
      1.5,
      0.28,
      black,
    )
    mesh.moveSince(from, place({ at: [0, 10.12, 0] }))
    loft(
      mesh,
      [
        [0.13, 1.3],
        [0.13, 9],
      ],
      tubing,
      { around: 20 },
    )
    loft(
      mesh,
      rounded([
        [0, 7.9],
        [0.6, 7.9, 0.1],
        [0.75, 8.9],
      ]),
      tubing,
      { around: 40 },
    )
  })
}

function label(stage) {
  const [w, h] = LABEL
  const ink = lettering(
    [
      { text: 'VITRINE', at: 0.66, size: 0.115, gap: 0.3, heavy: 0.13, light: 0.05 },
      { text: 'No 7', at: 0.31, size: 0.22, gap: 0.14, heavy: 0.14, light: 0.04 },
      { text: 'EAU DE PARFUM', at: 0.175, size: 0.045, gap: 0.3, heavy: 0.14, light: 0.09 },
      { text: '100 ML', at: 0.085, size: 0.036, gap: 0.3, heavy: 0.14, light: 0.09 },
    ],
    w / h,
    1024,
  )
  const paper = stage.material((s) => {
    const x = s.u * w
    const y = s.v * h
    s.colour(0.8, 0.76, 0.67)
    const rim = Math.min(x, w - x, y, h - y)
    let k = ink(s.u, s.v)
    if (Math.abs(rim - 0.16) < 0.018 || (Math.abs(y - h * 0.605) < 0.012 && x > 1.5 && x < w - 1.5)) k = 1
    s.towards(0.035, 0.03, 0.028, k)
    s.rough = 0.75
    s.spec = 0.03
    s.bump((a, b, c) => 0.004 * noise(a * 22, b * 22, c * 22), 0.02)
  })
  stage.put(place({ at: [0, 4.7, 0], turn: [0, TURN, 0] }), (mesh) => {
    surface(mesh, (u, v) => [(u - 0.5) * w, (v - 0.5) * h, 2.012], 4, 4, paper)
    surface(
      mesh,
      (u, v) => [(0.5 - u) * w, (v - 0.5) * h, 2.004],
      2,
      2,
      stage.material((s) => s.colour(0.7, 0.66, 0.58)),
    )
  })
}

/** Glazed tiles with mortar joints, each a little out of true. */
function tiles(s) {
  const [w, h] = [15, 7.5]
  const row = Math.floor(s.py / h)
  const x = s.px + (row & 1) * w * 0.5
  const column = Math.floor(x / w)
  const fx = x - column * w
  const fy = s.py - row * h
  const edge = Math.min(fx, w - fx, fy, h - fy)
  if (edge < 0.16) {
    s.colour(0.62, 0.6, 0.55)
    s.rough = 0.9
    return
  }
  const k = 0.86 + 0.22 * hash3(column, row, 5)
  s.colour(0.23 * k, 0.33 * k, 0.27 * k)
  s.rough = 0.13
  const lip = smoothstep(0.7, 0.16, edge) * 0.3
  const lean = (n) => (hash3(column, row, n) - 0.5) * 0.05
  s.tilt(
    lean(1) + (fx < w - fx ? -1 : 1) * (Math.min(fx, w - fx) < 0.7 ? lip : 0),
    lean(2) + (fy < h - fy ? -1 : 1) * (Math.min(fy, h - fy) < 0.7 ? lip : 0),
    0,
  )
}

function build(stage) {
  bottle(stage)
  cap(stage)
  label(stage)
  const shelf = stage.material((s) =>
    stone(s, { base: [0.5, 0.47, 0.43], cloud: [0.38, 0.355, 0.325], vein: [0.2, 0.185, 0.175], scale: 0.07, rough: 0.22 }),
  )
  stage.put(place({ at: [0, -1.5, 10] }), (mesh) => box(mesh, [90, 1.5, 40], 0.3, shelf))
  const back = stage.material(tiles)
  stage.put(place({ at: [0, 0, -30] }), (mesh) => surface(mesh, (u, v) => [(u - 0.5) * 400, v * 160 - 30, 0], 2, 2, back))
  const towel = stage.material((s) => {
    const lean = weave(s, s.u * 90, s.v * 60, [0.74, 0.7, 0.63], { contrast: 0.25, slub: 0.3 })
    s.tilt(lean, lean, 0)
    s.bump((x, y, z) => 0.03 * noise(x * 6, y * 6, z * 6), 0.05)
  })
  for (const [i, y] of [2, 5.7, 9.2].entries()) {
    stage.put(place({ at: [15.5 + (i % 2) * 0.7, y, -16], turn: [0, 12 - i * 6, 0] }), (mesh) =>
      surface(
        mesh,
        (u, v) => {
          const a = v * 2 * Math.PI
          const x = (u - 0.5) * 20
          const flat = 1.75 + 0.15 * fbm(x * 0.2, Math.cos(a), Math.sin(a) + i * 5, 2)
          const c = Math.cos(a)
          const d = Math.sin(a)
          return [x, flat * Math.sign(d) * Math.abs(d) ** 0.7, 8 * Math.sign(c) * Math.abs(c) ** 0.55]
        },
        60,
        60,
        towel,
      ),
    )
  }
  bowl(stage, place({ at: [-11.5, 0, -9] }), 4.6, 3.4, [0.25, 0.24, 0.23], 0.5)
  houseplant(stage, place({ at: [-17, 0, -20] }), {
    radius: 5,
    height: 20,
    leaves: 46,
    seed: 7,
    pot: [0.7, 0.62, 0.52],
    green: [0.045, 0.105, 0.035],
  })
  stage.window({ at: [-75, 36, 24], u: [0, 0, -32], v: [0, 42, 0], light: [21, 23, 26], pattern: panes(2, 3) })
  stage.window({ at: [95, 40, -5], u: [0, 0, 16], v: [0, 34, 0], light: [6, 6, 6.5], pattern: panes(1, 2) })
  return makeRoom({ level: 0.42 })
}

export const scene = {
  view: { eye: [1.5, 10.5, 36], target: [0, 6.4, 0], fov: 33, focus: 34.2, lens: 0.28, roll: 0.5 },
  look: { ev: 0, balance: [1.05, 1, 0.95] },
  build,
}
