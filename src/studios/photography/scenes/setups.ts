import type { Point } from '../../../core/scene/document'
import { towards } from '../../../core/scene/geometry'
import type { Lamp } from './shot'

type More = Partial<Pick<Lamp, 'kelvin' | 'spread' | 'gobo' | 'aim'>>

/** One light by its place; roles and faces as given. */
export const lamp = (
  role: Lamp['role'],
  kind: Lamp['kind'],
  from: Lamp['from'],
  face: Lamp['face'],
  level: number,
  more: More = {},
): Lamp => ({ role, kind, from, face, level, ...more })

/** The sun: half a degree wide, and far enough away that its light falls off little over the set. */
export const sun = (azimuth: number, elevation: number, level: number, more: More = {}, distance = 9000): Lamp => ({
  kind: 'sun',
  role: 'key',
  from: [azimuth, elevation, distance],
  face: Math.round(distance / 107),
  level,
  kelvin: 5200,
  ...more,
})

/** A tall window beside the set: soft to the side, with a direction. */
export const windowLight = (azimuth: number, elevation: number, distance: number, level: number, more: More = {}): Lamp => ({
  kind: 'window',
  role: 'key',
  from: [azimuth, elevation, distance],
  face: [distance * 0.7, distance],
  level,
  ...more,
})

/** Beauty light: a large source above the lens and a weaker one, `ratio` stops below, from under it. */
export const clamshell = (distance: number, face: number, ratio: number): Lamp[] => [
  { kind: 'octabox', role: 'key', from: [0, 52, distance], face, level: 0 },
  { kind: 'softbox', role: 'fill', from: [0, 24, distance * 1.9], face: [face, face * 0.4], level: -ratio },
]

/** Loop light: the key a little to one side and above, the fill opposite, `ratio` stops below. */
export const loopLight = (azimuth: number, distance: number, face: number, ratio: number, more: More = {}): Lamp[] => [
  { kind: 'octabox', role: 'key', from: [azimuth, 42, distance], face, level: 0, ...more },
  {
    kind: 'softbox',
    role: 'fill',
    from: [azimuth > 0 ? azimuth - 95 : azimuth + 95, 25, distance * 1.3],
    face: [face, face],
    level: -ratio,
  },
]

/** Two strips behind the hero, left and right, that draw its edges. */
export const rimPair = (azimuth: number, elevation: number, distance: number, level: number, more: More = {}): Lamp[] =>
  [-azimuth, azimuth].map((side) => ({
    kind: 'strip',
    role: 'rim',
    from: [side, elevation, distance],
    face: [distance * 0.12, distance * 0.7],
    level,
    ...more,
  }))

/** The large soft source above a flat lay, leaning in from one side so that things keep a shadow. */
export const copyStand = (azimuth: number, elevation: number, distance: number, face: number, ratio: number): Lamp[] => [
  { kind: 'softbox', role: 'key', from: [azimuth, elevation, distance], face: [face, face], level: 0 },
  { kind: 'softbox', role: 'fill', from: [azimuth + 180, elevation, distance * 1.2], face: [face, face], level: -ratio },
]

/** A light tent: white from both sides and from above, nearly without shadow. */
export const tent = (distance: number, face: number): Lamp[] => [
  { kind: 'softbox', role: 'key', from: [-70, 32, distance], face: [face, face], level: -0.6 },
  { kind: 'softbox', role: 'fill', from: [70, 32, distance], face: [face, face], level: -1 },
  { kind: 'softbox', role: 'accent', from: [0, 84, distance], face: [face * 1.2, face * 1.2], level: -0.4 },
]

/** One source on the background alone: a glow behind the hero, as for glass. */
export const glow = (from: Lamp['from'], face: number, level: number, aim: Point, more: More = {}): Lamp => ({
  kind: 'spot',
  role: 'background',
  from,
  face,
  level,
  aim,
  spread: 70,
  ...more,
})

/** A card beside the set that faces the hero, standing on the ground. */
export const bounce = (kind: 'white' | 'silver' | 'gold' | 'black', azimuth: number, distance: number, width: number, height: number) => {
  const [x, , z] = towards([0, 0, 0], azimuth, 0, distance)
  const at: Point = [Math.round(x), Math.round(height / 2), Math.round(z)]
  return { kind, at, width, height, azimuth: azimuth > 0 ? azimuth - 180 : azimuth + 180 }
}
