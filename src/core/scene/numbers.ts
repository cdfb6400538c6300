/** One degree in radians. */
export const rad = Math.PI / 180

export const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

/** From 0 at `from` to 1 at `to`, without a corner. */
export function smooth(from: number, to: number, x: number): number {
  const t = clamp((x - from) / (to - from), 0, 1)
  return t * t * (3 - 2 * t)
}

/** The same angle in (-180, 180], degrees. */
export const wrapped = (angle: number): number => {
  const turned = ((angle % 360) + 360) % 360
  return turned > 180 ? turned - 360 : turned
}
