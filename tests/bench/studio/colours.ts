import { deltaE, type Lab, lab } from '../../../src/core/colour-difference'
import type { ImageValue } from '../../../src/core/recipe'
import type { Form } from '../../../src/core/scene/document'
import { toLinear } from '../../../src/core/scene/light'
import type { Row } from './row'
import { lamp, type Sketch, take } from './take'

/** Colours of goods: skin, sky, leaf, brick, brass, denim, ... and greys; sRGB. */
const PATCHES = [
  [115, 82, 68],
  [194, 150, 130],
  [98, 122, 157],
  [87, 108, 67],
  [133, 128, 177],
  [103, 189, 170],
  [214, 126, 44],
  [80, 91, 166],
  [193, 90, 99],
  [94, 60, 108],
  [157, 188, 64],
  [224, 163, 46],
  [56, 61, 150],
  [70, 148, 73],
  [175, 54, 60],
  [231, 199, 31],
  [187, 86, 149],
  [8, 133, 161],
  [243, 243, 242],
  [200, 200, 200],
  [160, 160, 160],
  [122, 122, 121],
  [85, 85, 85],
  [52, 52, 52],
] as const

/** A card of six by four patches, 16 px each. */
function chart(): ImageValue {
  const [width, height] = [64, 96]
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set([...(PATCHES[(y >> 4) * 4 + (x >> 4)] as (typeof PATCHES)[number]), 255], (y * width + x) * 4)
  return { kind: 'image', width, height, data }
}

const SIDE = 160
/** mm that one px of the frame stands for at the product: the chart is seen at its own size. */
const MM = 1000 / ((85 / 36) * SIDE)

const FORMS: readonly Form[] = [
  { kind: 'flat', depth: 0.05 },
  { kind: 'box', depth: 0.5 },
  { kind: 'cylinder', depth: 1 },
  { kind: 'inflated', depth: 0.4 },
]

const set = (relight: number, form: Form, more: Sketch): Sketch => ({
  // Its foot is 1,000 mm deep in the picture.
  camera: { target: [0, 45 * MM, 0], distance: 1000 - 45 * MM * Math.sin((8 * Math.PI) / 180), tilt: 8, focal: 85, fNumber: 32 },
  products: [{ id: 'p', size: { by: 'height', height: 96 * MM }, relight, form }],
  ...more,
})
/** Even light of the white balance's own colour: what a photo on white was taken in. */
const EVEN: Sketch = { environment: { kind: 'overcast', power: 0 } }
/** A hard key light from the side, warm or neutral. */
const sided = (kelvin: number): Sketch => ({
  lights: [lamp({ azimuth: -60, elevation: 30, aim: [0, 45 * MM, 0], width: 400, height: 400, power: 0, kelvin })],
  environment: { kind: 'studio', power: -2, kelvin },
})

const LIGHTS = { even: EVEN, neutral: sided(5500), warm: sided(3000) } as const
type Name = keyof typeof LIGHTS

const taken = new Map<string, Promise<ImageValue>>()

/** The chart in a light; every picture is taken once. */
function pictureOf(light: Name, relight: number, form: Form): Promise<ImageValue> {
  const name = `${light} ${relight} ${form.kind}`
  const found =
    taken.get(name) ?? take(set(relight, form, LIGHTS[light]), { width: SIDE, height: SIDE, samples: 8, layer: 'products' }, [chart()])
  taken.set(name, found)
  return found
}

/** The chart's pixels as they are and as they came out, of each form and relight. */
async function pairs(light: Name, relights: readonly number[], forms: readonly Form[]): Promise<{ was: Rgb; is: Rgb }[][]> {
  const all: { was: Rgb; is: Rgb }[][] = []
  for (const form of forms) {
    const plain = await pictureOf('even', 0, form)
    for (const relight of relights) {
      const lit = await pictureOf(light, relight, form)
      const solid = Array.from({ length: SIDE * SIDE }, (_, i) => i * 4).filter((p) => plain.data[p + 3] === 255)
      all.push(solid.map((p) => ({ was: rgbAt(plain, p), is: rgbAt(lit, p) })))
    }
  }
  return all
}

type Rgb = readonly [number, number, number]
const rgbAt = ({ data }: ImageValue, p: number): Rgb => [data[p] as number, data[p + 1] as number, data[p + 2] as number]
const labOf = (rgb: Rgb): Lab => lab(...rgb)

const at = (values: readonly number[], share: number) => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN

/** Median shift of CIELAB's hue, degrees, of what has a colour (chroma 10 and more), in the worst picture. */
async function hueShift(light: Name): Promise<number> {
  const shifts = (await pairs(light, [0.5, 1], FORMS)).map((pixels) => {
    const coloured = pixels.map(({ was, is }) => [labOf(was), labOf(is)] as const).filter(([a]) => Math.hypot(a[1], a[2]) >= 10)
    return at(
      coloured.map(([a, b]) => turnOf(a, b)),
      0.5,
    )
  })
  return Math.max(...shifts)
}

function turnOf(a: Lab, b: Lab): number {
  const turn = Math.abs(Math.atan2(a[2], a[1]) - Math.atan2(b[2], b[1])) * (180 / Math.PI)
  return Math.min(turn, 360 - turn)
}

/** ΔE00 of a share of the pixels at most, in the worst picture, in even light of the photo's colour. */
const evenError = async (share: number, forms: readonly Form[]): Promise<number> =>
  Math.max(
    ...(await pairs('even', [0.5, 1], forms)).map((pixels) =>
      at(
        pixels.map(({ was, is }) => deltaE(labOf(was), labOf(is))),
        share,
      ),
    ),
  )

/** The same under a key light from the side, lightness aside: against the pixel's own colour in as much light as it came out with. */
async function shapedError(share: number): Promise<number> {
  const errors = (await pairs('neutral', [0.5, 1], FORMS)).map((pixels) =>
    at(
      pixels.map(({ was, is }) => deltaE(dimmed(was, is), labOf(is))),
      share,
    ),
  )
  return Math.max(...errors)
}

/** CIELAB of a colour in so much light that it is as bright as another one. */
function dimmed(was: Rgb, is: Rgb): Lab {
  const light = (rgb: Rgb) => 0.2126 * toLinear(rgb[0] / 255) + 0.7152 * toLinear(rgb[1] / 255) + 0.0722 * toLinear(rgb[2] / 255)
  const scale = light(is) / Math.max(1e-6, light(was))
  const value = (v: number) => {
    const linear = Math.min(1, toLinear(v / 255) * scale)
    return 255 * (linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055)
  }
  return lab(value(was[0]), value(was[1]), value(was[2]))
}

/** Solid pixels that relight 0 changes: all forms, hard warm light. */
async function changed(): Promise<number> {
  const own = chart()
  const whole = new Set(PATCHES.map((patch) => patch.join()))
  let count = 0
  for (const pixels of await pairs('warm', [0], FORMS)) {
    count += pixels.filter(({ was, is }) => was.join() !== is.join() || !whole.has(is.join())).length
    count += Math.abs(pixels.length - own.width * own.height)
  }
  return count
}

const row = (name: string, goal: string, measure: Row['measure'], most: number): Row => ({
  part: 'colours',
  name,
  goal,
  measure,
  met: (v) => v <= most,
})

/** What relighting leaves of a product's colours, where it is asked to keep them. */
export const colours: readonly Row[] = [
  row('kept colours: shift of hue, neutral light, relight to 1, median, degrees', 'at most 1', () => hueShift('neutral'), 1),
  row('kept colours: shift of hue, light of 3,000 K, relight to 1, median, degrees', 'at most 1', () => hueShift('warm'), 1),
  row('kept colours: ΔE00 in even neutral light, flat, relight to 1, 95 of 100', 'at most 2', () => evenError(0.95, FORMS.slice(0, 1)), 2),
  row('kept colours: ΔE00 in even neutral light, all forms, relight to 1, median', 'at most 2', () => evenError(0.5, FORMS), 2),
  row('kept colours: ΔE00 but for lightness, key light from the side, 95 of 100', 'at most 2', () => shapedError(0.95), 2),
  row('kept colours: solid pixels that differ without relight', '0', changed, 0),
]
