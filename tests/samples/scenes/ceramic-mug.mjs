import { place } from '../render/mesh.mjs'
import { fbm, hash3, mix, noise, smoothstep } from '../render/noise.mjs'
import { makeRoom, panes } from '../render/room.mjs'
import { blend, polygonise } from '../render/sdfmesh.mjs'
import { curve, tube } from '../render/shapes.mjs'
import { bowl, cloth, frame, lemon, table, wall } from './props.mjs'

const HEIGHT = 9.4
const handlePath = curve([
  [3.6, 7.6],
  [5.3, 7.85],
  [7.0, 7.0],
  [7.35, 5.2],
  [6.7, 3.4],
  [5.5, 2.5],
  [4.2, 2.3],
])
const handle = Array.from({ length: 29 }, (_, i) => handlePath(i / 28))

const profile = curve([[3.55], [4.45], [4.72], [4.6], [4.2], [3.82]])
const belly = (y) => profile(y / HEIGHT)[0]

/** Distance to the mug: a turned body with a hollow, and a strap handle that flows into it. */
function mug(x, y, z) {
  const q = Math.sqrt(x * x + z * z)
  const waist = belly(y)
  let d = outer(q - waist, Math.abs(y - HEIGHT / 2) - HEIGHT / 2, 0.17)
  d = blend(d, strap(x, y, z), 0.9)
  const hollow = outer(q - (waist - 0.36), 0.55 - y, 1.1)
  return -blend(-d, hollow, 0.16)
}

/** The corner of two half spaces, rounded by r. */
function outer(a, b, r) {
  const u = Math.max(0, a + r)
  const v = Math.max(0, b + r)
  return Math.sqrt(u * u + v * v) + Math.min(0, Math.max(a + r, b + r)) - r
}

function strap(x, y, z) {
  let best = 1e9
  let t = 0
  for (let i = 0; i + 1 < handle.length; i++) {
    const [ax, ay] = handle[i]
    const bx = handle[i + 1][0] - ax
    const by = handle[i + 1][1] - ay
    const h = Math.min(1, Math.max(0, ((x - ax) * bx + (y - ay) * by) / (bx * bx + by * by)))
    const dx = x - ax - bx * h
    const dy = y - ay - by * h
    const d = dx * dx + dy * dy
    if (d < best) {
      best = d
      t = (i + h) / (handle.length - 1)
    }
  }
  const wide = 0.34 + 0.22 * Math.abs(t - 0.5) * 2
  const flat = Math.max(0, Math.abs(z) - wide)
  return Math.sqrt(best + flat * flat) - 0.36
}

function glazed(s) {
  const { px: x, py: y, pz: z } = s
  const angle = Math.atan2(z, x)
  const edge = 2.15 + 0.22 * fbm(Math.cos(angle) * 2, Math.sin(angle) * 2, 1, 3)
  const inside = y > 0.4 && x * x + z * z < (belly(y) - 0.2) ** 2
  if (y < edge && !inside) {
    const grit = 1 + 0.12 * noise(x * 9, y * 9, z * 9) + 0.1 * noise(x * 27, y * 27, z * 27)
    s.colour(0.56 * grit, 0.41 * grit, 0.28 * grit)
    s.rough = 0.75
    s.bump((a, b, c) => 0.004 * noise(a * 21, b * 21, c * 21) + 0.004 * noise(a, b * 24, c), 0.012)
    return
  }
  const flow = fbm(x * 0.5, y * 0.22, z * 0.5, 4)
  const t = smoothstep(-0.3, 0.5, flow + (y - 5) * 0.06)
  s.colour(mix(0.035, 0.12, t), mix(0.1, 0.215, t), mix(0.14, 0.235, t))
  s.towards(0.5, 0.36, 0.2, 0.75 * smoothstep(HEIGHT - 0.3, HEIGHT, y + 0.12 * noise(x * 2, y, z * 2)))
  s.towards(0.2, 0.24, 0.22, inside ? 0 : 0.6 * smoothstep(edge + 0.35, edge, y))
  const spots = 3.2
  const cell = [x, y, z].map((c) => Math.floor(c * spots))
  const at = [0, 1, 2].map((k) => (cell[k] + 0.2 + 0.6 * hash3(cell[0] * 3 + k, cell[1], cell[2])) / spots)
  const size = 0.02 + 0.055 * hash3(cell[0], cell[1] + 50, cell[2]) ** 3
  if (hash3(cell[0], cell[1], cell[2] + 9) < 0.6)
    s.towards(0.05, 0.035, 0.025, 0.8 * (1 - smoothstep(size * 0.6, size, Math.hypot(x - at[0], y - at[1], z - at[2]))))
  s.rough = 0.065
  s.spec = 0.05
  s.bump((a, b, c) => 0.018 * noise(a * 0.9, b * 0.9, c * 0.9), 0.1)
}

function build(stage) {
  const glaze = stage.material(glazed)
  stage.put(place({ turn: [0, -24, 0] }), (mesh) => polygonise(mesh, mug, [-5.2, -0.4, -5.2, 8.4, HEIGHT + 0.5, 5.2], 0.11, glaze))
  table(stage, {
    colours: [
      [0.36, 0.205, 0.105],
      [0.13, 0.06, 0.026],
    ],
    turn: 7,
    seed: 4,
  })
  wall(stage, -150, [0.62, 0.58, 0.52])
  cloth(stage, place({ at: [-13.5, 0, -9], turn: [0, 34, 0] }), [24, 19], [0.72, 0.68, 0.6], { stripe: [0.2, 0.26, 0.34], folds: 0.7 })
  bowl(stage, place({ at: [15, 0, -24] }), 9, 6.5, [0.74, 0.71, 0.66])
  lemon(stage, place({ at: [13, 5.2, -23.5], turn: [20, 40, 80] }))
  lemon(stage, place({ at: [18, 5.6, -26], turn: [70, 10, 30] }))
  lemon(stage, place({ at: [11.2, 5.4, -28.5], turn: [85, 100, 0] }))
  frame(
    stage,
    place({ at: [-38, 34, -149] }),
    [44, 56],
    [0.14, 0.08, 0.045],
    [
      [0.8, 0.77, 0.7],
      [0.62, 0.25, 0.12],
    ],
  )
  const steel = stage.material((s) => {
    s.colour(0.75, 0.72, 0.68)
    s.metal = 1
    s.rough = 0.2
  })
  stage.put(place({ at: [-10.5, 0.45, 3.5], turn: [0, 62, 0] }), (mesh) => {
    const path = curve([
      [-6.5, 0.05, 0],
      [-3, 0.15, 0],
      [0, 0.35, 0],
      [3, 0.6, 0],
      [4.4, 0.35, 0],
      [6.2, 0.15, 0],
      [7.6, 0.5, 0],
    ])
    tube(
      mesh,
      Array.from({ length: 60 }, (_, i) => path(i / 59)),
      (t) => (t < 0.68 ? 0.42 - 0.26 * smoothstep(0.05, 0.5, t) : 0.16 + 1.15 * Math.sqrt(Math.max(0, 1 - ((t - 0.85) / 0.155) ** 2))),
      steel,
      { sides: 20, flat: 0.22, up: [0, 1, 0] },
    )
  })
  stage.window({ at: [-105, 44, 62], u: [0, 0, -38], v: [0, 50, 0], light: [25, 27, 30], pattern: panes(2, 2) })
  return makeRoom({ level: 0.34 })
}

export const scene = {
  view: { eye: [1, 15.5, 33], target: [0.9, 4.7, 0], fov: 35, focus: 32.5, lens: 0.2, roll: -0.6 },
  look: { ev: -0.35, balance: [1.05, 1, 0.95] },
  build,
}
