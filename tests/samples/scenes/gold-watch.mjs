import { lettering } from '../render/lettering.mjs'
import { place } from '../render/mesh.mjs'
import { fbm, noise, smoothstep } from '../render/noise.mjs'
import { makeRoom, panes } from '../render/room.mjs'
import { box, curve, loft, rounded, slab, surface, tube } from '../render/shapes.mjs'
import { stone } from '../render/textures.mjs'
import { cloth, houseplant, table, wall } from './props.mjs'

// The closed strap stands as a loop in the y-z plane; the head sits on it, its normal rising 52 degrees towards the viewer.
const RISE = 52
const onHead = place({ at: [0, 5.6, 2.76], turn: [90 - RISE, 0, 0] })

/** Centre line of the strap in (z, y), from the upper lugs round the back to the lower lugs. */
const strapLine = (() => {
  const lug = (z, y) => {
    const p = onHead.point(0, y, z)
    return [p[2], p[1]]
  }
  const loop = [
    [-1.0, 6.78],
    [-2.55, 6.0],
    [-3.5, 4.35],
    [-3.45, 2.5],
    [-2.5, 1.05],
    [-0.9, 0.32],
    [0.8, 0.2],
    [2.4, 0.55],
    [3.7, 1.45],
    [4.3, 2.6],
  ]
  return curve([lug(-2.05, -0.42), lug(-2.4, -0.52), ...loop, lug(2.4, -0.52), lug(2.05, -0.42)])
})()

function strapFrame(t) {
  const [z, y] = strapLine(t)
  const a = strapLine(Math.min(1, t + 0.004))
  const b = strapLine(Math.max(0, t - 0.004))
  const l = Math.hypot(a[0] - b[0], a[1] - b[1])
  const tangent = [(a[0] - b[0]) / l, (a[1] - b[1]) / l]
  return { z, y, out: [tangent[1], -tangent[0]] }
}

function onStrap(t, x, lift) {
  const { z, y, out } = strapFrame(t)
  return [x, y + out[1] * lift, z + out[0] * lift]
}

const half = (t) => 0.99 - 0.14 * Math.sin(Math.PI * t)

function strap(stage) {
  const leather = stage.material((s) => {
    const tone = 0.85 + 0.3 * fbm(s.px * 0.9, s.py * 0.9, s.pz * 0.9, 3)
    const edge = smoothstep(0.82, 0.97, Math.abs(s.px) / 0.95)
    s.colour(0.255 * tone, 0.105 * tone, 0.038 * tone)
    s.towards(0.1, 0.04, 0.016, edge * 0.6)
    s.rough = 0.42
    s.bump((x, y, z) => 0.01 * fbm(x * 8, y * 8, z * 8, 3) + 0.008 * Math.abs(noise(x * 5, y * 5, z * 5)), 0.012)
  })
  const thread = stage.material((s) => {
    s.colour(0.72, 0.62, 0.45)
    s.rough = 0.8
  })
  const mesh = stage.mesh
  surface(
    mesh,
    (u, v) => {
      const a = u * 2 * Math.PI
      const c = Math.cos(a)
      const d = Math.sin(a)
      const swell = 0.15 + 0.11 * (Math.exp(-v * 14) + Math.exp(-(1 - v) * 14))
      return onStrap(v, Math.sign(c) * Math.abs(c) ** 0.35 * half(v), -swell * Math.sign(d) * Math.abs(d) ** 0.55)
    },
    72,
    260,
    leather,
  )
  for (const side of [-1, 1]) {
    for (let i = 0; i < 46; i++) {
      const t0 = 0.02 + (0.96 * i) / 46
      const points = [0, 0.3, 0.6, 0.9].map((k, n) => {
        const t = t0 + 0.0125 * k
        const swell = 0.15 + 0.11 * (Math.exp(-t * 14) + Math.exp(-(1 - t) * 14))
        return onStrap(t, side * (half(t) - 0.17), swell * 0.98 + (n === 0 || n === 3 ? -0.03 : 0.02))
      })
      tube(mesh, points, 0.032, thread, { sides: 6 })
    }
  }
  for (const t of [0.615, 0.7]) {
    surface(
      mesh,
      (u, v) => {
        const a = u * 2 * Math.PI
        const c = Math.cos(a)
        const d = Math.sin(a)
        return onStrap(
          t + (v - 0.5) * 0.022,
          Math.sign(c) * Math.abs(c) ** 0.35 * (half(t) + 0.09),
          -0.3 * Math.sign(d) * Math.abs(d) ** 0.55 - 0.05,
        )
      },
      48,
      6,
      leather,
    )
  }
}

/** A flat disc whose uv cover its square. */
function disc(mesh, radius, y, material) {
  const centre = mesh.vertex(0, y, 0, 0, 1, 0, 0.5, 0.5)
  const n = 128
  const ring = Array.from({ length: n + 1 }, (_, i) => {
    const a = (i / n) * 2 * Math.PI
    return mesh.vertex(Math.cos(a) * radius, y, -Math.sin(a) * radius, 0, 1, 0, 0.5 + Math.cos(a) / 2, 0.5 + Math.sin(a) / 2)
  })
  for (let i = 0; i < n; i++) mesh.triangle(centre, ring[i], ring[i + 1], material)
}

function head(stage) {
  const gold = (rough, brushed) =>
    stage.material((s) => {
      s.colour(0.93, 0.66, 0.33)
      s.metal = 1
      s.rough = rough
      if (brushed) s.bump((x, y, z) => 0.0009 * noise(x * 70, y * 4, z * 4), 0.006)
    })
  const polished = gold(0.1)
  const brushed = gold(0.24, true)
  const ink = lettering(
    [
      { text: 'VITRINE', at: 0.68, size: 0.052, gap: 0.26, heavy: 0.16, light: 0.09 },
      { text: 'No 7', at: 0.3, size: 0.04, gap: 0.2, heavy: 0.16, light: 0.09 },
    ],
    1,
    1024,
  )
  const dial = stage.material((s) => {
    const x = s.u * 2 - 1
    const y = s.v * 2 - 1
    const r = Math.hypot(x, y)
    const angle = Math.atan2(x, y)
    const ray = 1 + 0.035 * noise(angle * 40, 1, 1) + 0.02 * noise(angle * 140, 2, 1)
    s.colour(0.74 * ray, 0.68 * ray, 0.56 * ray)
    s.rough = 0.34
    s.spec = 0.09
    const minute = Math.abs((((((angle / (2 * Math.PI)) * 60) % 1) + 1.5) % 1) - 0.5) * ((2 * Math.PI) / 60) * r
    const five = Math.abs((((((angle / (2 * Math.PI)) * 12) % 1) + 1.5) % 1) - 0.5) * ((2 * Math.PI) / 12) * r
    let k = ink(s.u, s.v)
    if (r > 0.895 && r < 0.955 && minute < 0.006) k = 1
    if (r > 0.88 && r < 0.96 && five < 0.013) k = 1
    s.towards(0.03, 0.026, 0.024, k)
  })
  const blued = stage.material((s) => {
    s.colour(0.03, 0.07, 0.24)
    s.metal = 1
    s.rough = 0.2
  })
  stage.put(onHead, (mesh) => {
    loft(
      mesh,
      rounded(
        [
          [0, -0.48],
          [1.7, -0.48, 0.1],
          [1.98, -0.3, 0.15],
          [2.02, 0.18, 0.06],
          [1.94, 0.24, 0.04],
        ],
        6,
      ),
      brushed,
      { around: 160 },
    )
    loft(
      mesh,
      rounded(
        [
          [1.96, 0.2],
          [1.97, 0.27, 0.06],
          [1.8, 0.43, 0.07],
          [1.7, 0.43, 0.05],
          [1.64, 0.26],
        ],
        6,
      ),
      polished,
      { around: 160 },
    )
    const R = 1.68
    disc(mesh, R, 0.16, dial)
    loft(
      mesh,
      [
        [1.68, 0.1],
        [1.6, 0.2],
        [1.6, 0.1],
      ],
      polished,
      { around: 120 },
    )
    for (let h = 0; h < 12; h++) {
      const long = h % 3 === 0 ? 0.2 : 0.15
      for (const shift of h === 0 ? [-0.06, 0.06] : [0]) {
        stage.put(place({ turn: [0, -h * 30, 0] }), () =>
          stage.put(place({ at: [shift, 0.19, -1.28 + (0.2 - long)] }), (m) => box(m, [0.034, 0.03, long], 0.012, polished)),
        )
      }
    }
    const hand = (degrees, length, wide, y, material) =>
      stage.put(place({ turn: [0, -degrees, 0] }), (m) => {
        for (const side of [-1, 1]) {
          const n = [side * 0.45, 0.89, 0]
          const ids = [
            [0, y + 0.035, 0.28],
            [0, y + 0.035, -length],
            [side * wide, y, -0.12],
            [0, y + 0.035, 0.28],
          ].map((p) => m.vertex(...p, ...n, 0, 0))
          m.triangle(ids[0], ids[1], ids[2], material)
        }
      })
    hand(304, 0.86, 0.075, 0.235, polished)
    hand(54, 1.32, 0.06, 0.265, polished)
    stage.put(place({ turn: [0, -214, 0] }), (m) =>
      tube(
        m,
        [
          [0, 0.31, 0.35],
          [0, 0.31, -1.4],
        ],
        0.011,
        blued,
        { sides: 6 },
      ),
    )
    loft(
      mesh,
      rounded(
        [
          [0.1, 0.16],
          [0.1, 0.33, 0.02],
          [0, 0.34],
        ],
        3,
      ),
      polished,
      { around: 32 },
    )
    loft(
      mesh,
      [
        [1.65, 0.4],
        [0, 0.4],
      ],
      stage.pane(),
      { around: 96 },
    )
    for (const x of [-1.22, 1.22])
      for (const z of [-1, 1]) {
        const path = curve([
          [x, 0.02, z * 1.3],
          [x, 0.02, z * 1.75],
          [x, -0.12, z * 2.1],
          [x, -0.5, z * 2.36],
        ])
        tube(
          mesh,
          Array.from({ length: 16 }, (_, i) => path(i / 15)),
          (t) => 0.22 - 0.05 * t,
          polished,
          { sides: 20, flat: 1.1 },
        )
      }
    stage.put(place({ at: [2.25, -0.05, 0], turn: [0, 0, 90] }), (m) =>
      loft(
        m,
        rounded(
          [
            [0, -0.25],
            [0.24, -0.25, 0.04],
            [0.26, 0, 0.02],
            [0.24, 0.2, 0.04],
            [0, 0.2],
          ],
          4,
        ),
        polished,
        {
          around: 120,
          outline: (angle, r) => [
            Math.cos(angle) * r * (1 + 0.04 * Math.cos(angle * 24)),
            Math.sin(angle) * r * (1 + 0.04 * Math.cos(angle * 24)),
          ],
        },
      ),
    )
  })
}

function build(stage) {
  stage.put(place({ turn: [0, 27, 0], at: [0, 0, 0] }), () => {
    strap(stage)
    head(stage)
  })
  const slate = stage.material((s) => {
    stone(s, { base: [0.13, 0.133, 0.135], cloud: [0.085, 0.088, 0.094], vein: [0.3, 0.3, 0.29], scale: 0.16, rough: 0.55, veins: 0.12 })
    const cleft = fbm(s.px * 1.1 + 2 * fbm(s.px * 0.3, 1, s.pz * 0.3, 2), s.py, s.pz * 2.6, 5)
    s.towards(0.2, 0.195, 0.185, 0.45 * smoothstep(0.1, 0.5, cleft))
    s.towards(0.04, 0.042, 0.046, 0.5 * smoothstep(-0.15, -0.5, cleft))
    s.bump((x, y, z) => 0.07 * fbm(x * 0.9, y * 2, z * 0.9, 6), 0.015)
  })
  stage.put(place({ at: [0, -1.2, 2], turn: [0, -14, 0] }), (mesh) =>
    slab(
      mesh,
      rounded(
        [
          [-0.2, -1.1],
          [0, -1, 0.1],
          [0, 1, 0.14],
          [-0.14, 1.2],
        ],
        4,
      ),
      15,
      11,
      0.6,
      slate,
    ),
  )
  stage.put(place({ at: [0, -2.4, 0] }), () => {
    table(stage, {
      colours: [
        [0.42, 0.27, 0.15],
        [0.2, 0.11, 0.055],
      ],
      width: 9,
      back: -36,
      seed: 14,
      turn: -10,
    })
  })
  wall(stage, -60, [0.5, 0.42, 0.34])
  cloth(stage, place({ at: [-19, -2.3, -15], turn: [0, 30, 0] }), [26, 20], [0.68, 0.66, 0.62], { folds: 1.5 })
  houseplant(stage, place({ at: [25, -2.4, -27] }), {
    radius: 5,
    height: 20,
    leaves: 50,
    seed: 5,
    pot: [0.55, 0.27, 0.17],
    green: [0.05, 0.1, 0.045],
  })
  const cup = stage.material((s) => {
    s.colour(0.75, 0.72, 0.68)
    s.rough = 0.12
  })
  stage.put(place({ at: [-10, -2.3, -22] }), (mesh) =>
    loft(
      mesh,
      rounded(
        [
          [0, 0],
          [2.4, 0, 0.3],
          [3.6, 1.6, 1],
          [4, 7, 0.1],
          [3.8, 7],
          [3.3, 1.7],
          [0, 0.8],
        ],
        5,
      ),
      cup,
      { around: 64 },
    ),
  )
  stage.window({ at: [-70, 40, 22], u: [0, 0, -30], v: [0, 36, 0], light: [22, 23, 25], pattern: panes(2, 2) })
  stage.window({ at: [70, 60, 50], u: [0, 0, 14], v: [0, 20, 0], light: [7, 6.6, 6], pattern: panes(1, 2) })
  return makeRoom({ level: 0.38 })
}

export const scene = {
  view: { eye: [0.5, 13.5, 22], target: [0, 3.5, 0.4], fov: 33, focus: 23.3, lens: 0.13, roll: -0.5 },
  look: { ev: -0.4, balance: [1.02, 1, 0.98] },
  build,
}
