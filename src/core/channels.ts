import { Colour } from './colour'
import type { Fault } from './fault'
import { z } from './schema'

/** What channels' files are: PSD = in layers, for Photoshop, Affinity, Photopea, GIMP. */
export const FileFormat = z.enum(['jpeg', 'png', 'psd'])
export type FileFormat = z.infer<typeof FileFormat>

export const ChannelId = z.enum([
  'amazon-main',
  'amazon-secondary',
  'etsy',
  'ebay',
  'shopify',
  'walmart',
  'google-merchant',
  'tiktok-shop',
  'transparent',
  'layered',
  'custom',
])
export type ChannelId = z.infer<typeof ChannelId>

/** A size the user typed. `fill` = share of the frame that the product's larger extent takes, 0.1 to 1. */
export const CustomSize = z.object({
  width: z.int().min(16).max(10000),
  height: z.int().min(16).max(10000),
  format: FileFormat,
  /** Null = transparent (JPEG is then white); `doc` = the photo's own scene or backdrop colour, white if it has neither. */
  background: z.union([z.tuple([z.int(), z.int(), z.int()]), z.literal('doc')]).nullable(),
  fill: z.number().min(0.1).max(1),
})
export type CustomSize = z.infer<typeof CustomSize>

/** How a channel's files are made. */
export interface Output {
  /** `photo` = the photo's own frame and full size. */
  readonly frame: 'photo' | { readonly width: number; readonly height: number }
  /** Share of the frame that the product's larger extent takes. */
  readonly fill: number
  /** `doc` = the photo's own scene or backdrop colour, white if it has neither; null = transparent. */
  readonly background: Colour | 'doc' | null
  readonly format: FileFormat
  /** 1 to 100, JPEG only. */
  readonly quality: number
  readonly maxBytes: number | null
}

/** What of a file a rule looks at. Each is measured by `read` in `channels/measures.ts`. */
export type Measure =
  | 'width'
  | 'height'
  | 'longest-side'
  | 'shortest-side'
  | 'area-px'
  | 'aspect'
  | 'format'
  | 'bytes'
  | 'colour-space'
  | 'fill'
  | 'middle-square'
  | 'background-canvas'
  | 'background-file'
  | 'background-frame'
  | 'transparency'
  | 'enlargement'
  | 'cropped'

/** One rule of a channel, as data that a user can check and change. */
export interface Rule {
  readonly id: string
  readonly of: Measure
  /** Limits in `unit`; both ends are allowed. */
  readonly min?: number
  readonly max?: number
  /** Instead of limits: what it has to be one of. */
  readonly oneOf?: readonly string[]
  readonly unit: 'px' | 'MP' | '%' | 'MB' | '×' | 'sides' | ''
  /** `fail` = the channel refuses such files, `warn` = it advises against them. */
  readonly severity: 'fail' | 'warn'
  /** The rule in a sentence. */
  readonly text: string
  readonly source: string
  /** Year and month when it was looked up. */
  readonly date: string
  /** A official page seen, C several secondary sources agree, D one secondary source or sources conflict, own = this studio's advice. */
  readonly certainty: 'A' | 'C' | 'D' | 'own'
}

export interface Channel {
  readonly id: ChannelId
  /** As users see it. */
  readonly title: string
  readonly output: Output
  readonly rules: readonly Rule[]
  /** Rules that only a person can check, as sentences. */
  readonly byEye: readonly string[]
}

/** What the `measure` operation finds in an exported file. */
export const ExportFacts = z.object({
  /** Of the decoded file, px. */
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  /** By content, not by name. */
  format: z.enum(['jpeg', 'png', 'psd', 'webp', 'other']),
  /** True when the file carries no other colour profile than sRGB and no other model than RGB. */
  srgb: z.boolean(),
  /** Larger of box width / frame width and box height / frame height, 0 to 1. */
  fill: z.number(),
  /** Share of the frame's area that is product (sum of alpha), 0 to 1. */
  area: z.number(),
  /** Bounding box of alpha >= 0.5, shares of width and height: left, top, right, bottom. Null when nothing stands there. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  /** File pixels per pixel of the original photo. */
  scale: z.number(),
  background: z.object({
    /** What it should be; null = transparent, `any` = a set was asked for: then nothing of it is off. */
    colour: z.union([Colour, z.literal('any')]).nullable(),
    /** Pixels without product whose colour on the canvas is another one. */
    canvasOff: z.int(),
    /** Pixels of the decoded file, more than 12 px (centre to centre) from any product, of another colour. */
    fileOffBeyond12: z.int(),
    /** The same in the outer 2 px. */
    frameOff: z.int(),
    /** Greatest difference of one channel among those of the file, 0 to 255. */
    worst: z.int(),
  }),
  /** Pixels whose transparency in the file is not the canvas's. */
  alphaOff: z.int(),
  /** Sides of the original photo that cut the product. */
  touchesFrame: z.array(z.enum(['left', 'top', 'right', 'bottom'])),
})
export type ExportFacts = z.infer<typeof ExportFacts>

export type Verdict = 'pass' | 'warn' | 'fail'

/** One rule held against one picture. */
export interface Finding {
  readonly rule: string
  readonly verdict: Verdict
  /** E.g. "Fill 87.9 % (85 % at least)". */
  readonly measured: string
  /** What to do, empty when it passes. */
  readonly remedy: string
}

export interface ChannelReport {
  readonly photo: string
  readonly channel: ChannelId
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  readonly bytes: number
  readonly width: number
  readonly height: number
  /** Set when the file could not be made at all. */
  readonly fault: Fault | null
}
