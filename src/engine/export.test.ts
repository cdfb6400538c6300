import { expect, it } from 'vitest'
import { photoAt as storedPhoto } from '../../tests/support/photos'
import { sceneOf } from '../../tests/support/scenes'
import type { ExportFacts } from '../core/channels'
import { channelOf } from '../core/channels/list'
import type { FileSigner, Statement } from '../core/credentials'
import { FaultError } from '../core/fault'
import { type Photo, PhotoDoc } from '../core/project'
import type { Hash } from '../core/recipe'
import { exportAll, exportPhoto } from './export'
import type { Workshop } from './make'

const photoAt = (n: number) => storedPhoto(n, { at: 'done' })
const facts: ExportFacts = {
  width: 2000,
  height: 2000,
  bytes: 0,
  format: 'jpeg',
  srgb: true,
  fill: 0.88,
  area: 0.5,
  box: [0.06, 0.06, 0.94, 0.94],
  scale: 0.5,
  background: { colour: [255, 255, 255], canvasOff: 0, fileOffBeyond12: 0, frameOff: 0, worst: 0 },
  alphaOff: 0,
  touchesFrame: [],
}
const LIMIT = 5_000_000
const GROWTH = 5_000

/** A studio whose files fill whatever room they are given. */
const shop = (asked: (number | null)[], canRender = true): Workshop => ({
  modelSha: () => 'sha',
  photo: async () => null,
  crew: {
    async run({ tasks, wants }, hear) {
      if (!canRender && tasks.some(({ op }) => op === 'render')) throw new Error('no graphics here')
      const params = tasks.find(({ op }) => op === 'encode')?.params as { maxBytes: number | null } | undefined
      const room = params?.maxBytes ?? null
      asked.push(room)
      for (const key of wants) {
        const op = tasks.find((task) => task.key === key)?.op
        if (op === 'encode') hear({ kind: 'value', key, value: { kind: 'file', blob: new Blob([new Uint8Array(room ?? 1)]) } })
        else hear({ kind: 'value', key, value: { kind: 'facts', facts: { ...facts, bytes: room ?? 1 } } })
      }
    },
  },
  keeping: {
    readResult: async () => null,
    keepResults: async () => {},
    keepOutcome: async () => {},
    write: async () => {},
  },
})

const signer = (sign: FileSigner['sign']): FileSigner => ({ by: 'device', certificate: 'c'.repeat(64) as Hash, growth: GROWTH, sign })
const grown = async (file: Blob, by: number) => new Blob([await file.arrayBuffer(), new Uint8Array(by)])

async function exported(photos: readonly Photo[], by: FileSigner | null, channel: 'walmart' | 'etsy' = 'walmart') {
  const asked: (number | null)[] = []
  const all = []
  for await (const one of exportAll(
    shop(asked),
    photos,
    [channelOf(channel, null)],
    { rights: null, signer: by, certify: false },
    new AbortController().signal,
  ))
    all.push(one)
  return { asked, all }
}
const verdictOnBytes = (findings: readonly { measured: string; verdict: string }[]) =>
  findings.find(({ measured }) => /MB/.test(measured))?.verdict

it('leaves room for what signing adds, judges the signed file, and says by which certificate it was signed', async () => {
  const said: Statement[] = []
  const by = signer(async (file, statement) => {
    said.push(statement)
    return await grown(file, GROWTH)
  })
  const { asked, all } = await exported([photoAt(1)], by)
  expect(asked).toEqual([LIMIT - GROWTH])
  const [one] = all
  expect(one?.file?.blob.size).toBe(LIMIT)
  expect(one?.report.bytes).toBe(LIMIT)
  expect(verdictOnBytes(one?.report.findings ?? [])).toBe('pass')
  expect(one?.made?.signed).toEqual({ by: 'device', certificate: 'c'.repeat(64) })
  expect(said).toMatchObject([{ original: photoAt(1).file, source: 'compositeCapture', scale: 0.5, mining: null }])
})

it('finds a file too heavy that signing made so', async () => {
  const { all } = await exported(
    [photoAt(1)],
    signer((file) => grown(file, GROWTH + 1)),
  )
  expect(verdictOnBytes(all[0]?.report.findings ?? [])).toBe('fail')
})

it('without a signer gives the file all the room, and says nothing of signing', async () => {
  const { asked, all } = await exported([photoAt(1)], null)
  expect(asked).toEqual([LIMIT])
  expect(all[0]?.made).not.toHaveProperty('signed')
})

it('a file that cannot be signed is missing with the reason, never unsigned; the others go on', async () => {
  const fault = { code: 'not-signed', sentence: 'No.', remedy: 'Again.', retry: true }
  const by = signer(async (file, { original }) => {
    if (original === photoAt(2).file) throw new FaultError(fault)
    return await grown(file, 1)
  })
  const { all } = await exported([1, 2, 3].map(photoAt), by)
  expect(all.map(({ file }) => file === null)).toEqual([false, true, false])
  expect(all[1]).toMatchObject({ made: null, report: { fault } })
})

const scene = sceneOf()
const inScene = (products: readonly object[] = []): Photo => ({
  ...photoAt(1),
  doc: PhotoDoc.parse({ scene: { ...scene, products: [...scene.products, ...products] } }),
})
async function filesOf(photo: Photo, canRender = true) {
  const channels = (['walmart', 'etsy', 'transparent'] as const).map((id) => channelOf(id, null))
  const along = { rights: null, signer: null, certify: false }
  const all = await exportPhoto(shop([], canRender), photo, channels, along, new AbortController().signal)
  expect(all.map(({ channel }) => channel.id)).toEqual(['walmart', 'etsy', 'transparent'])
  return all
}

it('shows the scene where a channel leaves the backdrop free, and the ledger names its steps', async () => {
  const all = await filesOf(inScene())
  const rendered = all.map(({ made }) => made?.steps.some((name) => name.startsWith('render@')))
  expect(rendered).toEqual([false, true, false])
  expect(all[1]?.made?.steps).not.toContain('backdrop@1')
})

it('a scene that lacks a product, or cannot be rendered, is missing with the reason; the other files are there', async () => {
  for (const [all, code] of [
    [await filesOf(inScene([{ ...scene.products[0], id: 'friend', photo: 'gone' }])), 'companion-gone'],
    [await filesOf(inScene(), false), 'unexpected'],
  ] as const) {
    expect(all.map(({ file }) => file !== null)).toEqual([true, false, true])
    expect(all[1]?.report.fault).toMatchObject({ code })
    expect(all[1]?.report.channel).toBe('etsy')
  }
})

it('compares no scene with its photo, and still all the rest', async () => {
  const asked: string[] = []
  const one = shop([])
  const crew: Workshop['crew'] = {
    async run(job, hear) {
      for (const { op, key } of job.tasks) if (job.wants.includes(key)) asked.push(op)
      await one.crew.run(job, hear)
    },
  }
  const channels = [channelOf('etsy', null), channelOf('walmart', null)]
  const along = { rights: null, signer: null, certify: true }
  const all = await exportPhoto({ ...one, crew }, inScene(), channels, along, new AbortController().signal)
  expect(asked.filter((op) => op === 'fidelity').length).toBe(1)
  expect(all.map(({ file }) => file !== null)).toEqual([true, true])
  expect(all[0]?.fidelity).toBeNull()
})
