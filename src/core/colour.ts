import { z } from './schema'

/** sRGB colour, 0 to 255 each. */
export const Colour = z.tuple([z.int().min(0).max(255), z.int().min(0).max(255), z.int().min(0).max(255)])
export type Colour = z.infer<typeof Colour>
