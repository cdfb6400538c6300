import { ExportFacts } from '../../core/channels'
import { extentOf } from '../../core/extent'
import { fail } from '../../core/fault'
import type { ImageValue, Json, MaskValue, Runner } from '../../core/recipe'
import { cutSides } from '../../core/sides'
import { BackgroundCheck } from './background'
import { contentOf } from './format'
import type { measure } from './index'
import { strips } from './strips'

/** Throws the fault `file-unreadable` when the browser cannot open the file, or finds another size in it. */
export const run: Runner<typeof measure> = async ({ file, canvas, placed, original, mask }, { colour }) => {
  const check = new BackgroundCheck(placed, colour)
  const size = await strips(file.blob, (rows, top, width) => {
    if (width === placed.width) check.file(rows, top)
  })
  if (!size || size.width !== canvas.width || size.height !== canvas.height) {
    fail('file-unreadable', 'The file was written, but it cannot be opened again.', 'Try again; close other tabs if it stays.', true)
  }
  const { format, srgb } = contentOf(new Uint8Array(await file.blob.arrayBuffer()))
  const facts = {
    ...size,
    bytes: file.blob.size,
    format,
    srgb,
    ...standing(placed),
    scale: scaleOf(placed, original, mask),
    background: check.done(canvas),
    alphaOff: check.alphaOff,
    touchesFrame: cutSides(mask),
  }
  return { kind: 'facts', facts: ExportFacts.parse(facts) as Json }
}

function standing({ data, width, height }: ImageValue): Pick<ExportFacts, 'fill' | 'area' | 'box'> {
  let sum = 0
  for (let p = 3; p < data.length; p += 4) sum += data[p] as number
  const area = sum / 255 / (width * height)
  const extent = extentOf(data, width, height, 4, 3)
  if (!extent) return { fill: 0, area, box: null }
  const { left, top, right, bottom } = extent
  return {
    fill: Math.max((right - left) / width, (bottom - top) / height),
    area,
    box: [left / width, top / height, right / width, bottom / height],
  }
}

/**
 * File pixels per photo pixel, from the areas with alpha >= 0.5 in both: right to about 1 %, also when specks of the
 * mask were left out of the picture.
 */
function scaleOf({ data }: ImageValue, original: ImageValue, mask: MaskValue): number {
  let stands = 0
  for (let p = 3; p < data.length; p += 4) if ((data[p] as number) >= 128) stands++
  let found = 0
  for (const a of mask.data) if (a >= 128) found++
  const photo = (found * original.width * original.height) / (mask.width * mask.height)
  return photo > 0 ? Math.sqrt(stands / photo) : 0
}
