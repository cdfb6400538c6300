import type { FidelityFacts } from '../../core/fidelity'

/** Before encoding nothing but rounding may differ. */
export const ROUNDING = 1
/** Standard deviations within which what a quantiser does is taken for the encoder's doing. */
const DEVIATIONS = 6
/** Steps by which MozJPEG's search for a smaller file may miss a block's mean: half a step by rounding, one by choice. */
const MISSED = 1.5
/** Levels by which turning colours into Y, Cb and Cr, and back, may round a mean. */
const TURNED = 0.5

/**
 * By how much a file may differ from what was encoded. What keeps every pixel: a level of 255. A JPEG, in its own colours (Y, Cb,
 * Cr): what its quantisation tables (ITU-T T.81, B.2.4.1) do. Each of a block's 64 coefficients is off by up to half its step,
 * evenly, so a pixel by a bell curve of variance sum(step²) / (12 x 64); and the mean of 64 pixels by the step of the first alone.
 */
export function toleranceOf(file: Uint8Array): FidelityFacts['tolerance']['file'] {
  const tables = quantisers(file)
  if (tables.length === 0) return { pixel: ROUNDING, block: null }
  const deviation = Math.max(...tables.map((steps) => Math.sqrt(steps.reduce((sum, step) => sum + step * step, 0) / (12 * 64))))
  const first = Math.max(...tables.map(([step = 1]) => step))
  return { pixel: Math.ceil(DEVIATIONS * deviation) + ROUNDING, block: ROUNDING + TURNED + (MISSED * first) / 8 }
}

/** A JPEG's quantisation tables; none for other files. */
function quantisers(file: Uint8Array): number[][] {
  const tables: number[][] = []
  if (file[0] !== 0xff || file[1] !== 0xd8) return tables
  const word = (at: number) => ((file[at] as number) << 8) | (file[at + 1] as number)
  for (let at = 2; at + 4 < file.length && file[at] === 0xff && file[at + 1] !== 0xda; at += 2 + word(at + 2)) {
    if (file[at + 1] !== 0xdb) continue
    for (let i = at + 4; i < at + 2 + word(at + 2); ) {
      const bytes = (file[i++] as number) >> 4 ? 2 : 1
      tables.push(Array.from({ length: 64 }, (_, k) => (bytes === 2 ? word(i + 2 * k) : (file[i + k] as number))))
      i += 64 * bytes
    }
  }
  return tables
}
