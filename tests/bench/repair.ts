import type { Page } from '@playwright/test'
import { type BenchPhoto, median } from './photos'

declare global {
  interface Window {
    /** When the pen was last lifted, and the pictures that came since: milliseconds after it and their longer side. */
    strokes: { lifted: number; pictures: { ms: number; side: number }[] }
  }
}

/** The photo enlarged to `pixels`, as a JPEG, made by a page that may read its own canvas. */
export async function enlargedTo(page: Page, photo: BenchPhoto, pixels: number): Promise<BenchPhoto> {
  const base64 = await page.evaluate(
    async ([jpeg, wanted]) => {
      const small = await createImageBitmap(await (await fetch(`data:image/jpeg;base64,${jpeg}`)).blob())
      const scale = Math.sqrt(wanted / (small.width * small.height))
      const canvas = new OffscreenCanvas(Math.round(small.width * scale), Math.round(small.height * scale))
      canvas.getContext('2d', { willReadFrequently: true })?.drawImage(small, 0, 0, canvas.width, canvas.height)
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })
      const reader = new FileReader()
      return await new Promise<string>((resolve) => {
        reader.onload = () => resolve((reader.result as string).split(',')[1] as string)
        reader.readAsDataURL(blob)
      })
    },
    [photo.bytes.toString('base64'), pixels] as const,
  )
  return { name: `large-${photo.name}`, bytes: Buffer.from(base64, 'base64') }
}

/** Notes every picture that the stage shows after the pen was lifted. */
export async function watchStrokes(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.strokes = { lifted: 0, pictures: [] }
    addEventListener('pointerup', () => Object.assign(window.strokes, { lifted: performance.now(), pictures: [] }), true)
    const show = ImageBitmapRenderingContext.prototype.transferFromImageBitmap
    ImageBitmapRenderingContext.prototype.transferFromImageBitmap = function (bitmap) {
      const side = bitmap ? Math.max(bitmap.width, bitmap.height) : 0
      show.call(this, bitmap)
      if (bitmap) window.strokes.pictures.push({ ms: performance.now() - window.strokes.lifted, side })
    }
  })
}

/** Draws strokes of the given tool across the cutout, each undone again; the first and the last picture after each. */
export async function drawStrokes(page: Page, tool: string, rounds: number): Promise<{ first: number; last: number; side: number }> {
  const cutout = page.getByRole('img', { name: /^Cutout of / })
  await page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: tool, exact: true }).click()
  const { x, y, width, height } = (await cutout.boundingBox()) as { x: number; y: number; width: number; height: number }
  const [firsts, lasts]: [number[], number[]] = [[], []]
  let side = 0
  for (let round = 0; round < rounds; round++) {
    const across = 0.3 + (0.4 * round) / rounds
    await page.mouse.move(x + width * across, y + height * 0.35)
    await page.mouse.down()
    await page.mouse.move(x + width * (across + 0.08), y + height * 0.6, { steps: 8 })
    await page.mouse.up()
    await page.waitForTimeout(2500)
    const pictures = await page.evaluate(() => window.strokes.pictures)
    if (pictures[0]) {
      firsts.push(pictures[0].ms)
      side = pictures[0].side
    }
    lasts.push(pictures.at(-1)?.ms ?? Number.NaN)
    await page.keyboard.press('Control+z')
    await page.waitForTimeout(1500)
  }
  return { first: median(firsts), last: median(lasts), side }
}
