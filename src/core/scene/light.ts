/** Linear sRGB (D65), unbounded: 1 is what the camera at exposure 0 shows as white. */
export type Linear = readonly [number, number, number]

/**
 * Chromaticity (CIE 1976 u', v') of a black body; 1,000 to 15,000 K within 0.0001. After Krystek, "An algorithm to calculate correlated
 * colour temperature" (Color Research & Application 10, 1985).
 */
export function planckian(kelvin: number): { u: number; v: number } {
  const t = kelvin
  const u = (0.860117757 + 1.54118254e-4 * t + 1.28641212e-7 * t * t) / (1 + 8.42420235e-4 * t + 7.08145163e-7 * t * t)
  const v = (0.317398726 + 4.22806245e-5 * t + 4.20481691e-8 * t * t) / (1 - 2.89741816e-5 * t + 1.61456053e-7 * t * t)
  return { u, v: 1.5 * v }
}

/**
 * The colour of a light of so many kelvin, of luminance 1. Below about 1,900 K it lies outside of sRGB: the channel that would be negative
 * is 0.
 */
export function lightColour(kelvin: number): Linear {
  const { u, v } = planckian(kelvin)
  // Luminance 1: X and Z follow from u' and v'.
  const x = (9 * u) / (4 * v)
  const z = (12 - 3 * u - 20 * v) / (4 * v)
  return [
    Math.max(0, 3.2404542 * x - 1.5371385 - 0.4985314 * z),
    Math.max(0, -0.969266 * x + 1.8760108 + 0.041556 * z),
    Math.max(0, 0.0556434 * x - 0.2040259 + 1.0572252 * z),
  ]
}

/** By what a camera set to light of so many kelvin multiplies the channels: that light comes out neutral. */
export function whiteBalance(kelvin: number): Linear {
  const [r, g, b] = lightColour(kelvin)
  return [1 / Math.max(r, 1e-3), 1 / Math.max(g, 1e-3), 1 / Math.max(b, 1e-3)]
}

/** How many times as much light so many stops are. */
export const fromStops = (stops: number): number => 2 ** stops

export const toLinear = (srgb: number): number => (srgb <= 0.04045 ? srgb / 12.92 : ((srgb + 0.055) / 1.055) ** 2.4)
export const toSrgb = (linear: number): number => (linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055)

/** Linear light of an sRGB colour, 0 to 255 each. */
export const linearOf = ([r, g, b]: readonly [number, number, number]): Linear => [toLinear(r / 255), toLinear(g / 255), toLinear(b / 255)]

export const luminance = ([r, g, b]: Linear): number => 0.2126 * r + 0.7152 * g + 0.0722 * b
