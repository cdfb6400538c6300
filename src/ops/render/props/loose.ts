import { type BufferGeometry, CircleGeometry, Vector3 } from 'three'
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js'
import type { MadeKind, Prop } from '../../../core/scene/document'
import { blob, cubed, lumps } from './blob'
import { fill } from './fit'
import { between, type Maker, tint } from './part'
import { room, scatter } from './scatter'
import { unwrapRound } from './unwrap'

const above = new Vector3(0, 0.6, 1)

/** A body cut by random planes and worn round: the fewer the cuts, the more of an egg. */
function boulder(random: () => number, cuts: number, hard: number, rough: number, detail: number): BufferGeometry {
  const planes = Array.from({ length: cuts }, () => {
    const [y, turn] = [between(random, -1, 1), random() * 2 * Math.PI]
    const flat = Math.sqrt(1 - y * y)
    return { normal: new Vector3(Math.cos(turn) * flat, y, Math.sin(turn) * flat), far: between(random, 0.62, 0.95) }
  })
  const shift = random() * 40
  const p = new Vector3()
  return blob((dir) => {
    let sum = 1
    for (const { normal, far } of planes) sum += Math.max(0, dir.dot(normal) / far) ** hard
    p.copy(dir)
    const grain =
      rough * (lumps(p, 1.4, shift) + 0.5 * lumps(p, 3.1, shift + 3) + 0.25 * lumps(p, 6.7, shift + 5) + 0.12 * lumps(p, 13, shift + 7))
    dir.multiplyScalar(sum ** (-1 / hard) * (1 + grain))
    // It lies on a worn side.
    if (dir.y < -0.5) dir.y = -0.5 + (dir.y + 0.5) * 0.25
  }, detail)
}

/** Pieces strewn over the prop's area; `make` makes one that stands on the origin, of about so many mm. */
function strewn(
  prop: Prop,
  random: () => number,
  piece: number,
  make: (mm: number, i: number) => BufferGeometry,
  shade: (random: () => number) => readonly [number, number, number],
): BufferGeometry {
  const [w, h, d] = prop.size
  const pieces = scatter(prop.count, [w, d], piece * 1.05, random).map(({ x, z, turn }, i) => {
    const one = make(piece, i)
    one.computeBoundingBox()
    const low = one.boundingBox?.min.y ?? 0
    const high = (one.boundingBox?.max.y ?? 0) - low
    if (high > h) one.scale(1, h / high, 1)
    one
      .translate(0, -low * Math.min(1, h / high), 0)
      .rotateY(turn)
      .translate(x, 0, z)
    const colour = shade(random)
    return tint(one, () => colour)
  })
  return mergeGeometries(pieces)
}

const grey =
  (low: number, high: number) =>
  (random: () => number): [number, number, number] => {
    const level = between(random, low, high)
    return [level * between(random, 0.96, 1.04), level, level * between(random, 0.95, 1.03)]
  }

/** Finer where there are few. */
const detailFor = (count: number, most: number) => Math.max(1, Math.min(most, Math.floor(Math.sqrt(19_000 / (20 * count))) - 1))

const stone: Maker = ({ size, turn }, random) => [
  {
    geometry: unwrapRound(
      fill(boulder(random, 17, 34, 0.06, 11), size),
      above.clone().applyAxisAngle(new Vector3(0, 1, 0), (-turn * Math.PI) / 180),
    ),
  },
]

/** Pebbles: the sea has rounded them; the largest is as high as the prop. */
const pebbles: Maker = (prop, random) => {
  const [w, h, d] = prop.size
  const most = Math.min(h * 1.7, room(prop.count, [w, d]))
  const make = () => {
    const mm = most * between(random, 0.45, 1)
    const pebble = boulder(random, 4, 7, 0.03, detailFor(prop.count, 7))
    return unwrapRound(fill(pebble, [mm, mm * between(random, 0.4, 0.62), mm * between(random, 0.62, 0.9)]), above)
  }
  return [{ geometry: strewn(prop, random, most, make, grey(0.55, 1.15)) }]
}

/** Cubes from a tray: their edges melted, their faces a little hollow. */
const ice: Maker = (prop, random) => {
  const [w, h, d] = prop.size
  const most = Math.min(h * 0.94, room(prop.count, [w, d], 0.82), w * 0.7, d * 0.7)
  const make = () => {
    const shift = random() * 50
    const p = new Vector3()
    const cube = blob(
      (dir) => {
        p.copy(dir)
        const worn = 1 + 0.05 * lumps(p, 1.6, shift) + 0.018 * lumps(p, 4, shift + 1)
        cubed(dir, 9).multiplyScalar(worn)
        const hollow =
          1 - 0.06 * Math.max(0, 1 - 1.4 * Math.min(Math.hypot(dir.x, dir.y), Math.hypot(dir.y, dir.z), Math.hypot(dir.x, dir.z)))
        dir.multiplyScalar(hollow)
      },
      detailFor(prop.count, 10),
    )
    const lie = random() < 0.35 ? between(random, -0.16, 0.16) : 0
    return unwrapRound(fill(cube, [most, most * between(random, 0.86, 1), most]).rotateX(lie), above)
  }
  return [{ geometry: strewn(prop, random, most * 1.25, make, () => [1, 1, 1]) }]
}

/** Drops of many sizes, few of them large; the surface pulls them flat. */
const drops: Maker = (prop, random) => {
  const [w, h, d] = prop.size
  const most = Math.min(h * 3.4, room(prop.count, [w, d]))
  const make = () => {
    const mm = most * (0.16 + 0.84 * random() ** 2.6)
    const shift = random() * 60
    const p = new Vector3()
    const drop = blob(
      (dir) => {
        p.copy(dir).setY(0)
        const outline = 1 + 0.12 * lumps(p, 1.3, shift)
        dir.set(dir.x * outline, dir.y > 0 ? dir.y ** 0.85 * 0.62 : dir.y * 0.16, dir.z * outline)
      },
      detailFor(prop.count, 7),
    )
    return unwrapRound(fill(drop, [mm, Math.min(h, mm * 0.3), mm * between(random, 0.8, 1)]), above)
  }
  return [{ geometry: strewn(prop, random, most, make, () => [1, 1, 1]), coverage: 0.4 }]
}

/** Round fruits with a dimple where the stem was. */
const berries: Maker = (prop, random) => {
  const [w, h, d] = prop.size
  const most = Math.min(h, room(prop.count, [w, d], 0.9))
  const make = () => {
    const mm = most * between(random, 0.82, 1)
    const berry = blob(
      (dir) => {
        const top = Math.max(0, dir.y - 0.8) / 0.2
        dir.multiplyScalar(1 - 0.3 * top * top * (1 - 0.25 * Math.cos(5 * Math.atan2(dir.x, dir.z))))
        dir.y *= 0.94
      },
      detailFor(prop.count, 8),
    )
    return unwrapRound(
      fill(berry, [mm, mm * 0.93, mm])
        .rotateX(between(random, -1, 1))
        .rotateZ(between(random, -1, 1)),
      above,
    )
  }
  return [{ geometry: strewn(prop, random, most, make, grey(0.75, 1.15)) }]
}

/** Roasted coffee beans: half an egg with a bent seam; some lie on their backs. */
const beans: Maker = (prop, random) => {
  const [w, h, d] = prop.size
  const most = Math.min(h * 2.2, room(prop.count, [w, d], 1))
  const make = () => {
    const mm = most * between(random, 0.85, 1)
    const bean = blob(
      (dir) => {
        const flat = dir.y < 0
        const seam = Math.exp(-(((dir.z - 0.1 * Math.sin(dir.x * 3)) / 0.1) ** 2)) * Math.max(0, 1 - dir.x * dir.x)
        dir.set(dir.x, flat ? dir.y * 0.3 + 0.2 * seam : dir.y * 0.75, dir.z * 0.72)
      },
      detailFor(prop.count, 7),
    )
    const back = random() < 0.55
    bean.rotateX(back ? Math.PI + between(random, -0.3, 0.3) : between(random, -0.2, 0.2))
    bean.scale(mm / 2, mm / 2, mm / 2)
    return unwrapRound(bean, above)
  }
  return [{ geometry: strewn(prop, random, most, make, grey(0.65, 1.2)) }]
}

const hues = [
  [1, 1, 1],
  [1.15, 0.75, 0.8],
  [0.72, 0.85, 1.1],
  [1.2, 1.1, 0.7],
  [0.8, 1.05, 0.85],
] as const

/** Punched paper in tints of one colour; some pieces lean on others. */
const confetti: Maker = (prop, random) => {
  const [w, h, d] = prop.size
  const most = Math.min(8, room(prop.count, [w, d], 1.2))
  const make = () => {
    const piece = new CircleGeometry((most / 2) * between(random, 0.8, 1), 18).rotateX(-Math.PI / 2)
    const tilt = Math.min(0.5, h / most) * random() ** 2
    const uv = piece.getAttribute('uv')
    for (let i = 0; i < uv.count; i++) uv.setXY(i, uv.getX(i) * most, uv.getY(i) * most)
    return piece.rotateX(tilt).translate(0, 0.1, 0)
  }
  return [
    {
      geometry: strewn(prop, random, most, make, () => hues[Math.floor(random() * hues.length)] ?? [1, 1, 1]).translate(0, 0.1, 0),
      sheet: true,
    },
  ]
}

export const loose = { stone, pebbles, ice, drops, berries, beans, confetti } satisfies Partial<Record<MadeKind, Maker>>
