// The subject's true colours, where they are known. A composite was made from a cutout that the data folder holds: how that
// one was scaled, turned and moved was found by fitting it to the picture's solid pixels and its alpha (Gauss-Newton over
// an affine map, Lanczos resampling). What is left is grain and JPEG: 0.8 to 3.1 of 255 a channel (median over solid pixels).
import type { ImageValue } from '../../../src/core/recipe'
import { decoded } from '../../support/pictures'
import { readSharedFile } from '../../support/shared'
import type { TestPicture } from './pictures'

interface Origin {
  readonly file: string
  /** Pixel (x, y) of the picture lies at (a x + b y + c, d x + e y + f) of the file. */
  readonly map: readonly [a: number, b: number, c: number, d: number, e: number, f: number]
}

const origins: Readonly<Record<string, Origin>> = {
  'comp-beanie-slats': { file: 'solidus-hat', map: [0.828078, -0.10173, -136.7936, 0.101687, 0.82847, -263.2338] },
  'comp-bottle-office': { file: 'saleor-apple-drink', map: [0.782325, 0, -80.121, 0, 0.782722, -225.5187] },
  'comp-bottles-grass': { file: 'solidus-bottles-1', map: [0.951807, 0, -310.3126, 0, 0.952378, -140.0252] },
  'comp-greycap-concrete': { file: 'solidus-cap-gray-2', map: [0.975606, 0, -274.158, 0, 0.975031, -321.7835] },
  'comp-mug-desk': { file: 'saleor-mighty-mug', map: [0.945986, 0, -189.3625, 0, 0.946187, -215.7617] },
  'comp-sneaker-pebbles': { file: 'saleor-dash-force-1', map: [0.736578, 0.103509, -234.7681, -0.103609, 0.736962, -209.0233] },
  'comp-sunglasses-darkcloth': { file: 'saleor-sunnies', map: [0.690012, 0.146601, -178.6228, -0.146554, 0.689508, -79.6813] },
  'comp-tee-planks': { file: 'saleor-ascii-shirt-front', map: [0.644918, -0.045133, -63.2305, 0.045157, 0.645619, -99.7532] },
}

const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x))
const lanczos = (at: number) => Array.from({ length: 6 }, (_, i) => sinc(at - i + 2) * sinc((at - i + 2) / 3))

type Pixels = Pick<ImageValue, 'width' | 'height'> & { readonly data: ArrayLike<number> }

/** Straight RGB of a straight RGBA picture at (`x`, `y`), by Lanczos over premultiplied colours; null where it has no alpha. */
function colourAt({ width, height, data }: Pixels, x: number, y: number): [number, number, number] | null {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [across, down] = [lanczos(x - left), lanczos(y - top)]
  const sum = [0, 0, 0]
  let alpha = 0
  for (let j = 0; j < 6; j++) {
    const row = top + j - 2
    if (row < 0 || row >= height) continue
    for (let i = 0; i < 6; i++) {
      const column = left + i - 2
      if (column < 0 || column >= width) continue
      const p = (row * width + column) * 4
      const weight = (across[i] as number) * (down[j] as number) * (data[p + 3] as number)
      for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + weight * (data[p + c] as number)
      alpha += weight
    }
  }
  return alpha < 1 ? null : (sum.map((v) => v / alpha) as [number, number, number])
}

/** The subject's straight RGB at a pixel of the picture; null where its origin has none. */
type LookUp = (x: number, y: number) => ArrayLike<number> | null

async function estimated(width: number): Promise<LookUp> {
  const { data } = decoded(await readSharedFile('segmentation/lemur.foreground.png'))
  return (x, y) => data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)
}

/** Colours of a composite's subject out of the cutout it was made from; null for other pictures. */
export async function registered(name: string): Promise<LookUp | null> {
  const origin = origins[name]
  if (!origin) return null
  const source = decoded(await readSharedFile(`cutouts/${origin.file}.png`))
  const [a, b, c, d, e, f] = origin.map
  return (x, y) => colourAt(source, a * x + b * y + c, d * x + e * y + f)
}

/**
 * The true colours of a picture's subject: the photo's own where the truth is solid, those of its origin where it is
 * not. Null for photographs, whose subjects nobody has without their background; the lemur's are PyMatting's estimate.
 */
export async function trueForeground({ name, known, truth }: TestPicture, photo: ImageValue): Promise<ImageValue | null> {
  if (!truth || known !== 'alpha') return null
  const { width, height } = truth
  const lookUp = name === 'lemur' ? await estimated(width) : await registered(name)
  if (!lookUp) return null
  const data = Uint8ClampedArray.from(photo.data)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (truth.data[i] === 255 || truth.data[i] === 0) continue
      const colour = lookUp(x, y)
      if (colour) data.set(colour, i * 4)
    }
  return { kind: 'image', width, height, data }
}
