/** A place in an area: x and z in mm, and a turn about the vertical in radians. */
export interface Place {
  readonly x: number
  readonly z: number
  readonly turn: number
}

/**
 * Strews `count` pieces of so many mm over an area: each goes to the freest of a few random places (Mitchell's best candidate), so they neither
 * clump nor stand in rows.
 */
export function scatter(count: number, [w, d]: readonly [number, number], piece: number, random: () => number): Place[] {
  const places: Place[] = []
  const [rx, rz] = [Math.max(0, (w - piece) / 2), Math.max(0, (d - piece) / 2)]
  for (let i = 0; i < count; i++) {
    let best: Place = { x: 0, z: 0, turn: 0 }
    let free = -1
    for (let k = 0; k < 8; k++) {
      const [angle, far] = [random() * 2 * Math.PI, Math.sqrt(random())]
      const place = { x: Math.cos(angle) * far * rx, z: Math.sin(angle) * far * rz, turn: random() * 2 * Math.PI }
      const near = Math.min(Number.MAX_VALUE, ...places.map(({ x, z }) => Math.hypot(x - place.x, z - place.z)))
      if (near > free) [best, free] = [place, near]
    }
    places.push(best)
  }
  return places
}

/** How large a piece may be so that `count` of them find room side by side, mm; a greater share lets them touch and overlap. */
export const room = (count: number, [w, d]: readonly [number, number], share = 0.75): number =>
  Math.min(share * Math.sqrt((w * d) / count), 0.9 * Math.min(w, d))
