import type { Environment } from '../../core/scene/document'
import { fromStops, type Linear, lightColour, luminance } from '../../core/scene/light'
import { smooth } from '../../core/scene/numbers'

/** Directions of the dome, mapped as a globe is: rows from the zenith down, columns by azimuth. */
const WIDTH = 128
const HEIGHT = 64

const mix = (a: Linear, b: Linear, t: number): Linear => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]
const grey = (l: number): Linear => [l, l, l]

/** Radiance of each kind of environment, of no particular unit; `up` is the sine of the elevation, `from` the degrees from its azimuth. */
const kinds: { readonly [K in Environment['kind']]: (up: number, from: number) => Linear } = {
  // A large soft overhead bank in a dim room.
  studio: (up) => grey(0.25 + 2.2 * smooth(0.35, 0.85, up)),
  // Moon and Spencer: the zenith three times as bright as the horizon.
  overcast: (up) => mix([0.95, 0.98, 1.02], [1, 1, 1], up).map((l) => (l * (1 + 2 * up)) / 3) as unknown as Linear,
  window: (up, from) => {
    const opening = smooth(62, 42, from) * smooth(0.02, 0.1, up) * smooth(0.85, 0.72, up)
    return mix(grey(0.22), [2.9, 3, 3.15], opening)
  },
  sky: (up, from) => {
    const sky = mix([1.05, 1.08, 1.1], [0.5, 0.72, 1.15], smooth(0, 0.8, up))
    return mix(sky, [1.7, 1.6, 1.45], 0.7 * smooth(70, 10, from) * smooth(1, 0.5, up))
  },
  sunset: (up, from) => {
    const sky = mix([1.3, 0.75, 0.5], [0.35, 0.42, 0.75], smooth(0, 0.55, up))
    return mix(sky, [4.2, 1.9, 0.7], smooth(75, 5, from) * smooth(0.5, 0.02, up))
  },
  'warm-room': (up, from) => mix([0.5, 0.42, 0.33], [1.7, 1.45, 1.1], 0.75 * smooth(0.2, 0.9, up) + 0.25 * smooth(90, 20, from)),
  night: (up) => mix([0.55, 0.6, 0.8], [0.25, 0.35, 0.7], smooth(0, 0.7, up)),
}

/** The light from all around, as a picture of the directions it comes from. */
export interface Dome {
  readonly width: number
  readonly height: number
  /** Linear radiance RGBA, rows from the zenith down; column 0 looks from azimuth 0 (the camera's side), on to the right (+x). */
  readonly radiance: Float32Array<ArrayBuffer>
  /** Irradiance of a bare card that lies open under it. */
  readonly level: Linear
  /** A direction that light comes from, drawn in proportion to how much a level and an upright card get from it: what it sends (radiance by density) and the
   * solid angle that it stands for. */
  draw(at: readonly [number, number]): { direction: [number, number, number]; colour: Linear; solid: number }
}

/** The dome of a scene: a white card lying open under it gets the irradiance π at 0 stops. The lower half is black: there lies the ground. */
export function domeOf(environment: Environment): Dome {
  const of = kinds[environment.kind]
  const radiance = new Float32Array(WIDTH * HEIGHT * 4)
  const weights = new Float64Array(WIDTH * HEIGHT)
  const white = lightColour(environment.kelvin)
  let level = 0
  for (let y = 0; y < HEIGHT; y++) {
    const [elevation, solid] = [elevationOf(y + 0.5), solidOf(y)]
    const up = Math.sin(elevation)
    for (let x = 0; x < WIDTH; x++) {
      const from = Math.abs(((((((x + 0.5) / WIDTH) * 360 - environment.azimuth) % 360) + 540) % 360) - 180)
      const at = y * WIDTH + x
      const colour = up > 0 ? of(up, from) : grey(0)
      for (let c = 0; c < 3; c++) radiance[at * 4 + c] = (colour[c] as number) * (white[c] as number)
      radiance[at * 4 + 3] = 1
      const bright = luminance([radiance[at * 4] as number, radiance[at * 4 + 1] as number, radiance[at * 4 + 2] as number])
      level += bright * Math.max(0, up) * solid
      weights[at] = bright * solid * (0.3 + 0.7 * up)
    }
  }
  const scale = (Math.PI * fromStops(environment.power)) / level
  for (let i = 0; i < radiance.length; i++) if (i % 4 < 3) radiance[i] = (radiance[i] as number) * scale
  const table = tableOf(weights)
  return {
    width: WIDTH,
    height: HEIGHT,
    radiance,
    level: sumOf(radiance),
    draw(at) {
      const { x, y, index, density } = table(at)
      const elevation = elevationOf(y)
      const azimuth = (x / WIDTH) * 2 * Math.PI
      const flat = Math.cos(elevation)
      const share = solidOf(Math.floor(y)) / density
      const colour = [0, 1, 2].map((c) => (radiance[index * 4 + c] as number) * share)
      return {
        direction: [Math.sin(azimuth) * flat, Math.sin(elevation), Math.cos(azimuth) * flat],
        colour: colour as unknown as Linear,
        solid: share,
      }
    },
  }
}

function sumOf(radiance: Float32Array): Linear {
  const sum: [number, number, number] = [0, 0, 0]
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    const y = Math.floor(i / WIDTH)
    const share = solidOf(y) * Math.max(0, Math.sin(elevationOf(y + 0.5)))
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (radiance[i * 4 + c] as number) * share
  }
  return sum
}

const elevationOf = (y: number) => Math.PI * (0.5 - y / HEIGHT)
/** Solid angle of a cell of a row. */
const solidOf = (y: number) => ((2 * Math.PI) / WIDTH) * (Math.sin(elevationOf(y)) - Math.sin(elevationOf(y + 1)))

/** Draws cells in proportion to their weights, by rows and then within the row. `density` is the cell's chance. */
function tableOf(weights: Float64Array) {
  const rows = new Float64Array(HEIGHT + 1)
  const cells = new Float64Array(HEIGHT * (WIDTH + 1))
  for (let y = 0; y < HEIGHT; y++) {
    let sum = 0
    for (let x = 0; x < WIDTH; x++) {
      sum += weights[y * WIDTH + x] as number
      cells[y * (WIDTH + 1) + x + 1] = sum
    }
    rows[y + 1] = (rows[y] as number) + sum
  }
  const total = rows[HEIGHT] as number
  return ([u, v]: readonly [number, number]) => {
    const row = seek(rows, 0, HEIGHT, v * total)
    const first = row.at * (WIDTH + 1)
    const cell = seek(cells, first, WIDTH, u * (cells[first + WIDTH] as number))
    const index = row.at * WIDTH + cell.at
    return { x: cell.at + cell.way, y: row.at + row.way, index, density: (weights[index] as number) / total }
  }
}

/** The step of a rising table (`count` steps from `first` on) that a value falls into, and how far into it. */
function seek(table: Float64Array, first: number, count: number, value: number): { at: number; way: number } {
  let [low, high] = [0, count]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((table[first + middle] as number) <= value) low = middle
    else high = middle
  }
  const [from, to] = [table[first + low] as number, table[first + low + 1] as number]
  return { at: low, way: to > from ? (value - from) / (to - from) : 0.5 }
}
