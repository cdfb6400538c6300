import type { Colour } from '../core/colour'

export const WHITE: Colour = [255, 255, 255]
export const BLACK: Colour = [0, 0, 0]
/** The green of film studios: no product is of it, so that any rest of a background stands out. */
export const GREEN: Colour = [0, 177, 64]

/** "#1f4fc9". */
export const hexOf = (colour: Colour): string => `#${colour.map((c) => c.toString(16).padStart(2, '0')).join('')}`

/** Reads "#1f4fc9" or "1f4fc9"; null for anything else. */
export function colourOf(hex: string): Colour | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex.trim())
  return match ? [parseInt(match[1] as string, 16), parseInt(match[2] as string, 16), parseInt(match[3] as string, 16)] : null
}

export const sameColour = (a: Colour | null, b: Colour | null): boolean =>
  a === b || (a !== null && b !== null && a.every((c, i) => c === b[i]))
