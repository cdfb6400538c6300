import { writeFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { openProfile } from '../support/browser'
import { openStudio } from '../support/fixtures'
import { serveBuilt } from '../support/site'
import { Studio } from '../support/studio'
import type {} from './baseline/bare'
import type {} from './baseline/page'
import { certifying } from './certificate'
import { type BenchPhoto, benchPhotos, fresh, mean, median } from './photos'
import { drawStrokes, enlargedTo, watchStrokes } from './repair'
import { doneTimes, longTasks, memory, watch } from './watch'

interface Row {
  readonly what: string
  readonly ours: string
  readonly baseline: string
  readonly ratio: number | null
  /** What the ratio should not exceed; null = no goal. */
  readonly goal: number | null
}

type Baseline = (photo: BenchPhoto) => Promise<number>
type Care = 'Fine' | 'Fast'

/** A run takes many minutes: each figure is said when it is there, beside the table, which goes to the standard output. */
const said = (what: string, ms: number): number => {
  console.error(`  ${what}: ${seconds(ms)}`)
  return ms
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
const row = (what: string, ours: number, baseline: number, name: string, goal: number | null): Row => ({
  what,
  ours: seconds(ours),
  baseline: `${name} ${seconds(baseline)}`,
  ratio: ours / baseline,
  goal,
})

/** The studio in a project of its own, warm, with the given care. */
async function ready(page: Page, origin: string, care: Care, photo: BenchPhoto): Promise<Studio> {
  const desk = new Studio(page)
  await openStudio(page, origin)
  await watch(page)
  const warmUp = async () => {
    const file = fresh(photo)
    await desk.add([file])
    await desk.done([file.name], 300_000)
  }
  await warmUp()
  await desk.readyOffline()
  await desk.chooseCare(care)
  await warmUp()
  return desk
}

async function one(desk: Studio, photo: BenchPhoto): Promise<number> {
  const file = fresh(photo)
  await desk.add([file])
  const [ms] = await doneTimes(desk.page, [file.name], 300_000)
  return ms as number
}

/** Milliseconds a photo from the drop of all to the last “Done”. */
async function many(desk: Studio, photos: readonly BenchPhoto[]): Promise<number> {
  const files = photos.map((photo) => fresh(photo))
  await desk.add(files)
  const times = await doneTimes(
    desk.page,
    files.map(({ name }) => name),
    3_000_000,
  )
  return Math.max(...times) / photos.length
}

interface Lab {
  readonly page: Page
  readonly origin: string
  readonly photos: readonly BenchPhoto[]
  readonly imgly: Baseline
  /** Bare `session.run` of the model on the same engine, nothing else. */
  readonly bare: (care: Care) => Promise<number>
  /** A page of its own origin, which may read what it draws. */
  readonly bench: Page
  readonly rounds: number
}

/** Drop to stored cutout, one photo at a time; each photo's median over the rounds, ours and theirs in turn. */
async function speed({ page, origin, photos, imgly, bare, rounds }: Lab): Promise<Row[]> {
  const five = photos.slice(0, 5)
  await imgly(five[0] as BenchPhoto)
  const rows: Row[] = []
  for (const [care, goal] of [
    ['Fine', 0.92],
    ['Fast', 0.5],
  ] as const) {
    const desk = await ready(page, origin, care, five[0] as BenchPhoto)
    const ours: number[][] = five.map(() => [])
    const theirs: number[][] = five.map(() => [])
    const bares: number[][] = five.map(() => [])
    for (let round = 0; round < rounds; round++) {
      for (const [i, photo] of five.entries()) {
        ours[i]?.push(said(`${care}, ${photo.name}`, await one(desk, photo)))
        theirs[i]?.push(said('imgly fp16', await imgly(photo)))
        // As often as ours and between the same others, so that what else the machine does falls on all alike.
        bares[i]?.push(said('session.run', await bare(care)))
      }
    }
    rows.push(row(`one photo, ${care.toLowerCase()}`, mean(ours.map(median)), mean(theirs.map(median)), 'imgly fp16', goal))
    rows.push(
      row(`one photo, ${care.toLowerCase()}, against the bare model`, mean(ours.map(median)), mean(bares.map(median)), 'session.run', 1.1),
    )
  }
  return rows
}

/** Twenty photos at once, and what the main thread had to do meanwhile. */
async function batch({ page, origin, photos, imgly }: Lab): Promise<Row[]> {
  const theirs: number[] = []
  for (const photo of photos) theirs.push(said('imgly fp16', await imgly(photo)))
  const rows: Row[] = []
  for (const [care, goal] of [
    ['Fine', 0.9],
    ['Fast', 0.48],
  ] as const) {
    const desk = await ready(page, origin, care, photos[0] as BenchPhoto)
    await longTasks(page)
    rows.push(row(`batch of ${photos.length}, a photo, ${care.toLowerCase()}`, await many(desk, photos), mean(theirs), 'imgly fp16', goal))
    const tasks = await longTasks(page)
    rows.push({
      what: `main thread, tasks over 50 ms in that batch`,
      ours: `${tasks.length}, longest ${Math.round(Math.max(0, ...tasks))} ms`,
      baseline: 'none allowed',
      ratio: tasks.length,
      goal: 0,
    })
  }
  return rows
}

/** A hundred photos: what fails, what memory grows by after the tenth, photos a minute. */
async function soak({ page, origin, photos }: Lab): Promise<Row[]> {
  const desk = await ready(page, origin, 'Fast', photos[0] as BenchPhoto)
  const hundred = Array.from({ length: 100 }, (_, i) => photos[i % photos.length] as BenchPhoto)
  await many(desk, hundred.slice(0, 9))
  const early = await memory(page)
  const ms = await many(desk, hundred.slice(9))
  const late = await memory(page)
  const failed = await desk.photos.getByText('Failed', { exact: true }).count()
  const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
  return [
    { what: 'batch of 100, failures', ours: String(failed), baseline: 'none allowed', ratio: failed, goal: 0 },
    {
      what: 'batch of 100, memory at the end',
      ours: mb(late),
      baseline: `after the 10th ${mb(early)}`,
      ratio: (late - early) / 150e6,
      goal: 1,
    },
    { what: 'batch of 100, photos a minute', ours: (60_000 / ms).toFixed(1), baseline: '', ratio: null, goal: null },
  ]
}

/** From the lifted pen to the picture, on a photo of two megapixels that the editor has open. */
async function stroke({ page, origin, photos, bench, rounds }: Lab): Promise<Row[]> {
  const photo = await enlargedTo(bench, photos[0] as BenchPhoto, 2e6)
  const desk = await ready(page, origin, 'Fast', photos[0] as BenchPhoto)
  const file = fresh(photo)
  await desk.add([file])
  await desk.done([file.name], 300_000)
  await desk.card(file.name).getByRole('link').first().click()
  await page.getByRole('radio', { name: 'Cutout', exact: true }).check()
  await expect(page.getByRole('img', { name: `Cutout of ${file.name}` })).toBeVisible()
  await page.waitForTimeout(2000)
  await watchStrokes(page)
  const rows: Row[] = []
  for (const tool of ['Remove', 'Keep', 'Eraser']) {
    const { first, last, side } = await drawStrokes(page, tool, 2 * rounds)
    const ours = `${Math.round(first)} ms at ${side} px, sharp after ${Math.round(last)} ms`
    rows.push({ what: `${tool}, 2 megapixels, from the lifted pen to the picture`, ours, baseline: '100 ms', ratio: first / 100, goal: 1 })
  }
  return rows
}

/** What a certificate costs beside the export, and what it finds in real photos. */
async function certificate({ page, origin, photos }: Lab): Promise<Row[]> {
  const desk = await ready(page, origin, 'Fine', photos[0] as BenchPhoto)
  const { plain, certified, certificates } = await certifying(desk, photos.slice(0, 7))
  const found = certificates.map(({ file, measured: { solid, edge } }): Row => {
    const altered = solid.pixels - Math.min(solid.same.placed, solid.same.file)
    const { mean: off, max } = solid.difference.file
    return {
      what: `${file.name}: solid pixels that are not the photo's own`,
      ours: `${altered} of ${solid.pixels} (edge ${edge.pixels}), ΔE00 mean ${off}, greatest ${max}`,
      baseline: 'none allowed',
      ratio: altered,
      goal: 0,
    }
  })
  return [row('a file of 4 megapixels, its certificate', certified, plain, 'the export itself', null), ...found]
}

const parts = { speed, batch, soak, stroke, certificate }

/** Runs the wanted parts (all without names) and prints one table and its JSON; also written to `test-results/bench.json`. */
export async function bench(args: readonly string[], serveBaseline: () => Promise<{ url: string; close(): Promise<void> }>): Promise<void> {
  const wanted = (Object.keys(parts) as (keyof typeof parts)[]).filter(
    (name) => args.length === 0 || args.includes(name) || args.every((a) => a.startsWith('-')),
  )
  const [site, base, photos] = [await serveBuilt(), await serveBaseline(), await benchPhotos()]
  const profile = await openProfile({ flags: ['--enable-blink-features=ForceEagerMeasureMemory'] })
  const rival = await profile.context.newPage()
  await rival.goto(base.url)
  await rival.waitForFunction(() => 'removeBackground' in window && crossOriginIsolated)
  const imgly: Baseline = (photo) =>
    rival.evaluate(
      async ([base64, model]) => {
        const blob = await (await fetch(`data:image/jpeg;base64,${base64}`)).blob()
        return (await window.removeBackground(blob, model)).ms
      },
      [photo.bytes.toString('base64'), 'isnet_fp16'] as const,
    )
  const floor = await profile.context.newPage()
  await floor.goto(`${base.url}bare.html`)
  await floor.waitForFunction(() => 'bareRun' in window)
  const bare = (care: Care) =>
    floor.evaluate((model) => window.bareRun(model), care === 'Fine' ? ('isnet-fine' as const) : ('isnet-fast' as const))
  const rows: Row[] = []
  for (const name of wanted) {
    const page = await profile.context.newPage()
    rows.push(
      ...(await parts[name]({ page, origin: site.origin, photos, imgly, bare, bench: floor, rounds: args.includes('--quick') ? 2 : 5 })),
    )
    await page.close()
  }
  await profile.end()
  await Promise.all([site.close(), base.close()])
  console.table(
    rows.map(({ what, ours, baseline, ratio, goal }) => ({
      what,
      ours,
      baseline,
      ratio: ratio === null ? '' : Number(ratio.toFixed(3)),
      goal: goal ?? '',
      met: goal === null || ratio === null ? '' : ratio <= goal ? 'yes' : 'NO',
    })),
  )
  const json = JSON.stringify(rows, null, 2)
  await writeFile('test-results/bench.json', json).catch(() => {})
  console.log(json)
}
