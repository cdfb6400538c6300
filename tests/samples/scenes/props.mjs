import { place } from '../render/mesh.mjs'
import { fbm, hash3, noise, stream } from '../render/noise.mjs'
import { box, curve, loft, rounded, surface, tube } from '../render/shapes.mjs'
import { boards, plaster, weave } from '../render/textures.mjs'

/** A wall across the room at depth z. */
export function wall(stage, z, colour, relief = 0) {
  const m = stage.material((s) => plaster(s, colour, relief))
  stage.put(place({ at: [0, 0, z] }), (mesh) => surface(mesh, (u, v) => [(u - 0.5) * 600, (v - 0.3) * 400, 0], 2, 2, m))
}

/** A wooden table top at y = 0 from z = back to z = front, with a rounded edge at the back; boards run along x. */
export function table(stage, { colours, width = 11, back = -45, front = 90, side = 160, turn = 0, rough = 0.4, seed = 0, gap = 0.04 }) {
  const a = (turn * Math.PI) / 180
  const c = Math.cos(a)
  const d = Math.sin(a)
  const m = stage.material((s) => {
    const x = s.px * c + s.pz * d
    const z = -s.px * d + s.pz * c
    boards(s, x, z, { width, colours, rough, seed, gap })
    s.tilt(0, 0, 0.05 * noise(x * 0.8, z * 22, 3) + 0.012 * noise(s.px * 0.2, s.pz * 0.2, 1))
  })
  stage.put(place({ at: [0, -1.4, (back + front) / 2] }), (mesh) => box(mesh, [side, 1.4, (front - back) / 2], 0.35, m))
}

/** A book lying flat: cloth cover, paper block. Sizes are width, thickness, depth in cm. */
export function book(stage, placement, [w, t, d], cover) {
  const cloth = stage.material((s) => {
    weave(s, s.px * 14, s.pz * 14 + s.py * 14, cover, { contrast: 0.15, slub: 0.2 })
  })
  const paper = stage.material((s) => {
    const line = 0.78 + 0.14 * noise(s.py * 42, s.px * 0.15, s.pz * 0.15)
    s.colour(line, line * 0.95, line * 0.84)
    s.rough = 0.9
  })
  stage.put(placement, (mesh) => {
    for (const y of [0.12, t - 0.12]) {
      const from = mesh.vertexCount
      box(mesh, [w / 2, 0.12, d / 2], 0.08, cloth)
      mesh.moveSince(from, place({ at: [0, y, 0] }))
    }
    let from = mesh.vertexCount
    box(mesh, [w / 2 - 0.35, t / 2 - 0.2, d / 2 - 0.3], 0.03, paper)
    mesh.moveSince(from, place({ at: [0, t / 2, 0] }))
    from = mesh.vertexCount
    box(mesh, [0.14, t / 2, d / 2], 0.1, cloth)
    mesh.moveSince(from, place({ at: [-w / 2 + 0.1, t / 2, 0] }))
  })
}

/** A shallow bowl, outer radius and height in cm. */
export function bowl(stage, placement, radius, height, colour, rough = 0.25) {
  const m = stage.material((s) => {
    s.colour(...colour)
    s.rough = rough
  })
  const outside = [
    [0, 0],
    [radius * 0.45, 0, 0.4],
    [radius * 0.5, 0.5, 0.2],
    [radius * 0.82, height * 0.42, 2],
    [radius, height, 0.1],
  ]
  const inside = [
    [radius - 0.35, height, 0.1],
    [radius * 0.78, height * 0.45, 2],
    [radius * 0.4, 0.9, 1],
    [0, 0.9],
  ]
  stage.put(placement, (mesh) => loft(mesh, rounded([...outside, ...inside], 8), m, { around: 72 }))
}

/** A lemon. */
export function lemon(stage, placement) {
  const m = stage.material((s) => {
    const k = 1 + 0.08 * noise(s.px * 0.8, s.py * 0.8, s.pz * 0.8)
    s.colour(0.85 * k, 0.56 * k, 0.05)
    s.rough = 0.38
    s.bump((x, y, z) => 0.018 * noise(x * 7, y * 7, z * 7), 0.03)
  })
  const profile = curve([
    [0, 0],
    [0.35, 0.18],
    [0.8, 0.55],
    [1.9, 1.5],
    [2.6, 3.2],
    [2.5, 4.6],
    [1.5, 6.2],
    [0.7, 6.8],
    [0.4, 7.3],
    [0, 7.5],
  ])
  stage.put(placement, (mesh) =>
    surface(
      mesh,
      (u, v) => {
        const [r, y] = profile(v)
        return [r * Math.cos(u * 2 * Math.PI), y - 3.7, -r * Math.sin(u * 2 * Math.PI)]
      },
      40,
      40,
      m,
    ),
  )
}

/** A square of cloth on the table: folds rise where noise says so, edges waver. `size` in cm; turned about y by the placement. */
export function cloth(stage, placement, [w, d], colour, { stripe, threads = 9, folds = 0.5 } = {}) {
  const m = stage.material((s) => {
    const x = (s.u - 0.5) * w
    const y = (s.v - 0.5) * d
    const on = stripe && Math.abs(Math.abs(x) - w * 0.36) < w * 0.025
    const lean = weave(s, x * threads, y * threads, on ? stripe : colour, { contrast: 0.22 })
    s.tilt(lean, 0, lean * 0.5)
  })
  stage.put(placement, (mesh) =>
    surface(
      mesh,
      (u, v) => {
        const x = (u - 0.5) * w
        const z = (0.5 - v) * d
        const edge = Math.min(u, 1 - u, v, 1 - v)
        const ridge = Math.max(0, fbm(x * 0.09 + 3, z * 0.035, 2.5, 3)) * 3.6 * folds * Math.min(1, edge * 5 + 0.25)
        return [x + 0.5 * noise(z * 0.12, 1, 5) + 0.12 * noise(z, 2, 2), 0.1 + ridge, z + 0.5 * noise(x * 0.12, 4, 1)]
      },
      150,
      150,
      m,
    ),
  )
}

/** A framed picture hanging on a wall: size in cm, an abstract print inside. */
export function frame(stage, placement, [w, h], wood, [paper, blot]) {
  const rim = stage.material((s) => {
    s.colour(...wood)
    s.rough = 0.4
  })
  const print = stage.material((s) => {
    const x = s.u - 0.5
    const y = s.v - 0.5
    s.colour(...paper)
    const d = Math.hypot(x + 0.05, (y - 0.1) * 1.3) + 0.05 * noise(x * 4, y * 4, 2)
    if (d < 0.22) s.colour(...blot)
    else if (Math.abs(y + 0.22 + 0.06 * noise(x * 3, 1, 1)) < 0.05) s.colour(blot[0] * 0.4, blot[1] * 0.6, blot[2] * 0.9)
    s.rough = 0.8
  })
  stage.put(placement, (mesh) => {
    surface(mesh, (u, v) => [(u - 0.5) * w, (v - 0.5) * h, 0.4], 2, 2, print)
    for (const [x, y, a, b] of [
      [0, h / 2, w / 2 + 1, 1],
      [0, -h / 2, w / 2 + 1, 1],
      [w / 2, 0, 1, h / 2 + 1],
      [-w / 2, 0, 1, h / 2 + 1],
    ]) {
      const from = mesh.vertexCount
      box(mesh, [a, b, 0.9], 0.2, rim)
      mesh.moveSince(from, place({ at: [x, y, 0] }))
    }
  })
}

/** A leafy plant in a pot for the blurred background: `height` of the leaf ball over the pot in cm. */
export function houseplant(
  stage,
  placement,
  { pot = [0.75, 0.7, 0.62], green = [0.07, 0.2, 0.05], radius = 9, height = 26, leaves = 70, seed = 1 },
) {
  const clay = stage.material((s) => {
    s.colour(...pot)
    s.rough = 0.5
  })
  const leaf = stage.material((s) => {
    const k = 0.8 + 0.4 * hash3(Math.floor(s.px * 0.2), Math.floor(s.py * 0.2), Math.floor(s.pz * 0.2))
    s.colour(green[0] * k, green[1] * k, green[2] * k)
    s.tr = green[0] * 0.9 * k
    s.tg = green[1] * 0.9 * k
    s.tb = green[2] * 0.3 * k
    s.rough = 0.4
  })
  const random = stream(seed)
  stage.put(placement, (mesh) => {
    loft(
      mesh,
      rounded([
        [0, 0],
        [radius * 0.62, 0, 1],
        [radius * 0.8, radius * 1.5, 0.3],
        [radius * 0.72, radius * 1.5, 0.3],
        [radius * 0.7, radius * 1.3],
        [0, radius * 1.3],
      ]),
      clay,
      { around: 48 },
    )
    for (let i = 0; i < leaves; i++) {
      const a = random() * 6.283
      const lift = 0.25 + 1.1 * random()
      const far = radius * (0.6 + 1.1 * random())
      const top = radius * 1.4 + height * (0.25 + 0.75 * random()) * lift * 0.75
      const tip = [Math.cos(a) * far, top, Math.sin(a) * far]
      const root = [tip[0] * 0.12, radius * 1.3, tip[2] * 0.12]
      tube(mesh, [root, [tip[0] * 0.45, top * 0.75, tip[2] * 0.45], tip], 0.16, leaf, { sides: 5 })
      const size = 3 + 3.5 * random()
      const droop = 0.3 + 0.5 * random()
      const b = a + (random() - 0.5) * 1.4
      surface(
        mesh,
        (u, v) => {
          const along = v * size * 2
          const half = size * 0.55 * Math.sin(Math.PI * v ** 0.8) * (u - 0.5) * 2
          const sag = -droop * along * along * 0.06 + Math.abs(half) * 0.25
          return [tip[0] + Math.cos(b) * along - Math.sin(b) * half, tip[1] + sag, tip[2] + Math.sin(b) * along + Math.cos(b) * half]
        },
        4,
        8,
        leaf,
      )
    }
  })
}
