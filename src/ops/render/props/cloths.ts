import { Vector2, Vector3 } from 'three'
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js'
import type { MadeKind } from '../../../core/scene/document'
import { smooth } from '../../../core/scene/numbers'
import { lumps } from './blob'
import { fill } from './fit'
import { between, type Maker } from './part'
import { patch, turnOver } from './patch'

/** Folds that run one way, sharp on top and wide between; they wander and fade. */
interface Fold {
  readonly way: Vector2
  readonly waves: number
  readonly shift: number
  readonly height: number
}

/** A cloth thrown down: folds of three sizes that cross, lying down towards a wavy hem. */
const drape: Maker = ({ size, seed }, random) => {
  const [w, h, d] = size
  const main = between(random, -0.5, 0.5)
  const folds: Fold[] = [
    { waves: 1.7, height: 1, lean: 0 },
    { waves: 2.9, height: 0.8, lean: 0.18 },
    { waves: 4.3, height: 0.38, lean: -0.22 },
    { waves: 6.7, height: 0.14, lean: 0.3 },
  ].map(({ waves, height, lean }) => ({
    way: new Vector2(Math.cos(main + lean), Math.sin(main + lean)),
    waves,
    height,
    shift: random(),
  }))
  const p = new Vector3()
  const lie = (x: number, z: number) => {
    let high = 0
    for (const [i, { way, waves, shift, height }] of folds.entries()) {
      p.set(x, z, i + seed)
      const bent = 0.75 * lumps(p, 0.9, 1.3) + 0.22 * lumps(p, 2.2, 2.7)
      const phase = (x * way.x + z * way.y) * waves + bent * Math.min(2.2, waves * 0.6) + shift
      const wave = 0.5 + 0.5 * Math.cos(phase * Math.PI)
      const fades = 0.75 + 0.6 * lumps(p, 0.7 + 0.12 * waves, 5.1)
      high += (height * wave ** 1.9 * smooth(0, 1, fades)) ** 2
    }
    return Math.sqrt(high + 0.002)
  }
  const cloth = patch(
    (u, v, at) => {
      const [x, z] = [u * 2 - 1, v * 2 - 1]
      const hem = 1 - Math.max(Math.abs(x), Math.abs(z)) ** 10
      p.set(x, z, seed)
      const ragged = 1 - 0.09 * (0.5 + 0.5 * lumps(p, 1.8, 8.3)) * Math.max(Math.abs(x), Math.abs(z)) ** 4
      at.set((x * ragged * w) / 2, lie(x, z) * (0.3 + 0.7 * hem), (z * ragged * d) / 2).setY(at.y * h * 0.6)
    },
    37,
    37,
  )
  // u runs to the right and v to the front, so its front looks down.
  return [{ geometry: turnOver(fill(cloth, [w, h, d])), sheet: true }]
}

/** A wave with fuller crests. */
const round = (wave: number) => wave * (1.5 - 0.5 * wave * wave)

/** Hangs from its upper edge in folds that widen towards the floor. */
const curtain: Maker = ({ size, seed }, random) => {
  const [w, h, d] = size
  const folds = Math.max(4, Math.round((w / Math.max(d, w / 14)) * 1.1))
  const shift = random() * 6
  const p = new Vector3()
  const cloth = patch(
    (u, v, at) => {
      p.set(u * 3, v * 0.6, seed)
      const bent = 0.5 * lumps(p, 1.2, 2.1) + 0.16 * (1 - v) * lumps(p, 3, 4.7)
      const phase = (u * folds + bent) * 2 * Math.PI + shift
      const deep = 0.62 + 0.38 * lumps(p.set(u * folds * 0.4, v * 0.8, seed), 1.4, 6.6)
      const wave = round(Math.sin(phase)) + 0.18 * Math.sin(2 * phase + 1 + v)
      at.set((u - 0.5) * w + Math.cos(phase) * (w / folds) * 0.1, v * h, (wave * deep * (0.75 + 0.25 * (1 - v)) * d) / 2.6)
    },
    144,
    10,
  )
  return [{ geometry: fill(cloth, size), sheet: true }]
}

/** Two squares sewn together and stuffed: pulled in at the sides, creased towards the corners, a seam around. */
const cushion: Maker = ({ size, seed }) => {
  const [w, h, d] = size
  const standing = d < h && d < w
  const [a, thick, b] = standing ? [w, d, h] : [w, h, d]
  const p = new Vector3()
  const half = (side: 1 | -1) =>
    patch(
      (u, v, at) => {
        const [x, z] = [u * 2 - 1, side * (1 - v * 2)]
        const [pull, pullZ] = [1 - 0.1 * (1 - z * z), 1 - 0.1 * (1 - x * x)]
        const full = (1 - x ** 4) ** 0.55 * (1 - z ** 4) ** 0.55
        p.set(x, z, seed + side)
        const corner = Math.abs(x * z) ** 0.8
        const crease =
          0.11 * lumps(p, 2.4, 3.3) + 0.12 * corner * Math.sin(Math.atan2(z - Math.sign(z), x - Math.sign(x)) * 16 + 2 * lumps(p, 2, 1))
        at.set((x * pull * a) / 2, side * (full * (1 + crease * (1 - full * 0.5)) * 0.5 + 0.012) * thick, (z * pullZ * b) / 2)
      },
      26,
      26,
    )
  const cloth = mergeGeometries([half(1), half(-1)])
  if (standing) cloth.rotateX(Math.PI / 2 - 0.001)
  return [{ geometry: fill(cloth, size) }]
}

/** A band on its edge that winds and turns over. */
const ribbon: Maker = ({ size }, random) => {
  const [w, h, d] = size
  const [turns, shift] = [between(random, 2.2, 3.2), random() * 6]
  const line = (t: number, at: Vector3) => {
    const phase = t * turns * 2 * Math.PI + shift
    return at.set((t - 0.5) * w + Math.cos(phase) * w * 0.09, 0, Math.sin(phase) * d * 0.45 * (0.65 + 0.35 * Math.sin(t * 5 + shift)))
  }
  const middle = new Vector3()
  const band = patch(
    (u, v, at) => {
      line(u, middle)
      const lean = 0.75 * Math.sin(u * turns * 3.3 + shift)
      const across = (v - 0.5) * h
      at.set(middle.x + across * 0.35 * Math.sin(lean * 2), across * Math.cos(lean), middle.z + across * Math.sin(lean))
    },
    150,
    4,
  )
  const position = band.getAttribute('position')
  // Its lower edge follows the ground wherever it leans.
  for (let k = 0; k <= 150; k++) {
    const low = Math.min(...[0, 1, 2, 3, 4].map((j) => position.getY(j * 151 + k)))
    for (let j = 0; j <= 4; j++) position.setY(j * 151 + k, position.getY(j * 151 + k) - low)
  }
  return [{ geometry: fill(band, size), sheet: true }]
}

export const cloths = { drape, curtain, cushion, ribbon } satisfies Partial<Record<MadeKind, Maker>>
