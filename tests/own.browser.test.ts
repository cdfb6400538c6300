import * as Comlink from 'comlink'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from 'vitest/browser'
import { agreement, probe } from '../models/probe'
import type { Client, News } from '../src/core/client'
import { faultOf } from '../src/core/fault'
import type { OwnNetwork } from '../src/core/network'
import { type Photo, PhotoDoc } from '../src/core/project'

const worker = new Worker(new URL('../workers/conductor.ts', import.meta.url), { type: 'module' })
const client = Comlink.wrap<Client>(worker) as unknown as Client

let networks: readonly OwnNetwork[] = []
const photos = new Map<string, Photo>()
let project = ''
/** The photo of the cup and, with a hole in place of the ground, the cup alone. */
const SIDE = 640
let opaque: Photo
let cut: Photo

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
const networkFile = async (name: string, wish: Parameters<typeof commands.smallNetwork>[0]) =>
  new File([bytesOf(await commands.smallNetwork(wish))], name)

/** The test picture's cup as a file; `alpha` by pixel. */
async function picture(name: string, paint: (rgba: Uint8ClampedArray, i: number) => void, width = SIDE, height = SIDE): Promise<File> {
  const canvas = new OffscreenCanvas(width, height)
  const image = new ImageData(width, height)
  for (let i = 0; i < width * height; i++) paint(image.data, i)
  canvas.getContext('2d')?.putImageData(image, 0, 0)
  return new File([await canvas.convertToBlob({ type: 'image/png' })], name, { type: 'image/png' })
}
const planes = probe({ side: SIDE, mean: [0, 0, 0], scale: [1, 1, 1] })
const cup = (rgba: Uint8ClampedArray, i: number) => {
  for (let c = 0; c < 3; c++) rgba[i * 4 + c] = planes[c * SIDE * SIDE + i] as number
  rgba[i * 4 + 3] = 255
}
const isCup = (i: number) => (planes[i] as number) < 120

async function until<T>(what: () => T | undefined | false | null): Promise<T> {
  for (;;) {
    const found = what()
    if (found) return found
    await new Promise((go) => setTimeout(go, 50))
  }
}
const finished = (id: string, doc: PhotoDoc) =>
  until(() => {
    const photo = photos.get(id)
    return photo && JSON.stringify(photo.doc) === JSON.stringify(doc) && ['done', 'failed'].includes(photo.state.at) && photo
  })

/** What a file of greys holds, 0 to 1. */
async function greys(file: Blob): Promise<{ width: number; height: number; alpha: Float32Array }> {
  const bitmap = await createImageBitmap(file)
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
  context?.drawImage(bitmap, 0, 0)
  const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray()
  const alpha = Float32Array.from({ length: data.length / 4 }, (_, i) => (data[i * 4] as number) / 255)
  return { width: bitmap.width, height: bitmap.height, alpha }
}

beforeAll(async () => {
  await client.listen(
    Comlink.proxy((news: News) => {
      if (news.networks) networks = news.networks
      for (const photo of [...(news.opened?.photos ?? []), ...(news.photos ?? [])]) photos.set(photo.id, photo)
    }),
  )
  project = await client.createProject('Own')
  await client.openProject(project)
  await client.pause(project)
  const files = [
    await picture('cup.png', cup),
    await picture('cut.png', (rgba, i) => {
      cup(rgba, i)
      if (!isCup(i)) rgba[i * 4 + 3] = 0
    }),
  ]
  await client.addFiles(project, files)
  const named = (name: string) => until(() => [...photos.values()].find((photo) => photo.name === name && photo.file))
  opaque = await named('cup.png')
  cut = await named('cut.png')
}, 120_000)

afterAll(async () => {
  await client.deleteProject(project)
  worker.terminate()
})

describe('a network of the seller’s own', { timeout: 240_000 }, () => {
  it('is checked, kept, cuts out, and goes', async () => {
    const own = await client.addNetwork(await networkFile('red.v2.onnx', { lo: -3, hi: -0.55, side: 320, logits: true }))
    expect(own).toMatchObject({ title: 'red.v2', side: 320 })
    expect(own.agreement).toBeGreaterThan(0.95)
    await until(() => networks.some(({ id }) => id === own.id))

    const doc = PhotoDoc.parse({ cutout: own.id })
    await client.editPhotos([{ id: opaque.id, doc }])
    const photo = await finished(opaque.id, doc)
    expect(photo.state).toEqual({ at: 'done' })
    const { width, height, alpha } = await greys(await client.exportMatte(opaque.id))
    expect([width, height]).toEqual([SIDE, SIDE])
    expect(agreement(alpha, SIDE)).toBeGreaterThan(0.95)
    const lines = await client.ledger(project)
    expect(lines.find(({ did }) => did === 'cut-out')?.body).toMatchObject({ model: own.id })

    await client.removeNetwork(own.id)
    await until(() => networks.length === 0)
    // What it made is still here; what it would have to make says that it is gone.
    expect((await greys(await client.exportMatte(opaque.id))).width).toBe(SIDE)
    const other = PhotoDoc.parse({ cutout: `own:${'0'.repeat(64)}` })
    await client.editPhotos([{ id: opaque.id, doc: other }])
    const { state } = await finished(opaque.id, other)
    expect(state).toMatchObject({ at: 'failed', fault: { code: 'network-gone' } })
  })

  it('that computes in half precision is taken on, too', async () => {
    const own = await client.addNetwork(await networkFile('half.onnx', { lo: -0.5, hi: 0, side: 320, half: true }))
    expect(own.agreement).toBeGreaterThan(0.95)
    const doc = PhotoDoc.parse({ cutout: own.id })
    await client.editPhotos([{ id: opaque.id, doc }])
    expect((await finished(opaque.id, doc)).state).toEqual({ at: 'done' })
    expect(agreement((await greys(await client.exportMatte(opaque.id))).alpha, SIDE)).toBeGreaterThan(0.95)
    await client.removeNetwork(own.id)
    await until(() => networks.length === 0)
  })

  it.each([
    ['damaged', async () => (await networkFile('a.onnx', { lo: -3, hi: -0.55 })).slice(0, 150), 'network-damaged'],
    ['a picture', async () => await picture('a.onnx', cup), 'not-a-network'],
    ['too much for the memory', () => networkFile('a.onnx', { lo: -3, hi: -0.55, side: 320, memory: 17_500 }), 'network-memory'],
    ['blind', () => networkFile('a.onnx', { lo: 5, hi: 9, side: 320 }), 'network-finds-nothing'],
  ])('that is %s is refused, and nothing is kept', async (_, make, code) => {
    const blob = await make()
    const fault = await client.addNetwork(new File([blob], 'a.onnx')).then(() => null, faultOf)
    expect(fault).toMatchObject({ code })
    expect(networks).toEqual([])
  })
})

describe('a matte of the seller’s own', { timeout: 120_000 }, () => {
  const square = () => picture('matte.png', (rgba, i) => rgba.set(i % 320 < 160 ? [0, 0, 0, 255] : [255, 255, 255, 255], i * 4), 320, 320)

  it('takes the network’s place, goes out as it came, and undo leads back', async () => {
    const before = (await until(() => photos.get(opaque.id))).doc
    const doc = await client.importMatte(opaque.id, await square())
    expect({ ...doc, matte: null }).toEqual(before)
    await client.editPhotos([{ id: opaque.id, doc }])
    expect((await finished(opaque.id, doc)).state).toEqual({ at: 'done' })
    const { alpha } = await greys(await client.exportMatte(opaque.id))
    const line = alpha.subarray(300 * SIDE, 301 * SIDE)
    expect([line[250], line.findIndex((a) => a >= 0.5), line[400]]).toEqual([0, SIDE / 2, 1])
    const lines = await client.ledger(project)
    expect(lines.some(({ did, body }) => did === 'import' && body.matte === doc.matte)).toBe(true)
    await client.editPhotos([{ id: opaque.id, doc: { ...doc, matte: null, cutout: 'fast' } }])
    await until(() => photos.get(opaque.id)?.doc.matte === null)
  })

  it('of another shape is refused by name, and the photo stays as it is', async () => {
    const before = photos.get(opaque.id)?.doc
    const wide = await picture('wide.png', (rgba, i) => rgba.set([i % 255, i % 255, i % 255, 255], i * 4), 400, 300)
    const fault = await client.importMatte(opaque.id, wide).then(() => null, faultOf)
    expect(fault).toMatchObject({ code: 'matte-other-shape' })
    expect(fault?.sentence).toMatch(/^“wide.png”: .*400 × 300/)
    expect(photos.get(opaque.id)?.doc).toEqual(before)
  })

  it('is not asked for by a photo that was cut out before it came: its transparency stays', async () => {
    const doc = PhotoDoc.parse({ cutout: 'fine', sku: 'cut' })
    await client.editPhotos([{ id: cut.id, doc }])
    await client.resume(project)
    const photo = await finished(cut.id, doc)
    expect(photo.state).toEqual({ at: 'done' })
    expect(photo.matte?.look).toContain('transparent-input')
    const { alpha } = await greys(await client.exportMatte(cut.id))
    expect(alpha.every((a, i) => a === (isCup(i) ? 1 : 0))).toBe(true)
  })
})
