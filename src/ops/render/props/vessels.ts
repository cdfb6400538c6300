import type { BufferGeometry } from 'three'
import { Vector3 } from 'three'
import type { MadeKind } from '../../../core/scene/document'
import { lumps } from './blob'
import { fill, fillTogether } from './fit'
import type { Maker } from './part'
import { tube } from './tube'
import { type Profile, squarish, turned } from './turned'
import { unwrap } from './unwrap'

/** A bowl: foot ring, thin wall, soft lip, hollow inside. */
const bowl = (w: number, h: number): Profile => {
  const [r, wall] = [w / 2, Math.max(1.2, w * 0.025)]
  return [
    [0, h * 0.05],
    [r * 0.4, h * 0.05, h * 0.02],
    [r * 0.4, 0, h * 0.02],
    [r * 0.47, 0, h * 0.03],
    [r * 0.5, h * 0.09, h * 0.05],
    [r * 0.84, h * 0.34, h * 0.3],
    [r, h, wall * 0.45],
    [r - wall, h, wall * 0.45],
    [r * 0.82 - wall, h * 0.38, h * 0.3],
    [r * 0.45, h * 0.13, h * 0.2],
    [0, h * 0.11],
  ]
}

/** A belly, a neck and a lip; one looks a little way into it. */
const vase = (w: number, h: number): Profile => {
  const [r, wall] = [w / 2, Math.max(1.5, w * 0.04)]
  const neck = r * 0.36
  return [
    [0, 0],
    [r * 0.52, 0, r * 0.06],
    [r * 0.98, h * 0.36, h * 0.3],
    [r * 0.86, h * 0.62, h * 0.2],
    [neck, h * 0.76, h * 0.12],
    [neck * 0.96, h * 0.92, h * 0.06],
    [neck * 1.3, h, wall * 0.4],
    [neck * 1.3 - wall, h, wall * 0.4],
    [neck - wall, h * 0.9, h * 0.04],
    [neck - wall, h * 0.74, h * 0.04],
    [r * 0.7, h * 0.6],
  ]
}

/** A tray's profile: shares of its half sides, so its rim is as wide all around as the eye cares. */
const tray = (side: number, h: number): Profile => {
  const rim = Math.min(0.06, 8 / side)
  return [
    [0, 0],
    [0.985 - rim, 0, rim * 0.5],
    [1, h, 0.012],
    [1 - rim * 0.5, h, 0.012],
    [0.97 - rim, h * 0.28, rim * 0.6],
    [0, h * 0.28],
  ]
}

/** A pillar candle: its top has melted into a shallow pool around the wick. */
const candle: Maker = ({ size, seed }) => {
  const [w, h, d] = size
  const wickHeight = Math.min(9, h * 0.12)
  const [r, wax] = [w / 2, h - wickHeight * 0.75]
  const pool = Math.min(r * 0.14, h * 0.06)
  const body = turned(
    [
      [0, 0],
      [r, 0, Math.min(1.5, r * 0.1)],
      [r, wax * 0.5],
      [r, wax, r * 0.1],
      [r * 0.86, wax - pool * 0.1, r * 0.08],
      [r * 0.62, wax - pool, r * 0.3],
      [0, wax - pool * 1.1],
    ],
    48,
  )
  const position = body.getAttribute('position')
  const p = new Vector3()
  for (let i = 0; i < position.count; i++) {
    p.fromBufferAttribute(position, i)
    const high = Math.max(0, p.y / wax - 0.85) / 0.15
    position.setY(i, p.y - pool * 0.5 * high * Math.max(0, lumps(p.clone().divideScalar(r), 1.3, seed + 1)))
  }
  const wick = tube(
    (t, at) => at.set(t * t * wickHeight * 0.25, wax - pool * 1.3 + t * (h - wax + pool * 1.3), 0),
    () => Math.min(0.9, r * 0.08),
    6,
    6,
  )
  fillTogether([body, wick], [w, h, d])
  return [{ geometry: unwrap(body, 'axis') }, { geometry: wick, plain: { colour: [38, 33, 30], roughness: 0.9 } }]
}

const vessel =
  (shape: (w: number, h: number, d: number) => BufferGeometry): Maker =>
  ({ size }) => [{ geometry: unwrap(fill(shape(...size), size), 'axis') }]

export const vessels = {
  bowl: vessel((w, h) => turned(bowl(w, h), 34)),
  vase: vessel((w, h) => turned(vase(w, h), 34)),
  tray: vessel((w, h, d) => turned(tray(Math.min(w, d) / 2, h), 68, squarish(w / 2, d / 2))),
  candle,
} satisfies Partial<Record<MadeKind, Maker>>
