import { bringsCutout, ownAlpha } from '../../core/alpha'
import { confidenceOf } from '../../core/doubt'
import { extentOf } from '../../core/extent'
import { islandsOf } from '../../core/islands'
import { Look, MatteFacts } from '../../core/project'
import type { Json, MaskValue, Runner } from '../../core/recipe'
import { cutSides } from '../../core/sides'
import type { assess } from './index'

/** Less than this share of the photo at alpha >= 0.5 is noise: 15 x 15 px of the network's 1024. */
const NOTHING = 1 / 5000
/** A second piece this large beside the largest one is an object of its own (detached leaves and crumbs in reference mattes: under 0.5 %). */
const SECOND = 0.05
/** Reference mattes of hard goods have 1 to 13 % of uncertain pixels, wire and hair 19 to 29 %, lace and ice in a glass 43 % and more. */
const FAINT = 0.3
/** A product whose larger extent is under this share of the photo has some 800 px in a photo of 12 MP. */
const SMALL = 0.2
/** Half transparent samples this share of the side inside the product are no edge; this share of the product of them is glass or gauze. */
const [INSIDE, CLEAR] = [0.02, 0.12]

export const run: Runner<typeof assess> = async ({ image, mask }) => {
  const { data, width, height } = mask
  let sum = 0
  let solid = 0
  let some = 0
  let uncertain = 0
  for (let i = 0; i < data.length; i++) {
    const a = data[i] as number
    sum += a
    if (a >= 128) solid++
    if (a >= 26) some++
    if (a >= 26 && a <= 229) uncertain++
  }
  const extent = solid >= data.length * NOTHING ? extentOf(data, width, height) : null
  const box = extent && [extent.left / width, extent.top / height, extent.right / width, extent.bottom / height]
  const own = ownAlpha(image)
  const brought = own !== null && bringsCutout(own)
  const facts = {
    area: sum / 255 / data.length,
    box,
    uncertain: some > 0 ? uncertain / some : 0,
    confidence: !box ? 0 : brought ? 1 : confidenceOf(data),
    look: box ? [...looksOf(mask, box, uncertain / some, some), ...(brought ? [Look.enum['transparent-input']] : [])] : [],
  }
  return { kind: 'facts', facts: MatteFacts.parse(facts) as Json }
}

/** Whether much of the product is half transparent far from its edge: samples a fiftieth of the side inside it, on all four sides. */
function isSeenThrough({ data, width, height }: MaskValue, product: number): boolean {
  const [across, down] = [Math.ceil(width * INSIDE), Math.ceil(height * INSIDE)]
  let count = 0
  for (let y = down; y < height - down; y++) {
    for (let x = across, i = y * width + across; x < width - across; x++, i++) {
      const a = data[i] as number
      if (a < 26 || a > 229) continue
      const inside = Math.min(
        data[i - across] as number,
        data[i + across] as number,
        data[i - down * width] as number,
        data[i + down * width] as number,
      )
      if (inside >= 26) count++
    }
  }
  return count > product * CLEAR
}

function looksOf(mask: MaskValue, box: readonly number[], uncertain: number, product: number): Look[] {
  const [left = 0, top = 0, right = 0, bottom = 0] = box
  const { 'touches-frame': touches, 'several-objects': several, 'faint-edge': faint, 'very-small': small, 'see-through': clear } = Look.enum
  const areas = islandsOf(mask, 128).islands.map(({ area }) => area)
  const largest = areas.reduce((most, area) => Math.max(most, area), 0)
  const looks: [Look, boolean][] = [
    [touches, cutSides(mask).length > 0],
    [several, areas.filter((area) => area >= largest * SECOND).length > 1],
    [faint, uncertain > FAINT],
    [small, Math.max(right - left, bottom - top) < SMALL],
    [clear, isSeenThrough(mask, product)],
  ]
  return looks.filter(([, applies]) => applies).map(([look]) => look)
}
