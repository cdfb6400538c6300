import { place } from '../render/mesh.mjs'
import { fbm, hash3, noise, smoothstep, stream } from '../render/noise.mjs'
import { makeRoom, panes } from '../render/room.mjs'
import { box, curve, loft, surface, tube } from '../render/shapes.mjs'
import { book, frame, houseplant, table, wall } from './props.mjs'

const TURNS = 2 * Math.PI
const crown = curve([
  [8.6, 0],
  [9.5, 3],
  [9.7, 6],
  [9.2, 9],
  [7.9, 12],
  [5.6, 14.4],
  [2.8, 15.6],
  [0.7, 15.9],
])
const cuff = curve([
  [9.6, 0.35],
  [10.1, 1.2],
  [10.35, 3],
  [10.3, 4.8],
  [9.9, 5.7],
])

/** A point on the cap's skin: height 0..1 along the profile, angle, lifted `out` cm along the normal; hand-pulled unevenness included. */
function skin(profile, height, angle, out) {
  const t = Math.min(1, Math.max(0, height))
  const [r, y] = profile(t)
  const a = profile(Math.min(1, t + 0.01))
  const b = profile(Math.max(0, t - 0.01))
  const l = Math.hypot(a[0] - b[0], a[1] - b[1])
  const nr = (a[1] - b[1]) / l
  const ny = -(a[0] - b[0]) / l
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  const pull = 0.35 * noise(c * 1.3, y * 0.16, s * 1.3) + 0.12 * noise(c * 4, y * 0.4, s * 4 + 7)
  const rr = r * (1 + 0.03 * Math.cos(2 * angle + 0.6)) + nr * out + pull * Math.min(1, r / 4)
  return [rr * c, y + ny * out + 0.25 * noise(c * 1.5, 3, s * 1.5) * t, rr * s]
}

/** Knits rows of yarn on a profile: every row is one closed thread of `count` loops, hooked into its neighbours. */
function knit(mesh, profile, { rows, count, yarn, material, rib, from = 0, to = 1 }) {
  const per = 10
  for (let row = 0; row < rows; row++) {
    const t = from + ((to - from) * (row + 0.5)) / rows
    const high = (to - from) / rows
    const [r] = profile(t)
    const loop = TURNS / count
    const narrow = Math.min(1, (r * loop) / 0.62)
    const points = []
    for (let i = 0; i <= count * per; i++) {
      const p = (i / per) * TURNS
      const stitch = Math.floor(i / per) % count
      const jitter = hash3(row, stitch, 1) - 0.5
      const angle = (i / per) * loop + loop * (0.17 * Math.sin(2 * p) + 0.03 * jitter)
      const purl = rib ? Math.cos(((i / per) * TURNS * rib) / count) : 1
      const front = rib ? smoothstep(-0.5, 0.5, purl) * 2 - 1 : 1
      const out = -0.13 * Math.cos(2 * p) * front * narrow + (rib ? 0.24 * purl : 0) + 0.02 * jitter
      points.push(skin(profile, t + high * (0.92 * Math.cos(p) + 0.06 * jitter), angle, out))
    }
    tube(mesh, points, yarn * (0.55 + 0.45 * narrow), material, { sides: 6, capped: false })
  }
}

function wool(stage, [r, g, b]) {
  return stage.material((s) => {
    // Two plies twisted round each other, and loose fibres.
    const ply = Math.abs(Math.sin(s.u * 2600 + s.v * TURNS))
    const heather = 1 + 0.22 * fbm(s.px * 2.2, s.py * 2.2, s.pz * 2.2, 3)
    const k = (0.55 + 0.5 * ply) * heather
    s.colour(r * k, g * k, b * k)
    s.rough = 0.95
    s.spec = 0.02
    s.sheen = 0.7
    s.bump((x, y, z) => 0.025 * noise(x * 16, y * 16, z * 16), 0.02)
  })
}

/** Cut yarn ends in a ball: each untwists on its way out, so the outside is a soft, uneven fuzz. */
function pompom(stage, at, radius, [r, g, b]) {
  const random = stream(11)
  const fuzz = stage.material((s) => {
    // Dark and dense inside, light through the loose ends.
    const out = smoothstep(0.45, 1, Math.hypot(s.px - at[0], s.py - at[1], s.pz - at[2]) / radius)
    const k = 0.6 + 0.45 * out + 0.25 * noise(s.px * 5, s.py * 5, s.pz * 5)
    s.colour(r * k, g * k, b * k)
    s.tr = 0.3 * r * k
    s.tg = 0.3 * g * k
    s.tb = 0.3 * b * k
    s.rough = 1
    s.spec = 0
    s.sheen = 0.6
  })
  stage.put(place({ at }), (mesh) => {
    for (let i = 0; i < 11000; i++) {
      const z = 2 * random() - 1
      const a = TURNS * random()
      const flat = Math.sqrt(1 - z * z)
      const d = [flat * Math.cos(a), z, flat * Math.sin(a)]
      const far = radius * (0.84 + 0.14 * random() + 0.09 * noise(d[0] * 2.5, d[1] * 2.5, d[2] * 2.5))
      const bend = [random() - 0.5, random() - 0.62, random() - 0.5].map((c) => c * radius * 0.75)
      const kink = [random() - 0.5, random() - 0.5, random() - 0.5].map((c) => c * radius * 0.2)
      const points = [0.4, 0.6, 0.74, 0.86, 0.95, 1].map((t, n) =>
        d.map((c, k) => c * far * t + bend[k] * (t - 0.4) ** 2 + kink[k] * Math.sin(n * 1.7) * t),
      )
      tube(mesh, points, (t) => 0.05 + 0.01 * t, fuzz, { sides: 4, capped: false })
    }
  })
}

function tag(stage, material) {
  const thread = stage.material((s) => s.colour(0.75, 0.7, 0.6))
  stage.put(place({ turn: [0, 14, 0] }), (mesh) => {
    surface(mesh, (u, v) => skin(cuff, 0.36 + 0.3 * v, Math.PI / 2 + 0.15 - 0.3 * u, 0.62), 24, 12, material)
    for (const u of [0.06, 0.94])
      for (let k = 0; k < 7; k++) {
        const p = skin(cuff, 0.38 + 0.26 * ((k + 0.2) / 7), Math.PI / 2 + 0.15 - 0.3 * u, 0.64)
        const q = skin(cuff, 0.38 + 0.26 * ((k + 0.75) / 7), Math.PI / 2 + 0.15 - 0.3 * u, 0.64)
        tube(mesh, [p, q], 0.045, thread, { sides: 5 })
      }
  })
}

function build(stage) {
  const yarn = wool(stage, [0.62, 0.31, 0.055])
  const inner = stage.material((s) => {
    s.colour(0.22, 0.1, 0.018)
    s.rough = 1
    s.spec = 0
  })
  const leather = stage.material((s) => {
    s.colour(0.16, 0.075, 0.035)
    s.rough = 0.5
    s.bump((x, y, z) => 0.012 * fbm(x * 9, y * 9, z * 9, 2), 0.02)
  })
  stage.put(place({ turn: [0, 8, 0] }), (mesh) => {
    knit(mesh, crown, { rows: 44, count: 92, yarn: 0.165, material: yarn, from: 0.22, to: 0.995 })
    knit(mesh, cuff, { rows: 17, count: 96, yarn: 0.17, material: yarn, rib: 24 })
    surface(mesh, (u, v) => skin(crown, 0.1 + 0.9 * v, u * TURNS, -0.3), 120, 60, inner)
    surface(mesh, (u, v) => skin(cuff, v, u * TURNS, -0.42), 120, 20, inner)
  })
  tag(stage, leather)
  pompom(stage, [0.2, 18, 0], 3.7, [0.74, 0.38, 0.07])
  table(stage, {
    colours: [
      [0.62, 0.52, 0.4],
      [0.42, 0.32, 0.22],
    ],
    width: 16,
    back: -34,
    seed: 9,
    turn: -4,
    rough: 0.5,
  })
  wall(stage, -70, [0.2, 0.26, 0.27])
  book(stage, place({ at: [-25, 0, -14], turn: [0, 18, 0] }), [22, 3.2, 16], [0.55, 0.5, 0.42])
  book(stage, place({ at: [-24, 3.2, -14], turn: [0, 31, 0] }), [19, 2.4, 14], [0.14, 0.2, 0.24])
  houseplant(stage, place({ at: [31, 0, -22] }), {
    radius: 6.5,
    height: 26,
    leaves: 60,
    seed: 3,
    pot: [0.72, 0.68, 0.6],
    green: [0.05, 0.11, 0.045],
  })
  frame(
    stage,
    place({ at: [-26, 36, -69] }),
    [30, 40],
    [0.4, 0.27, 0.14],
    [
      [0.75, 0.72, 0.65],
      [0.5, 0.22, 0.12],
    ],
  )
  const cup = stage.material((s) => {
    s.colour(0.72, 0.7, 0.66)
    s.rough = 0.15
  })
  stage.put(place({ at: [-24, 5.6, -14] }), (mesh) =>
    loft(
      mesh,
      [
        [0, 0],
        [2.6, 0],
        [3.4, 1.2],
        [4, 6.5],
        [3.8, 6.5],
        [3.2, 1.4],
        [0, 0.8],
      ],
      cup,
      { around: 60 },
    ),
  )
  stage.put(place({ at: [22, 0.4, 11], turn: [0, -35, 0] }), (mesh) => box(mesh, [5.5, 0.35, 3.2], 0.25, leather))
  stage.window({ at: [-130, 60, 40], u: [0, 0, -50], v: [0, 60, 0], light: [19, 20, 22], pattern: panes(2, 2) })
  return makeRoom({ level: 0.36 })
}

export const scene = {
  view: { eye: [2, 24, 62], target: [0.3, 9.6, 0], fov: 41, focus: 56, lens: 0.3, roll: 0.4 },
  look: { ev: -0.25, balance: [1.03, 1, 0.97] },
  build,
}
