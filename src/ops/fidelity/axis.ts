/** Where a photo lies in a file: photo px = (file px + 0.5) / scale + offset. `copied`: whole pixels, nothing is weighted. */
export interface Pose {
  readonly scale: number
  readonly x: number
  readonly y: number
  readonly copied: boolean
}

/** What each pixel of one axis of the file is made of: `count` photo pixels from `first` on, each by its weight. */
export interface Taps {
  readonly first: Int32Array
  readonly count: Int32Array
  /** 1 where more would be read than there is: past the photo's ends. */
  readonly past: Uint8Array
  /** `width` for each pixel of the file; together 1 where none lies past the photo's ends. */
  readonly weights: Float64Array
  readonly width: number
}

/** Half the width of the kernel. */
const REACH = 2.5

/** Magic Kernel (J. P. Costella): the quadratic B-spline. */
function magic(x: number): number {
  const d = Math.abs(x)
  if (d < 0.5) return 0.75 - d * d
  return d < 1.5 ? (d - 1.5) * (d - 1.5) * 0.5 : 0
}

/** Magic Kernel Sharp 2013, from its definition: the Magic Kernel, sharpened by -1/4, 3/2, -1/4. */
const sharp = (x: number) => 1.5 * magic(x) - 0.25 * (magic(x - 1) + magic(x + 1))

/**
 * What the photo's axis of `from` px gives the file's axis of `to` px. Under a third of its size the photo is first averaged
 * in whole blocks, as the studio does.
 */
export function tapsOf(from: number, to: number, scale: number, offset: number, copied: boolean): Taps {
  const block = copied ? 1 : Math.max(1, Math.floor(1 / scale / 3))
  const cells = Math.ceil(from / block)
  const stretch = Math.max(1, 1 / (scale * block))
  const width = (Math.ceil(2 * REACH * stretch) + 1) * block
  const first = new Int32Array(to)
  const count = new Int32Array(to)
  const past = new Uint8Array(to)
  const weights = new Float64Array(to * width)
  for (let i = 0; i < to; i++) {
    const centre = ((i + 0.5) / scale + offset) / block
    const reach = copied ? 0.25 : REACH * stretch
    const low = Math.ceil(centre - reach - 0.5)
    const high = Math.floor(centre + reach - 0.5)
    let sum = 0
    for (let cell = low; cell <= high; cell++) sum += copied ? 1 : sharp((cell + 0.5 - centre) / stretch)
    const start = Math.max(0, low)
    const end = Math.min(cells - 1, high)
    if (start > low || end < high) past[i] = 1
    if (end < start) continue
    first[i] = start * block
    count[i] = Math.min(from, (end + 1) * block) - start * block
    for (let cell = start; cell <= end; cell++) {
      const pixels = Math.min(from, (cell + 1) * block) - cell * block
      const each = (copied ? 1 : sharp((cell + 0.5 - centre) / stretch)) / sum / pixels
      weights.fill(each, i * width + (cell - start) * block, i * width + (cell - start) * block + pixels)
    }
  }
  return { first, count, past, weights, width }
}
