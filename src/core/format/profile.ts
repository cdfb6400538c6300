const fixed = (value: number) => Math.round(value * 65536)

/** Columns of the matrix from linear RGB to XYZ (D50), in the order X, Y, Z. */
export type Colorants = readonly [red: readonly number[], green: readonly number[], blue: readonly number[]]

/** IEC 61966-2-1, adapted to D50 by Bradford's method. */
export const SRGB: Colorants = [
  [0.436066, 0.222488, 0.013916],
  [0.385147, 0.716873, 0.097076],
  [0.143066, 0.060608, 0.714096],
]
/** SMPTE EG 432-1 with sRGB's curve. */
export const DISPLAY_P3: Colorants = [
  [0.515102, 0.241182, -0.00105],
  [0.291965, 0.692236, 0.041882],
  [0.157153, 0.066574, 0.784378],
]
/** ITU-R BT.2020's primaries. */
export const REC_2020: Colorants = [
  [0.673492, 0.27903, -0.001938],
  [0.165665, 0.675338, 0.029968],
  [0.125046, 0.045634, 0.796841],
]

const ADAPTATION = [1.047882, 0.022919, -0.050202, 0.029587, 0.990484, -0.017075, -0.009247, 0.015076, 0.751678]
const WHITE = [0.9642, 1, 0.8249]
/** sRGB's curve as gamma, slope, offset, slope near black, and where these meet. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]

const numbers = (values: readonly number[]) => values.flatMap((value) => word(fixed(value)))
const word = (value: number) => [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
const named = (text: string) => [
  ...letters('mluc'),
  ...word(0),
  ...word(1),
  ...word(12),
  ...letters('enUS'),
  ...word(2 * text.length),
  ...word(28),
  ...[...text].flatMap((letter) => [0, letter.charCodeAt(0)]),
]
const xyz = (values: readonly number[]) => [...letters('XYZ '), ...word(0), ...numbers(values)]

/** An ICC profile (version 4) of an RGB space with sRGB's curve, written here so that nobody's licence is asked. */
export function rgbProfile(name: string, [red, green, blue]: Colorants): Uint8Array<ArrayBuffer> {
  const curve = [...letters('para'), ...word(0), 0, 3, 0, 0, ...numbers(CURVE)]
  const tags: readonly (readonly [string, readonly number[]])[] = [
    ['desc', named(name)],
    ['cprt', named('CC0')],
    ['wtpt', xyz(WHITE)],
    ['chad', [...letters('sf32'), ...word(0), ...numbers(ADAPTATION)]],
    ['rXYZ', xyz(red)],
    ['gXYZ', xyz(green)],
    ['bXYZ', xyz(blue)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const table: number[] = [...word(tags.length)]
  const bodies: number[] = []
  const start = 128 + 4 + 12 * tags.length
  for (const [tag, body] of tags) {
    table.push(...letters(tag), ...word(start + bodies.length), ...word(body.length))
    bodies.push(...body, ...new Array<number>((4 - (body.length % 4)) % 4).fill(0))
  }
  const head = [
    ...word(start + bodies.length),
    ...word(0),
    ...word(0x04300000),
    ...letters('mntrRGB XYZ '),
    0x07,
    0xea,
    0,
    1,
    0,
    1,
    0,
    0,
    0,
    0,
    0,
    0,
    ...letters('acsp'),
    ...new Array<number>(28).fill(0),
    ...numbers(WHITE),
    ...new Array<number>(48).fill(0),
  ]
  return Uint8Array.from([...head, ...table, ...bodies])
}
