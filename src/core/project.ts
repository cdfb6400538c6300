import { Colour } from './colour'
import { Fault } from './fault'
import type { Hash } from './recipe'
import { Repair } from './repair'
import { Scene } from './scene/document'
import { z } from './schema'

/**
 * How much care the network takes: `best` looks three times (the whole photo, from farther or nearer, mirrored), `fine` once, `fast`
 * once at a smaller size; `own:` and a SHA-256 names a network that the seller brought.
 */
export const Care = z.union([z.enum(['best', 'fine', 'fast']), z.templateLiteral(['own:', z.string()])])
export type Care = z.infer<typeof Care>

/** What the user has decided about one photo. Small, immutable, undoable; the pixels follow from it. */
export const PhotoDoc = z.object({
  cutout: Care.default('fine'),
  /** The seller's own matte (hash of its file) in the network's place; null = the network's. */
  matte: z.string().nullable().default(null),
  /** Glass, gauze and other goods that keep part of their transparency. */
  seeThrough: z.boolean().default(false),
  /** The seller's corrections, in their order. */
  repairs: z.array(Repair).default([]),
  /** The whole edge: `looser` moves it outward (inward when negative), `softer` blurs it (hardens it when negative). -10 to 10, in thousandths of the photo's longer side. */
  edge: z
    .object({ looser: z.number().min(-10).max(10).default(0), softer: z.number().min(-10).max(10).default(0) })
    .default({ looser: 0, softer: 0 }),
  /** Clockwise quarter turns after the camera's own orientation. */
  turn: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).default(0),
  /** Stock keeping unit, used in file names; empty = taken from the file's name. */
  sku: z.string().max(80).default(''),
  /** Backdrop for channels that leave it free, and for looking at. Null = transparent. */
  backdrop: Colour.nullable().default(null),
  /** The set in which the product stands, for channels that leave the backdrop free; null = none. */
  scene: Scene.nullable().default(null),
})
export type PhotoDoc = z.infer<typeof PhotoDoc>

/** What the original file holds, as read by the `inspect` operation. */
export const FileFacts = z.object({
  format: z.string(),
  /** Upright size in px. */
  width: z.int(),
  height: z.int(),
  /** EXIF orientation 1 to 8 as stored. */
  orientation: z.int(),
  bits: z.int(),
  frames: z.int(),
  transparency: z.boolean(),
  /** Name of the colour profile, or null when none is embedded. */
  profile: z.string().nullable(),
  /** Of the lens, mm before a sensor whose longer side is 36 mm, as the camera noted it; null = not said. */
  focal: z.number().nullable().default(null),
  /** What would tell on the seller, as sentences' ends: [{what:'GPS position', value:'52.52, 13.40'}, …]. Removed on export. */
  personal: z.array(z.object({ what: z.string(), value: z.string() })),
  /** What may go along if the user asks. */
  rights: z.object({ creator: z.string(), copyright: z.string(), description: z.string(), taken: z.string() }),
  /** Oddities worth saying, e.g. "The file's ending says PNG, its content is JPEG." */
  notes: z.array(z.string()),
})
export type FileFacts = z.infer<typeof FileFacts>

/** Reasons to look at a cutout before using it. */
export const Look = z.enum(['touches-frame', 'several-objects', 'faint-edge', 'very-small', 'see-through', 'transparent-input'])
export type Look = z.infer<typeof Look>

/** What the `assess` operation measures of a matte. */
export const MatteFacts = z.object({
  /** Share of the photo that is product, 0 to 1 (sum of alpha). */
  area: z.number(),
  /** Bounding box of alpha >= 0.5, shares of width and height (0 to 1): left, top, right, bottom. Null when nothing was found. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  /** Share of the product's area whose alpha is between 0.1 and 0.9. */
  uncertain: z.number(),
  /** How likely it is that the cutout can be used as it is (IoU with the truth at least 0.95), 0 to 1; null from older versions. */
  confidence: z.number().nullable().default(null),
  look: z.array(Look),
})
export type MatteFacts = z.infer<typeof MatteFacts>

export const PhotoState = z.discriminatedUnion('at', [
  z.object({ at: z.literal('adding') }),
  z.object({ at: z.literal('waiting') }),
  /** `share` 0 to 1 of this photo's whole work. */
  z.object({ at: z.literal('working'), share: z.number(), doing: z.string() }),
  z.object({ at: z.literal('done') }),
  z.object({ at: z.literal('failed'), fault: Fault }),
  /** Exported, and its original deleted afterwards: `on`, ISO 8601. The same file added again takes its place. */
  z.object({ at: z.literal('exported'), on: z.string() }),
])
export type PhotoState = z.infer<typeof PhotoState>

/** Whether nothing is left to do for the photo. */
export const isFinished = ({ at }: PhotoState): boolean => at === 'done' || at === 'exported'

/** A lower-case hex SHA-256. */
export const Sha256 = z.custom<Hash>((value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))

/** As an earlier version may have stored it, with what it lacks. */
export const Photo = z.object({
  id: z.string().min(1),
  project: z.string().min(1),
  /** The file's own name. */
  name: z.string(),
  bytes: z.number().min(0),
  /** Place in the list; fractional so that a photo put back by undo returns to its place. */
  order: z.number(),
  /** SHA-256 of the original; null until it is stored. */
  file: Sha256.nullable(),
  doc: PhotoDoc,
  state: PhotoState,
  facts: FileFacts.nullable(),
  matte: MatteFacts.nullable(),
  /** Changes whenever the stored thumbnail does; null = none yet. */
  thumb: z.string().nullable(),
})
export type Photo = Readonly<z.infer<typeof Photo>>

/** As an earlier version may have stored it, with what it lacks. */
export const Project = z.object({
  id: z.string().min(1),
  name: z.string(),
  created: z.string(),
  opened: z.string(),
  brand: Colour,
  /** How much care the network takes with photos that are added from now on. */
  cutout: Care,
  paused: z.boolean(),
  /** When the last photo was added, ISO 8601; null = none yet. */
  added: z.string().nullable().default(null),
  /** Null = kept until it is deleted by hand; else it deletes itself that long after the last photo was added. */
  retention: z
    .object({ hours: z.number().min(0) })
    .readonly()
    .nullable()
    .default(null),
  /** Whether an original goes, with all that was made of it, once it has been exported. */
  originals: z.enum(['keep', 'until-export']).default('keep'),
})
export type Project = Readonly<z.infer<typeof Project>>

export interface ProjectSummary extends Project {
  readonly photos: number
  readonly done: number
  readonly bytes: number
}
