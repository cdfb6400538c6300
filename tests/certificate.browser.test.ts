import { PDFDocument } from '@cantoo/pdf-lib'
import * as Comlink from 'comlink'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Certificate, certificateText } from '../src/core/certificate'
import { certificateFrom, checkCertificate } from '../src/core/certified'
import type { Client, ExportProgress, ExportWish, News } from '../src/core/client'
import { toLines } from '../src/core/ledger'
import { type Photo, PhotoDoc } from '../src/core/project'

const worker = new Worker(new URL('../workers/conductor.ts', import.meta.url), { type: 'module' })
const client = Comlink.wrap<Client>(worker) as unknown as Client

const photos = new Map<string, Photo>()
let project = ''
let disc: Photo
let folder: FileSystemDirectoryHandle

async function until<T>(what: () => T | undefined | false | null): Promise<T> {
  for (;;) {
    const found = what()
    if (found) return found
    await new Promise((go) => setTimeout(go, 50))
  }
}

/** A patterned disc without a ground: it needs no network to be cut out. */
async function photo(): Promise<File> {
  const [width, height] = [640, 520]
  const { data } = new ImageData(width, height)
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)]
    const inside = Math.min(1, Math.max(0, (200 - Math.hypot(x - 330, y - 260)) / 2))
    data.set([120 + 60 * Math.sin(x / 6), 90 + ((x + y) % 40), 60 + ((y >> 4) % 2) * 90, 255 * inside], i * 4)
  }
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0)
  return new File([await canvas.convertToBlob({ type: 'image/png' })], 'disc.png', { type: 'image/png' })
}

beforeAll(async () => {
  const root = await navigator.storage.getDirectory()
  folder = await root.getDirectoryHandle(`certificates-${crypto.randomUUID()}`, { create: true })
  await client.listen(
    Comlink.proxy((news: News) => {
      for (const one of [...(news.opened?.photos ?? []), ...(news.photos ?? [])]) photos.set(one.id, one)
    }),
  )
  project = await client.createProject('Certificates')
  await client.openProject(project)
  await client.addFiles(project, [await photo()])
  disc = await until(() => [...photos.values()].find(({ state }) => state.at === 'done'))
  const doc = PhotoDoc.parse({ ...disc.doc, turn: 1 })
  await client.editPhotos([{ id: disc.id, doc }])
  await until(() => photos.get(disc.id)?.doc.turn === 1 && photos.get(disc.id)?.state.at === 'done')
}, 120_000)

afterAll(async () => {
  await client.deleteProject(project)
  worker.terminate()
  const root = await navigator.storage.getDirectory()
  await root.removeEntry(folder.name, { recursive: true })
})

const wish = (certificates: boolean): ExportWish => ({
  photos: [disc.id],
  channels: ['etsy', 'transparent'],
  custom: null,
  pattern: '{sku}-{channel}-{number}',
  rights: null,
  certificates,
  credentials: null,
})
const namesIn = async (of: FileSystemDirectoryHandle) => {
  const names: string[] = []
  for await (const name of of.keys()) names.push(name)
  return names.sort()
}
const fileIn = async (of: FileSystemDirectoryHandle, name: string) => await (await of.getFileHandle(name)).getFile()

it('a folder gets its files, and beside them certificates that the ledger bears out', { timeout: 120_000 }, async () => {
  const progress: ExportProgress[] = []
  const hear = Comlink.proxy((one: ExportProgress) => void progress.push(one))
  expect(await client.exportFolder(wish(true), folder, hear)).toEqual({ written: 2, missing: [] })
  expect(progress.at(-1)).toMatchObject({ done: 2, total: 2 })
  const pictures = ['disc-etsy-1.jpg', 'disc-transparent-1.png']
  expect(await namesIn(folder)).toEqual(['certificates', ...pictures])
  const certificates = await folder.getDirectoryHandle('certificates')
  expect(await namesIn(certificates)).toEqual([...pictures.flatMap((name) => [`${name}.json`, `${name}.pdf`]), 'verify.html'])

  const ledger = toLines(await client.ledger().then((lines) => lines.map(({ details: _, ...entry }) => entry)))
  for (const name of pictures) {
    const text = await (await fileIn(certificates, `${name}.json`)).text()
    const certificate = certificateFrom(text) as Certificate
    expect(certificateText(certificate)).toBe(text)
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await (await fileIn(folder, name)).arrayBuffer()))
    const files = [{ name, sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') }]
    expect((await checkCertificate(certificate, { files, key: certificate.ledger.key, ledger })).faults).toEqual([])
    const { solid, ground, pose, tolerance, width, height } = certificate.measured
    expect(solid.pixels).toBeGreaterThan(50_000)
    expect(solid.same).toEqual({ placed: solid.pixels, file: solid.pixels })
    expect(ground.same.file).toBe(ground.pixels)
    // In the photo's own frame, which stands on its side now, pixels are copied; a PNG keeps every one of them.
    if (name.endsWith('.png')) {
      expect([width, height]).toEqual([520, 640])
      expect(pose).toEqual({ scale: 1, left: 0, top: 0, copied: true })
      expect(tolerance.file).toEqual({ pixel: 1, block: null })
      expect(solid.difference.file.max).toBe(0)
    }
    const pdf = await PDFDocument.load(await (await fileIn(certificates, `${name}.pdf`)).arrayBuffer())
    expect(pdf.getTitle()).toBe(`Fidelity certificate: ${name}`)
    expect(pdf.getPageCount()).toBe(1)
  }
  expect((await client.verifyLedger()).findings).toEqual([])
})

it('without the wish there is none, and no line about one', { timeout: 120_000 }, async () => {
  const before = (await client.ledger(project)).filter(({ did }) => did === 'certificate').length
  const { file } = await client.exportZip(
    wish(false),
    Comlink.proxy(() => {}),
  )
  expect(await file.text()).not.toContain('certificates/')
  expect((await client.ledger(project)).filter(({ did }) => did === 'certificate')).toHaveLength(before)
})
