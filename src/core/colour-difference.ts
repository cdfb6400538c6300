/** CIE L*a*b*, D65. */
export type Lab = readonly [l: number, a: number, b: number]

/** What light a value of sRGB stands for, 0 to 1. */
const light = (v: number) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4)
/** The same for whole values, which are what pictures are made of. */
const LIGHT = Float64Array.from({ length: 256 }, (_, v) => light(v))

/** CIE L*a*b* (D65) of an sRGB colour, each value 0 to 255. */
export function lab(r: number, g: number, b: number): Lab {
  const red = LIGHT[r] ?? light(r)
  const green = LIGHT[g] ?? light(g)
  const blue = LIGHT[b] ?? light(b)
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  const x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
  const y = f(0.2126729 * red + 0.7151522 * green + 0.072175 * blue)
  const z = f((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const RAD = Math.PI / 180
const HIGH = 25 ** 7

// By multiplication: Math.hypot and powers take most of the time of millions of pixels.
const length = (x: number, y: number) => Math.sqrt(x * x + y * y)
const seventh = (x: number) => x * x * x * (x * x * x) * x
const hue = (a: number, b: number) => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / RAD + 360) % 360)

/** The difference of two colours by CIEDE2000 (Sharma, Wu, Dalal 2005): 0 = none, about 1 = just seen side by side, 100 = black and white. */
export function deltaE([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const mean7 = seventh((length(a1, b1) + length(a2, b2)) / 2)
  const g = 0.5 * (1 - Math.sqrt(mean7 / (mean7 + HIGH)))
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)]
  const [c1, c2] = [length(p1, b1), length(p2, b2)]
  const [h1, h2] = [hue(p1, b1), hue(p2, b2)]
  const apart = Math.abs(h1 - h2) > 180
  const turn = c1 * c2 === 0 ? 0 : h2 - h1 + (apart ? (h2 > h1 ? -360 : 360) : 0)
  const dL = l2 - l1
  const dC = c2 - c1
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * RAD)
  const c = (c1 + c2) / 2
  const h = c1 * c2 === 0 ? h1 + h2 : (h1 + h2 + (apart ? (h1 + h2 < 360 ? 360 : -360) : 0)) / 2
  const t =
    1 -
    0.17 * Math.cos((h - 30) * RAD) +
    0.24 * Math.cos(2 * h * RAD) +
    0.32 * Math.cos((3 * h + 6) * RAD) -
    0.2 * Math.cos((4 * h - 63) * RAD)
  const l = ((l1 + l2) / 2 - 50) ** 2
  const sL = 1 + (0.015 * l) / Math.sqrt(20 + l)
  const sC = 1 + 0.045 * c
  const sH = 1 + 0.015 * c * t
  const c7 = seventh(c)
  const rT = -2 * Math.sqrt(c7 / (c7 + HIGH)) * Math.sin(60 * Math.exp(-(((h - 275) / 25) ** 2)) * RAD)
  return Math.sqrt((dL / sL) ** 2 + (dC / sC) ** 2 + (dH / sH) ** 2 + rT * (dC / sC) * (dH / sH))
}
