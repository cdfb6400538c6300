import { place } from '../render/mesh.mjs'
import { fbm, noise, smoothstep, stream } from '../render/noise.mjs'
import { makeRoom, panes } from '../render/room.mjs'
import { curve, loft, rounded, surface, tube } from '../render/shapes.mjs'
import { weave } from '../render/textures.mjs'
import { book, frame, table, wall } from './props.mjs'

const TURNS = 2 * Math.PI
const RIM = 10.6

/** A fluted white pot with its saucer, and earth in it. */
function pot(stage) {
  const glaze = stage.material((s) => {
    const worn = 0.04 * fbm(s.px * 0.6, s.py * 0.3, s.pz * 0.6, 3)
    s.colour(0.72 + worn, 0.69 + worn, 0.63 + worn)
    s.rough = 0.3
  })
  const earth = stage.material((s) => {
    const k = 0.7 + 0.6 * fbm(s.px * 2, s.py * 2, s.pz * 2, 4)
    s.colour(0.06 * k, 0.038 * k, 0.024 * k)
    s.rough = 1
    s.spec = 0.01
    s.bump((x, y, z) => 0.25 * fbm(x * 2.2, y * 2.2, z * 2.2, 4), 0.05)
  })
  const flutes = (angle, r) => {
    const deep = r > 3.4 ? 0.13 * smoothstep(3.4, 4.4, r) : 0
    const k = r - deep * (1 - Math.abs(Math.cos(angle * 17)))
    return [Math.cos(angle) * k, Math.sin(angle) * k]
  }
  const outside = rounded(
    [
      [0, 0.9],
      [4.3, 0.9, 0.5],
      [5.9, 9.7, 0.3],
    ],
    7,
  )
  const long = []
  for (let i = 0; i < 12; i++) long.push([4.42 + (1.42 * i) / 11, 1.55 + (8 * i) / 11])
  loft(stage.mesh, [...outside.slice(0, -1), ...long], glaze, { around: 510, outline: flutes })
  loft(
    stage.mesh,
    rounded(
      [
        [5.3, 9.4],
        [6.05, 9.4, 0.2],
        [6.1, RIM, 0.22],
        [5.6, RIM, 0.22],
        [5.4, 8.8],
        [0, 8.8],
      ],
      6,
    ),
    glaze,
    { around: 160 },
  )
  loft(
    stage.mesh,
    rounded(
      [
        [0, 0],
        [5.4, 0, 0.4],
        [6.7, 1.25, 0.25],
        [6.35, 1.3, 0.2],
        [5.4, 0.45, 0.5],
        [0, 0.45],
      ],
      6,
    ),
    glaze,
    { around: 160 },
  )
  surface(
    stage.mesh,
    (u, v) => [
      5.5 * v * Math.cos(u * TURNS),
      9.75 + 0.4 * fbm(v * Math.cos(u * TURNS) * 4, 1, v * Math.sin(u * TURNS) * 4, 3),
      -5.5 * v * Math.sin(u * TURNS),
    ],
    90,
    40,
    earth,
  )
}

/** Round leaves on long stalks, the stalk meeting the leaf a little off its middle. */
function leaves(stage) {
  const stalk = stage.material((s) => {
    s.colour(0.19, 0.21, 0.075)
    s.towards(0.2, 0.1, 0.05, smoothstep(0.5, 0, s.u) * 0.6)
    s.rough = 0.4
  })
  const leafOf = (tone, age) =>
    stage.material((s) => {
      const angle = s.v * TURNS
      const r = s.u
      const vein = Math.max(0, 1 - Math.abs(Math.sin(angle * 4.5 + 0.4 * noise(r * 3, angle, tone))) * 9 * r) * smoothstep(0.95, 0.2, r)
      const blotch = 1 + 0.16 * noise(s.px * 0.7, s.py * 0.7, s.pz * 0.7)
      const k = tone * blotch
      s.colour(0.052 * k + 0.05 * age, 0.135 * k + 0.06 * age, 0.03 * k)
      s.towards(0.2, 0.26, 0.09, 0.35 * vein)
      s.towards(0.42, 0.46, 0.22, 0.8 * smoothstep(0.085, 0.03, r))
      s.tr = 0.045 * k + 0.04 * age
      s.tg = 0.105 * k + 0.05 * age
      s.tb = 0.012
      s.rough = 0.27
      s.spec = 0.045
      s.bump((a, b, c) => 0.012 * noise(a * 2.2, b * 2.2, c * 2.2), 0.06)
    })
  const kinds = [leafOf(0.75, 0), leafOf(0.9, 0), leafOf(1.05, 0.1), leafOf(1.2, 0.35), leafOf(1.3, 0.8)]
  const random = stream(29)
  const count = 52
  for (let i = 0; i < count; i++) {
    const age = i / count // outer, old leaves first
    const a = i * 2.39996 + (random() - 0.5) * 0.7
    const reach = 12 * (1 - age) ** 0.75 * (0.75 + 0.35 * random()) + 0.8
    const top = RIM + 3.2 + 13.5 * age ** 0.8 * (0.8 + 0.3 * random()) + 3.2 * random()
    const radius = (1.5 + 1.55 * Math.sin(Math.PI * Math.min(1, 0.25 + 0.65 * (1 - age)))) * (0.68 + 0.34 * random())
    const tip = [Math.cos(a) * reach, top, Math.sin(a) * reach]
    const root = [Math.cos(a + 1) * 0.9 * random(), 9.9 + 3.4 * age, Math.sin(a + 1) * 0.9 * random()]
    const way = curve([
      root,
      [tip[0] * 0.28, root[1] + (tip[1] - root[1]) * 0.5, tip[2] * 0.28],
      [tip[0] * 0.68, root[1] + (tip[1] - root[1]) * 0.88, tip[2] * 0.68],
      tip,
    ])
    tube(
      stage.mesh,
      Array.from({ length: 18 }, (_, k) => way(k / 17)),
      (t) => 0.17 - 0.07 * t,
      stalk,
      { sides: 8 },
    )
    const kind = kinds[Math.min(4, Math.floor(age * 3.2 + random() * 1.6))]
    const tilt = 20 + 46 * (1 - age) * (0.6 + 0.7 * random()) + 14 * (random() - 0.5)
    const cupped = 0.1 + 0.2 * random()
    const wave = random() * 9
    stage.put(place({ at: tip, turn: [0, 90 - (a * 180) / Math.PI + (random() - 0.5) * 40, 0] }), () =>
      stage.put(place({ turn: [tilt, 0, 0] }), (mesh) =>
        surface(
          mesh,
          (u, v) => {
            const angle = v * TURNS
            // The stalk joins a third of the way in, so the rim is further off on the outer side.
            const far = radius * (1 + 0.34 * Math.sin(angle) + 0.02 * Math.sin(angle * 3 + wave))
            const r = u * far
            const dome =
              cupped * Math.sin(u * 3) * 0.35 -
              cupped * u * u * 0.9 +
              0.06 * u * Math.sin(angle * 2 + wave) +
              0.1 * u * u * Math.sin(angle * 3 + wave * 2)
            return [r * Math.cos(angle), dome * radius * 0.6, r * Math.sin(angle)]
          },
          14,
          44,
          kind,
        ),
      ),
    )
  }
  tube(
    stage.mesh,
    [
      [0, 9.6, 0],
      [0.2, 11.5, 0.1],
      [-0.1, 14.5, 0.1],
    ],
    0.42,
    stalk,
    { sides: 10 },
  )
}

function build(stage) {
  stage.put(place({ turn: [0, 15, 0] }), () => {
    pot(stage)
    leaves(stage)
  })
  table(stage, {
    colours: [
      [0.47, 0.29, 0.15],
      [0.24, 0.125, 0.06],
    ],
    width: 12,
    back: -26,
    seed: 33,
    turn: -6,
    rough: 0.42,
  })
  wall(stage, -75, [0.66, 0.56, 0.47])
  frame(
    stage,
    place({ at: [24, 38, -74] }),
    [32, 42],
    [0.36, 0.23, 0.12],
    [
      [0.76, 0.73, 0.66],
      [0.24, 0.3, 0.38],
    ],
  )
  book(stage, place({ at: [16.5, 0, -13], turn: [0, -28, 0] }), [17, 2.8, 13], [0.16, 0.23, 0.3])
  book(stage, place({ at: [17.5, 2.8, -13.5], turn: [0, -46, 0] }), [15, 2, 11], [0.6, 0.3, 0.2])
  const linen = stage.material((s) => {
    const lean = weave(s, s.u * 900, s.v * 900, [0.72, 0.69, 0.63], { contrast: 0.15 })
    s.tilt(lean, 0, 0)
    s.tr = 0.3
    s.tg = 0.28
    s.tb = 0.24
  })
  stage.put(place({ at: [-44, -40, -62] }), (mesh) =>
    surface(
      mesh,
      (u, v) => {
        const fold = 2.6 * Math.sin(u * 34 + 2 * noise(u * 6, v, 1)) + 1.2 * noise(u * 19, v * 1.5, 4)
        return [(u - 0.5) * 46, v * 190, fold * (0.6 + 0.4 * (1 - v))]
      },
      220,
      24,
      linen,
    ),
  )
  const can = stage.material((s) => {
    s.colour(0.62, 0.4, 0.26)
    s.metal = 1
    s.rough = 0.26
  })
  stage.put(place({ at: [-15.5, 0, -11], turn: [0, 150, 0] }), (mesh) => {
    loft(
      mesh,
      rounded(
        [
          [0, 0],
          [4.2, 0, 0.4],
          [3.9, 5, 2],
          [2.2, 8.2, 1.2],
          [2.4, 9.6, 0.1],
          [2.25, 9.6],
          [1.9, 8],
        ],
        8,
      ),
      can,
      { around: 80 },
    )
    const spout = curve([
      [3.4, 2.6, 0],
      [6.5, 4.6, 0],
      [8.3, 9.4, 0],
      [10.2, 10.6, 0],
    ])
    tube(
      mesh,
      Array.from({ length: 26 }, (_, i) => spout(i / 25)),
      (t) => 0.75 - 0.42 * t,
      can,
      { sides: 16 },
    )
    const grip = curve([
      [-2.2, 8.8, 0],
      [-5.6, 8.9, 0],
      [-6.4, 5.6, 0],
      [-4, 2.6, 0],
    ])
    tube(
      mesh,
      Array.from({ length: 26 }, (_, i) => grip(i / 25)),
      0.33,
      can,
      { sides: 12 },
    )
  })
  stage.window({ at: [-105, 55, 34], u: [0, 0, -40], v: [0, 52, 0], light: [23, 24, 26], pattern: panes(2, 2) })
  return makeRoom({ level: 0.38 })
}

export const scene = {
  view: { eye: [2, 27, 64], target: [0.2, 14.2, 0], fov: 39, focus: 62, lens: 0.32, roll: -0.5 },
  look: { ev: -0.25, balance: [1.03, 1, 0.97] },
  build,
}
