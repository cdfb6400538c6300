import { enlarge } from '../../core/enlarge'
import type { ImageValue, MaskValue, Runner } from '../../core/recipe'
import type { Repair } from '../../core/repair'
import type { mend } from './index'
import { chosen, filled, largest } from './objects'
import { insideOf } from './polygon'
import type { Cover } from './raster'
import { select } from './select'
import { brushed } from './stroke'

/** The result has the image's size. What a repair does not touch keeps its alpha bit for bit. */
export const run: Runner<typeof mend> = async ({ image, mask }, { repair }) => {
  const { width, height } = image
  const whole: MaskValue = { kind: 'mask', width, height, data: enlarge(mask, width, height) }
  return { ...whole, data: mended(image, whole, repair) }
}

function mended(image: ImageValue, mask: MaskValue, repair: Repair): Uint8Array<ArrayBuffer> {
  switch (repair.act) {
    case 'select':
      return select(image, mask, repair)
    case 'paint':
      return laid(mask, repair.to, brushed(repair, mask), repair.opacity)
    case 'shape':
      return laid(mask, repair.to, insideOf(repair.points, mask), 1)
    case 'fill-holes':
      return filled(mask)
    case 'largest':
      return largest(mask)
    case 'choose':
      return chosen(mask, repair.at)
  }
}

/** The matte with what is covered moved towards 255 (keep) or 0 (remove). */
function laid(mask: MaskValue, to: 'keep' | 'remove', cover: Cover | null, opacity: number): Uint8Array<ArrayBuffer> {
  const out = mask.data.slice()
  if (!cover) return out
  const goal = to === 'keep' ? 255 : 0
  for (let y = cover.top, i = 0; y < cover.bottom; y++) {
    for (let o = y * mask.width + cover.left; o < y * mask.width + cover.right; o++, i++) {
      const own = out[o] as number
      out[o] = Math.round(own + (goal - own) * (cover.share[i] as number) * opacity)
    }
  }
  return out
}
