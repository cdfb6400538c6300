// Contact sheets: what was measured, to be looked at. A page lays the pictures out; its screenshot is the sheet.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { type Extent, extentOf } from '../../../src/core/extent'
import type { ImageValue, MaskValue } from '../../../src/core/recipe'
import type { Row } from './goals'
import type { TestPicture } from './pictures'
import { alphaOf, pngOf } from './pixels'
import { isChoice } from './wish'

const ROWS = 4
const style = `
  body { margin: 0; padding: 16px; background: #000; color: #ccc; font: 13px system-ui, sans-serif; width: 1900px; box-sizing: border-box }
  section { display: grid; grid-template-columns: repeat(5, 1fr); gap: 8px; margin-bottom: 20px }
  figure { margin: 0; min-width: 0 }
  img { width: 100%; height: 330px; object-fit: contain; display: block; background: #000; outline: 1px solid #333 }
  h2 { grid-column: 1 / -1; margin: 0; font-size: 15px; color: #fff }
  figcaption { padding: 4px 0; white-space: pre-line }`

interface Shown {
  readonly title: string
  readonly cells: readonly { readonly caption: string; readonly image: { readonly type: 'jpeg' | 'png'; readonly bytes: Uint8Array } }[]
}

/** The photo under an alpha. */
function masked(photo: ImageValue, { data }: MaskValue): ImageValue {
  const image = { ...photo, data: photo.data.slice() }
  for (let i = 0; i < data.length; i++) image.data[i * 4 + 3] = data[i] as number
  return image
}

/** The part of a picture inside a box. */
function cropped({ width, data }: ImageValue, { left, top, right, bottom }: Extent): ImageValue {
  const out = new Uint8ClampedArray((right - left) * (bottom - top) * 4)
  for (let y = top; y < bottom; y++) out.set(data.subarray((y * width + left) * 4, (y * width + right) * 4), (y - top) * (right - left) * 4)
  return { kind: 'image', width: right - left, height: bottom - top, data: out }
}

/** What any of the mattes holds (alpha of a half and more) with some room around it, so that its edges can be seen. */
function boxAround(mattes: readonly MaskValue[], { width, height }: ImageValue): Extent {
  const boxes = mattes.flatMap((matte) => extentOf(matte.data, width, height) ?? [])
  if (boxes.length === 0) return { left: 0, top: 0, right: width, bottom: height }
  const room = Math.round(0.04 * Math.max(width, height))
  return {
    left: Math.max(0, Math.floor(Math.min(...boxes.map((box) => box.left))) - room),
    top: Math.max(0, Math.floor(Math.min(...boxes.map((box) => box.top))) - room),
    right: Math.min(width, Math.ceil(Math.max(...boxes.map((box) => box.right))) + room),
    bottom: Math.min(height, Math.ceil(Math.max(...boxes.map((box) => box.bottom))) + room),
  }
}

/** Where a cutout has alpha that the truth has not (orange), and the other way round (blue). */
function differing(cutout: ImageValue, truth: MaskValue): ImageValue {
  const data = new Uint8ClampedArray(cutout.data.length)
  const { data: alpha } = alphaOf(cutout)
  for (let i = 0; i < alpha.length; i++) {
    const off = (alpha[i] as number) - (truth.data[i] as number)
    data.set(off > 0 ? [off, off * 0.6, off * 0.1, 255] : [-off * 0.2, -off * 0.6, -off, 255], i * 4)
  }
  return { ...cutout, data }
}

function caption({ runner, measures: m, rough, confidence }: Row): string {
  const name = isChoice(runner) ? `Vitrine, ${runner}` : runner
  const sure = confidence === null ? '' : `, confidence ${confidence.toFixed(2)}`
  if (!m) return rough === null ? `${name}${sure}` : `${name}${sure}\nIoU with the mask, its outline aside, ${rough.iou.toFixed(3)}`
  return `${name}${sure}\nSAD ${m.sad.toFixed(1)} k, gradient ${m.gradient.toFixed(2)}, F ${m.boundaryF.toFixed(3)}, IoU ${m.iou.toFixed(3)}`
}

/** The photo, and cropped to the subject what the runners made, the truth (or what another program made), and where the first differs from the truth. */
export function shownOf(
  picture: TestPicture,
  photo: ImageValue,
  made: readonly { readonly row: Row; readonly image: ImageValue }[],
): Shown {
  const { name, bytes, truth, known } = picture
  const box = boxAround([...made.map(({ image }) => alphaOf(image)), ...(truth ? [truth] : [])], photo)
  const png = (text: string, image: ImageValue) => ({ caption: text, image: { type: 'png', bytes: pngOf(cropped(image, box)) } }) as const
  const [first] = made
  const [other] = picture.others
  return {
    title: name,
    cells: [
      { caption: `photo, ${photo.width} × ${photo.height}`, image: { type: 'jpeg', bytes } },
      ...made.map(({ row, image }) => png(caption(row), image)),
      ...(truth ? [png(known === 'mask' ? 'a mask drawn by hand' : 'truth', masked(photo, truth))] : []),
      ...(truth && first ? [png('ours less truth: orange too much, blue missing', differing(first.image, truth))] : []),
      ...(other ? [png(`no truth; what ${other[0]} made`, masked(photo, other[1]))] : []),
    ],
  }
}

/** Lays out what is added, four pictures a sheet, into `folder`/cutouts-1.png, -2.png, … */
export class Sheets {
  #context: BrowserContext
  #folder: string
  #waiting: Shown[] = []
  readonly files: string[] = []

  constructor(context: BrowserContext, folder: string) {
    this.#context = context
    this.#folder = folder
  }

  async add(shown: Shown): Promise<void> {
    this.#waiting.push(shown)
    if (this.#waiting.length === ROWS) await this.flush()
  }

  /** Writes what still waits. */
  async flush(): Promise<void> {
    const rows = this.#waiting.splice(0)
    if (rows.length === 0) return
    await mkdir(this.#folder, { recursive: true })
    const page = await this.#context.newPage()
    await page.setViewportSize({ width: 1900, height: 800 })
    const cell = ({ caption, image: { type, bytes } }: Shown['cells'][number]) =>
      `<figure><img src="data:image/${type};base64,${Buffer.from(bytes).toString('base64')}"><figcaption>${caption}</figcaption></figure>`
    const sections = rows.map(({ title, cells }) => `<section><h2>${title}</h2>${cells.map(cell).join('')}</section>`)
    await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style>${sections.join('')}`, { waitUntil: 'load' })
    const path = join(this.#folder, `cutouts-${this.files.length + 1}.png`)
    await page.screenshot({ path, fullPage: true })
    await page.close()
    this.files.push(path)
  }
}
