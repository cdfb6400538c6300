import type { Leaf } from './leaf'

/** Lenses that a scene's camera can have, mm. */
const [SHORTEST, LONGEST] = [14, 400]

/** The focal length that EXIF gives for a 35 mm film's frame (`FocalLengthIn35mmFilm`), mm; null where it says none, or 0 for unknown. */
export function focalOf(leaves: readonly Leaf[]): number | null {
  const said = leaves.find(({ path }) => /^exif\.exif\.FocalLengthIn35mm(Film|Format)$|exif:FocalLengthIn35mmFilm$/.test(path))
  const mm = Number(said?.value)
  return mm >= SHORTEST && mm <= LONGEST ? mm : null
}
