/** Linear light, 0 to 1, of each value of sRGB. */
export const LIGHT = Float32Array.from({ length: 256 }, (_, v) => {
  const s = v / 255
  return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
})

/** sRGB, 0 to 255 and not rounded, of linear light 0 to 1. */
export function encoded(light: number): number {
  if (light <= 0) return 0
  if (light >= 1) return 255
  return 255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055)
}

/** Relative luminance (Rec. 709) of linear light. */
export const luminance = (r: number, g: number, b: number): number => 0.2126 * r + 0.7152 * g + 0.0722 * b
