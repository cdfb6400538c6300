import type { Output } from './channels'
import type { FileFacts } from './project'
import { z } from './schema'

/** Longest text of one field, in UTF-16 units: all fields together must fit into one segment of a JPEG (64 KiB), however they are escaped. */
export const LONGEST_TEXT = 1000

/** What a file asks of those who gather pictures: terms of PLUS's vocabulary `DataMining`. */
export const DataMining = z.enum(['DMI-PROHIBITED-AIMLTRAINING', 'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING'])
export type DataMining = z.infer<typeof DataMining>

/** How a picture came about: terms of IPTC's vocabulary `digitalsourcetype`. */
export const DigitalSource = z.enum(['compositeCapture', 'algorithmicallyEnhanced', 'composite'])
export type DigitalSource = z.infer<typeof DigitalSource>

/** What a file says of its rights and origin; empty texts and nulls are left out of it. */
export const FileRights = z.object({
  creator: z.string(),
  copyright: z.string(),
  description: z.string(),
  /** As EXIF has it (`2026:11:23 10:20:30`) or ISO 8601. */
  taken: z.string(),
  source: DigitalSource.nullable().default(null),
  mining: DataMining.nullable().default(null),
})
export type FileRights = z.infer<typeof FileRights>
/** What all files of one photo say, however each came about. */
export type PhotoRights = Omit<FileRights, 'source'>

/** What the user wants every file to say. */
export interface RightsWish {
  /** Empty = what each photo's own file says. So with the copyright notice. */
  readonly creator: string
  readonly copyright: string
  /** Null = nothing is said. */
  readonly mining: DataMining | null
  /** The original's description and date go along. They may tell where and when, so nobody gets them unasked. */
  readonly story: boolean
}

/** What the files of one photo say of its rights: the user's words before the original's own. */
export function rightsOf(wish: RightsWish, original: FileFacts['rights'] | null): PhotoRights {
  return {
    creator: plainText(wish.creator) || (original?.creator ?? ''),
    copyright: plainText(wish.copyright) || (original?.copyright ?? ''),
    description: wish.story ? (original?.description ?? '') : '',
    taken: wish.story ? (original?.taken ?? '') : '',
    mining: wish.mining,
  }
}

/**
 * What IPTC calls a file of this output. Its terms: `algorithmicallyEnhanced` is “modification or correction by algorithm
 * without changing the main content”: the photo in its own frame, of which only the background became transparent.
 * `compositeCapture` is a “composite of several elements that are all captures of real life”: the product was taken out of its
 * photo and stands on a plain ground. In a rendered set not all is a capture: `composite` is a “mix or composite of several elements”;
 * it leaves open how those were made.
 */
export function digitalSourceOf(
  { frame, background, format }: Pick<Output, 'frame' | 'background' | 'format'>,
  inSet: boolean,
): DigitalSource {
  if (inSet) return 'composite'
  // JPEG knows no transparency: what shows through becomes white, which is a backdrop.
  const inPlace = frame === 'photo' && background === null && format !== 'jpeg'
  return inPlace ? 'algorithmicallyEnhanced' : 'compositeCapture'
}

/** A text as XML can hold it: no control characters but tab and line break, no halves of a character, not too long, no blank ends. */
export function plainText(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
    .trim()
}
