import { heroOf, type Point, type Scene } from '../../core/scene/document'
import { type Linear, linearOf } from '../../core/scene/light'
import { natureOf } from '../../core/scene/material-nature'
import { irradiance, type Lamp } from './lamps'
import { onDisc, point } from './sequence'

/** Half the side of what has no end, mm: beyond the farthest camera. */
export const ENDLESS = 40_000

/** What rises behind the set, as the light between them has it: upright, `distance` mm behind the origin, `half` mm to each side. */
export interface Wall {
  readonly distance: number
  readonly half: number
  /** What it sends to the set in the mean, linear. */
  readonly radiance: Linear
}

const LOOKS = 32

/**
 * The backdrop that closes directions of the environment (level: irradiance of a bare card under it) and sends back its colour times the
 * light on it. It stands in no light's way: walls of a studio are moved where lights must pass.
 */
export function wallOf(document: Scene, lamps: readonly Lamp[], level: Linear): Wall | null {
  const { ground, backdrop } = document
  if (backdrop.kind !== 'wall' && backdrop.kind !== 'sweep') return null
  const { distance } = backdrop
  const half = backdrop.kind === 'sweep' && ground.size ? ground.size[0] / 2 : ENDLESS
  const albedo = linearOf(natureOf(backdrop.kind === 'wall' ? backdrop.material : ground.material).colour)
  const spots = seenFrom(heroOf(document).at, distance, half)
  const fallen = spots.map((spot) => irradiance(lamps, spot, [0, 0, 1]))
  // An upright wall has half of the sky before it.
  const radiance = albedo.map((share, c) => {
    const direct = fallen.reduce((sum, light) => sum + (light[c] as number), 0) / Math.max(1, fallen.length)
    return (share * (direct + (level[c] as number) / 2)) / Math.PI
  })
  return { distance, half, radiance: radiance as unknown as Linear }
}

/** Spots of a wall, as often as they give light to a level card. */
function seenFrom(at: Point, distance: number, half: number): Point[] {
  const way = distance + at[2]
  if (way <= 0) return []
  return Array.from({ length: LOOKS }, (_, i): Point => {
    const [x, back] = onDisc(point(i, 83))
    const z = Math.max(1e-3, Math.abs(back))
    const up = Math.sqrt(Math.max(0, 1 - x * x - z * z))
    return [at[0] + (x / z) * way, at[1] + (up / z) * way, -distance]
  }).filter(([x, y]) => Math.abs(x) < half && y < ENDLESS)
}
