import { z } from './schema'

/** A point of the upright, unturned photo, in shares of its width and height: 0, 0 is its top left corner. May lie outside. */
export const Point = z.tuple([z.number(), z.number()])
export type Point = z.infer<typeof Point>

const to = z.enum(['keep', 'remove'])
/** Half the thickness of a stroke, as a share of the photo's longer side. */
const radius = z.number().min(0).max(1)
const line = z.array(Point).min(1).max(20_000)

/** One correction of a matte, independent of the photo's size, so that it runs again on a replaced photo. */
export const Repair = z.discriminatedUnion('act', [
  /** A stroke that understands the picture: what belongs to what it touches is kept or removed whole. */
  z.object({ act: z.literal('select'), to, points: line, radius }),
  /** A plain brush or eraser. `hardness` 1 = a hard rim, 0 = soft from the middle on; `opacity` is that of the whole stroke. */
  z.object({ act: z.literal('paint'), to, points: line, radius, hardness: z.number().min(0).max(1), opacity: z.number().min(0).max(1) }),
  /** The inside of a polygon (a rectangle is one of four points). */
  z.object({ act: z.literal('shape'), to, points: z.array(Point).min(3).max(2000) }),
  /** Closes every hole inside the product. */
  z.object({ act: z.literal('fill-holes') }),
  /** Keeps only the largest object. */
  z.object({ act: z.literal('largest') }),
  /** Keeps only the object at (or nearest to) this point. */
  z.object({ act: z.literal('choose'), at: Point }),
])
export type Repair = z.infer<typeof Repair>
