import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { PNG } from 'pngjs'
import { openProfile } from '../../support/browser'
import { openStudio } from '../../support/fixtures'
import { hasShared, sharedData } from '../../support/shared'
import { serveBuilt } from '../../support/site'
import { Studio } from '../../support/studio'
import { memory } from '../watch'
import type { Row } from './row'

/** How many cutouts; `BATCH=20` for fewer. */
const COUNT = Number(process.env.BATCH ?? 100)
const FIRST = 10
/** Longest side of the exported pictures, px. */
const SIDE = '64'

/** Real cutouts as files, shrunk by different factors so that no two are the same. */
async function cutouts(): Promise<{ name: string; path: string }[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-batch-'))
  const names = (await readdir(sharedData('cutouts'))).filter((name) => name.endsWith('.png')).sort()
  const files: { name: string; path: string }[] = []
  for (let i = 0; i < COUNT; i++) {
    const from = names[i % names.length] as string
    const small = shrunk(PNG.sync.read(await readFile(sharedData(`cutouts/${from}`))), 2 + 0.1 * Math.floor(i / names.length))
    const name = `${i + 1}-${from}`
    files.push({ name, path: join(folder, name) })
    await writeFile(join(folder, name), PNG.sync.write(small))
  }
  return files
}

/** A picture `by` times smaller: every pixel the nearest one of it. */
function shrunk(png: PNG, by: number): PNG {
  const out = new PNG({ width: Math.floor(png.width / by), height: Math.floor(png.height / by) })
  for (let y = 0; y < out.height; y++)
    for (let x = 0; x < out.width; x++) {
      const from = (Math.floor(y * by) * png.width + Math.floor(x * by)) * 4
      png.data.copy(out.data, (y * out.width + x) * 4, from, from + 4)
    }
  return out
}

/** Memory of the browser's processes that draw pages and graphics, bytes: what is theirs alone, and their share of the rest. */
async function processes(profile: string): Promise<number> {
  let sum = 0
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (!line.includes(profile) && !line.includes(`user-data-dir=${profile}`)) continue
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
    sum += 1024 * Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  }
  return sum
}

interface Batch {
  readonly failures: number
  readonly growth: number
  readonly restless: number
  readonly seconds: number
}

/** Waits until every card has ended, having begun again. */
async function ended(page: Page, count: number): Promise<void> {
  const open = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('[aria-label="Photos"] > li')].filter((card) => !/Done|Failed/.test(card.textContent ?? '')).length,
    )
  for (let i = 0; i < 20 && (await open()) === 0; i++) await page.waitForTimeout(250)
  await page.waitForFunction(
    (wanted) => {
      const cards = [...document.querySelectorAll('[aria-label="Photos"] > li')]
      return cards.length === wanted && cards.every((card) => /Done|Failed/.test(card.textContent ?? ''))
    },
    count,
    { timeout: 3_600_000, polling: 1000 },
  )
}

/** All photos into the first scene of a trade, through the toolbar. */
async function stage(page: Page, count: number): Promise<void> {
  await page.getByRole('toolbar', { name: 'Photos shown' }).getByRole('button', { name: 'Stage…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Trade' }).selectOption({ label: 'Kitchenware' })
  await dialog.locator('.scene').first().click()
  await dialog.getByRole('button', { name: /^Stage \d/ }).click()
  await expect(dialog).toBeHidden()
  await ended(page, count)
}

/** The staged photos as small PNG files. */
async function exported(desk: Studio): Promise<Record<string, Uint8Array>> {
  const panel = await desk.export(['Custom size'])
  await panel.getByLabel('Width').fill(SIDE)
  await panel.getByLabel('Height').fill(SIDE)
  await panel.getByRole('radio', { name: 'PNG' }).check()
  await panel.getByRole('button', { name: 'Scene or backdrop' }).click()
  const files = await desk.zip(panel)
  await desk.page.keyboard.press('Escape')
  return files
}

async function taken(): Promise<Batch> {
  const [site, files] = [await serveBuilt(), await cutouts()]
  const profile = await openProfile({ flags: ['--enable-blink-features=ForceEagerMeasureMemory'] })
  const page = profile.context.pages()[0] ?? (await profile.context.newPage())
  page.setDefaultTimeout(120_000)
  const desk = new Studio(page)
  const say = (what: string) => console.error(`  ${what}`)
  const held = async (when: string) => {
    const [own, all] = [await memory(page), await processes(profile.folder)]
    say(`${when}: page and workers ${Math.round(own / 1e6)} MB, the browser's processes ${Math.round(all / 1e6)} MB`)
    return all
  }
  try {
    await openStudio(page, site.origin)
    await desk.add(files.slice(0, FIRST))
    await ended(page, FIRST)
    say(`${FIRST} cut out`)
    await stage(page, FIRST)
    const early = await held(`${FIRST} staged`)
    const [one, two] = [await exported(desk), await exported(desk)]
    const restless = Object.keys(one).filter((name) => Buffer.compare(one[name] as Uint8Array, two[name] ?? new Uint8Array()) !== 0).length
    const lacking = FIRST - Object.keys(one).filter((name) => name.endsWith('.png')).length
    say(`${Object.keys(one).length} exported twice, ${restless} differ`)
    if (COUNT > FIRST) await desk.add(files.slice(FIRST))
    await ended(page, COUNT)
    say(`${COUNT} cut out`)
    const start = performance.now()
    await stage(page, COUNT)
    const seconds = (performance.now() - start) / 1000 / COUNT
    const late = await held(`${COUNT} staged`)
    const failed = await desk.photos.getByText('Failed', { exact: true }).count()
    return { failures: failed + lacking, growth: (late - early) / 1e6, restless, seconds }
  } finally {
    await profile.end()
    await site.close()
  }
}

let batch: Promise<Batch> | null = null
const row = (name: string, goal: string, value: (batch: Batch) => number, most: number): Row => ({
  part: 'app',
  name,
  goal,
  measure: async () => {
    batch ??= taken()
    return value(await batch)
  },
  met: (v) => v <= most,
})

/** The same batch in the app itself: files dropped, cut out, staged in one scene through the toolbar, the first ten of them exported twice. */
export const rows: readonly Row[] = hasShared()
  ? [
      row(`app, ${COUNT} cutouts in one scene: failures`, '0', ({ failures }) => failures, 0),
      row(`app, memory after the ${COUNT}th over that after the ${FIRST}th, MB`, 'at most 150', ({ growth }) => growth, 150),
      row(`app, exported files that differ the second time`, '0', ({ restless }) => restless, 0),
      row(`app, seconds a photo, staged again and drawn`, '', ({ seconds }) => seconds, Number.POSITIVE_INFINITY),
    ]
  : []
