import { describe, expect, test } from 'vitest'
import { commands } from 'vitest/browser'
import { type Channel, type ChannelId, ExportFacts } from '../../core/channels'
import { judge } from '../../core/channels/judge'
import { channelOf } from '../../core/channels/list'
import type { FileValue, ImageValue, MaskValue, RunContext } from '../../core/recipe'
import { run as backdrop } from '../backdrop/run'
import { run as encode } from '../encode/run'
import { run as place } from '../place/run'
import { run as measure } from './run'

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))

const ctx: RunContext = {
  signal: new AbortController().signal,
  alive: () => {},
  network: () => Promise.reject(new Error('no model here')),
  infer: () => Promise.reject(new Error('no model here')),
  part: async (id) => bytesOf(await commands.readPart(id)).buffer,
}

async function shared(name: string, width?: number, height?: number): Promise<ImageValue> {
  const bitmap = await createImageBitmap(new Blob([bytesOf(await commands.readShared(`segmentation/${name}`))]))
  const [w, h] = [width ?? bitmap.width, height ?? bitmap.height]
  const context = new OffscreenCanvas(w, h).getContext('2d') as OffscreenCanvasRenderingContext2D
  context.drawImage(bitmap, 0, 0, w, h)
  return { kind: 'image', width: w, height: h, data: context.getImageData(0, 0, w, h).data as Uint8ClampedArray<ArrayBuffer> }
}

/** At the network's own size, as in the studio. */
async function mattes(name: string): Promise<MaskValue> {
  const { width, height, data } = await shared(`${name}.alpha.png`, 1024, 1024)
  return { kind: 'mask', width, height, data: Uint8Array.from({ length: width * height }, (_, i) => data[i * 4] as number) }
}

async function exported(
  original: ImageValue,
  mask: MaskValue,
  { output }: Channel,
): Promise<{ file: FileValue; canvas: ImageValue; facts: ExportFacts }> {
  const colour = output.background === 'doc' ? ([255, 255, 255] as [number, number, number]) : output.background
  const placed = await place({ image: original, mask }, { frame: output.frame, fill: output.fill }, ctx)
  const canvas = colour ? await backdrop({ image: placed }, { colour }, ctx) : placed
  if (output.format === 'psd') throw new Error('the encoder writes no layers')
  const file = await encode(
    { image: canvas },
    { format: output.format, quality: output.quality, maxBytes: output.maxBytes, rights: null },
    ctx,
  )
  const { facts } = await measure({ file, canvas, placed, original, mask }, { colour }, ctx)
  return { file, canvas, facts: ExportFacts.parse(facts) }
}

const photos = [
  'comp-mug-desk',
  'comp-sneaker-pebbles',
  'comp-beanie-slats',
  'comp-bottles-grass',
  'comp-greycap-concrete',
  'comp-tee-planks',
  'comp-bottle-office',
  'comp-sunglasses-darkcloth',
]
const ids: ChannelId[] = ['amazon-main', 'ebay', 'walmart', 'google-merchant', 'transparent']

describe('exports of real photos, opened again', () => {
  for (const photo of photos) {
    test(`${photo} passes the rules of its channels`, async ({ skip }) => {
      if (!(await commands.hasShared())) skip('../shared/data is not there')
      const original = await shared(`${photo}.jpg`)
      const mask = await mattes(photo)
      for (const id of photo === 'comp-mug-desk' ? ids : ids.slice(0, 1)) {
        const channel = channelOf(id, null)
        const { facts } = await exported(original, mask, channel)
        const { findings } = judge(channel, facts)
        // These photos are small, so the product is enlarged: that warning is right.
        const bad = findings.filter(({ verdict, rule }) => verdict !== 'pass' && rule !== 'enlarged')
        expect(bad, JSON.stringify(facts)).toEqual([])
        if (channel.output.frame !== 'photo') expect(Math.abs(facts.fill - 0.88) * channel.output.frame.width).toBeLessThan(1)
        else expect(facts.scale).toBeCloseTo(1, 1)
      }
    })
  }
})

describe('measure', () => {
  const disc = (size: number, colour: readonly [number, number, number, number]): ImageValue => ({
    kind: 'image',
    width: size,
    height: size,
    data: Uint8ClampedArray.from({ length: size * size * 4 }, (_, i) => {
      const [x, y] = [(i >> 2) % size, Math.floor((i >> 2) / size)]
      return Math.hypot(x - size / 2 + 0.5, y - size / 2 + 0.5) < size * 0.44 ? (colour[i % 4] as number) : 0
    }),
  })
  const placed = disc(400, [200, 30, 30, 255])
  const mask: MaskValue = {
    kind: 'mask',
    width: 400,
    height: 400,
    data: Uint8Array.from({ length: 160_000 }, (_, i) => placed.data[i * 4 + 3] as number),
  }
  const white = { colour: [255, 255, 255] as [number, number, number] }

  test('sees a background that is off by one level, and where', async () => {
    const canvas = await backdrop({ image: placed }, white, ctx)
    canvas.data[(200 * 400 + 1) * 4] = 254
    canvas.data[(2 * 400 + 5) * 4 + 1] = 250
    const file = await encode({ image: canvas }, { format: 'png', quality: 100, maxBytes: null, rights: null }, ctx)
    const facts = ExportFacts.parse((await measure({ file, canvas, placed, original: placed, mask }, white, ctx)).facts)
    expect(facts.background).toEqual({ colour: [255, 255, 255], canvasOff: 2, fileOffBeyond12: 2, frameOff: 1, worst: 5 })
    expect(facts).toMatchObject({ format: 'png', srgb: true, width: 400, height: 400, touchesFrame: [] })
    expect(facts.scale).toBeCloseTo(1, 2)
    expect(facts.fill).toBeCloseTo(0.88, 2)
    expect(facts.area).toBeCloseTo(Math.PI * 0.44 * 0.44, 2)
  })

  test('finds that 4:2:0 JPEG soils a white background, and that ours does not', async () => {
    const canvas = await backdrop({ image: placed }, white, ctx)
    const ours = await encode({ image: canvas }, { format: 'jpeg', quality: 98, maxBytes: null, rights: null }, ctx)
    const clean = ExportFacts.parse((await measure({ file: ours, canvas, placed, original: placed, mask }, white, ctx)).facts)
    expect(clean.background).toMatchObject({ canvasOff: 0, fileOffBeyond12: 0, frameOff: 0 })
    const painted = new OffscreenCanvas(400, 400)
    painted.getContext('2d')?.putImageData(new ImageData(canvas.data, 400, 400), 0, 0)
    const theirs = { kind: 'file' as const, blob: await painted.convertToBlob({ type: 'image/jpeg', quality: 0.8 }) }
    const soiled = ExportFacts.parse((await measure({ file: theirs, canvas, placed, original: placed, mask }, white, ctx)).facts)
    expect(soiled.background.fileOffBeyond12).toBeGreaterThan(50)
  })

  test('counts lost transparency', async () => {
    const kept = await encode({ image: placed }, { format: 'png', quality: 100, maxBytes: null, rights: null }, ctx)
    const lost = await encode({ image: placed }, { format: 'jpeg', quality: 98, maxBytes: null, rights: null }, ctx)
    const facts = async (file: FileValue) =>
      ExportFacts.parse((await measure({ file, canvas: placed, placed, original: placed, mask }, { colour: null }, ctx)).facts)
    expect((await facts(kept)).alphaOff).toBe(0)
    expect((await facts(lost)).alphaOff).toBe(160_000 - mask.data.filter((a) => a === 255).length)
  })

  test('refuses a file that the browser cannot open', async () => {
    const file = { kind: 'file' as const, blob: new Blob(['no picture'], { type: 'image/png' }) }
    await expect(measure({ file, canvas: placed, placed, original: placed, mask }, white, ctx)).rejects.toThrow('file-unreadable')
  })
})
