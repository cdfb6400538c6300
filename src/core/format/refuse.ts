import { fail } from '../fault'

const again = 'Copy it again from the phone or camera, then add the new copy.'

/** The file is shorter than its own header says. */
export function truncated(): never {
  fail('truncated', 'The file ends early: part of the picture is missing.', again)
}
/** The file contradicts itself. */
export function damaged(): never {
  fail('damaged', 'The picture in this file is damaged and cannot be opened.', again)
}

const count = (n: number) => n.toLocaleString('en-GB')
const kinds: Record<string, readonly [code: string, sentence: string, remedy: string]> = {
  empty: ['empty', 'This file is empty (0 bytes).', again],
  drawing: ['drawing', 'This is a drawing (SVG), not a photo.', 'Export it as PNG and add that.'],
  pdf: ['not-a-picture', 'This is a PDF document, not a photo.', 'Export the page as JPEG or PNG and add that.'],
  html: ['not-a-picture', 'This is a web page, not a photo.', 'Save the picture itself from the page and add that.'],
  text: [
    'not-a-picture',
    'This is a text file, not a photo, whatever its name says.',
    'Add the photo itself: JPEG, PNG, WebP, AVIF, HEIC, TIFF, GIF or BMP.',
  ],
  archive: ['not-a-picture', 'This is an archive (zip or the like), not a photo.', 'Unpack it and add the photos that are in it.'],
  film: ['not-a-picture', 'This is a film, not a photo.', 'Save one picture of it as a photo and add that.'],
  raw: [
    'camera-raw',
    'This is a camera’s raw file, which has no finished picture to cut out.',
    'Export it as JPEG or TIFF with the camera’s own program and add that.',
  ],
  'big-tiff': [
    'not-supported',
    'This TIFF is of the BigTIFF kind, which cannot be opened here.',
    'Save it as an ordinary TIFF or as PNG and add that.',
  ],
  unknown: [
    'not-a-picture',
    'The content of this file is not a picture of any kind known here.',
    'Add JPEG, PNG, WebP, AVIF, HEIC, TIFF, GIF or BMP files.',
  ],
}

/** Refuses a file that holds something else than a photo, in the words for that thing. */
export function notAPhoto(kind: keyof typeof kinds): never {
  const [code, sentence, remedy] = kinds[kind] as (typeof kinds)[string]
  fail(code, sentence, remedy)
}

/** Most pixels that are opened. */
export const MOST_PIXELS = 120e6
/** Longest side that is opened, in px. */
export const LONGEST_SIDE = 30000
/** Shortest side in which there is something to cut out, in px. */
export const SHORTEST_SIDE = 16

/** Refuses sizes that are nonsense, that no device here can hold, or in which nothing can be seen. */
export function checkSize(width: number, height: number): void {
  const size = `${count(width)} × ${count(height)} px`
  if (!(width > 0 && height > 0)) fail('damaged', `The file says that its picture is ${size}, which is no size.`, again)
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE)
    fail(
      'too-large',
      `The picture is too large: ${size} (${count(Math.round((width * height) / 1e6))} megapixels).`,
      `Up to ${MOST_PIXELS / 1e6} megapixels and ${count(LONGEST_SIDE)} px a side can be opened: save a smaller copy and add that.`,
    )
  if (Math.min(width, height) < SHORTEST_SIDE)
    fail(
      Math.max(width, height) >= 20 * Math.min(width, height) ? 'too-thin' : 'too-small',
      `The picture is only ${size}: there is nothing to cut out.`,
      'Add the photo itself, not an icon or a line of it.',
    )
}
