import { enlarge } from '../../core/enlarge'
import { extentOf } from '../../core/extent'
import { holesOf } from '../../core/islands'
import type { ImageValue, MaskValue } from '../../core/recipe'
import { cutSides } from '../../core/sides'
import { cropped, inPlace, type Seen, type Stand, type Window } from './look'

/*
[Note: looking again] A network that sees 1,024 px of a photo fails in two ways: a product that fills the frame is taken
for a scene, and one that is small gets few pixels. So a product that touches the frame is seen again from farther away,
a small one from nearer, and of the two answers the surer one counts. Its usual fault then is to miss a part, seldom the
same part in a mirrored, smaller picture: a third look adds what it is sure of, and counts alone where it is the
surest of looks that are all unsure. Over 24 photos with a true matte the mean
SAD fell from 29.2 to 14.9 thousand, the IoU rose from 0.866 to 0.931.
*/

/** Room around the photo, as seen from farther away: its side is 1/1.3 of the network's. */
const FARTHER = 1 / 1.3
/** A product whose box is under this share of the photo, both ways, is looked at from nearer. */
const SMALL = 0.75
/** Room left around the product then, as a share of its own size. */
const MARGIN = 0.12
/** A mirrored look that is less sure than this adds nothing. */
const SURE = 0.1
/** No mask gets larger than this: a network's sample is then still a pixel or two of the photo. */
const LARGEST = 2048

type Ask = (image: ImageValue, stand?: Stand) => Promise<Seen>

/** The mask of a photo after three looks; `first` was the plain one. See [Note: looking again]. */
export async function lookAgain(image: ImageValue, first: Seen, ask: Ask): Promise<MaskValue> {
  const near = nearer(image, first.mask)
  const farther = near === null && cutSides(first.mask).length > 0
  let best = first
  if (near) {
    const { mask, doubt } = await ask(cropped(image, near))
    if (doubt <= first.doubt) {
      const scale = Math.min(image.width / near.width, LARGEST / mask.width, image.width / mask.width)
      const scaleDown = Math.min(image.height / near.height, LARGEST / mask.height, image.height / mask.height)
      const [width, height] = [Math.max(1, Math.round(mask.width * scale)), Math.max(1, Math.round(mask.height * scaleDown))]
      best = { mask: inPlace(mask, near, image, width, height), doubt }
    }
  } else if (farther) {
    const seen = await ask(image, { share: FARTHER })
    if (seen.doubt < first.doubt) best = seen
  }
  const mirrored = await ask(image, { share: FARTHER, mirrored: true })
  if (mirrored.doubt >= SURE && mirrored.doubt < best.doubt) return mirrored.mask
  const { width, height } = best.mask
  const data = best.mask.data.slice()
  if (mirrored.doubt < SURE) {
    const more = enlarge(mirrored.mask, width, height)
    // What the product encloses is a hole, as a handle has one, however sure a look from farther away is that it is not.
    const { labels } = holesOf(best.mask, 127)
    for (let i = 0; i < data.length; i++) if (labels[i] === 0) data[i] = Math.max(data[i] as number, more[i] as number)
  }
  return { kind: 'mask', width, height, data }
}

/** Where a small product is, with some room around; null when it is not small, or nothing was found. */
function nearer(image: ImageValue, mask: MaskValue): Window | null {
  const box = extentOf(mask.data, mask.width, mask.height)
  if (!box || cutSides(mask).length > 0) return null
  const across = (box.right - box.left) / mask.width
  const down = (box.bottom - box.top) / mask.height
  if (across > SMALL || down > SMALL) return null
  const left = Math.max(0, Math.floor((box.left / mask.width - MARGIN * across) * image.width))
  const top = Math.max(0, Math.floor((box.top / mask.height - MARGIN * down) * image.height))
  const right = Math.min(image.width, Math.ceil((box.right / mask.width + MARGIN * across) * image.width))
  const bottom = Math.min(image.height, Math.ceil((box.bottom / mask.height + MARGIN * down) * image.height))
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : null
}
