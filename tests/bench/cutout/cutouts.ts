import { mkdir, writeFile } from 'node:fs/promises'
import type { BrowserContext, Page } from '@playwright/test'
import { PhotoDoc } from '../../../src/core/project'
import type { ImageValue } from '../../../src/core/recipe'
import { openProfile } from '../../support/browser'
import { servePage } from '../../support/page'
import { hasShared, inRepository } from '../../support/shared'
import { costs } from './cost'
import { trueForeground } from './foreground'
import { goalsOf, type Row } from './goals'
import { measure, roughly } from './measure'
import { sad, solidPixels } from './metrics'
import { type TestPicture, testPictures } from './pictures'
import { alphaOf } from './pixels'
import { report } from './report'
import { type Cutout, imgly, ours } from './runs'
import { Sheets, shownOf } from './sheet'
import { type StrokeCase, strokes } from './strokes'
import { type Runner, wishOf } from './wish'

/** A composite of 4:3, to be enlarged to 12 megapixels. */
const LARGE = 'comp-bottles-grass'

const rowOf = (runner: Runner, cutout: Cutout, picture: TestPicture, photo: ImageValue, colour: ImageValue | null): Row => ({
  runner,
  picture: picture.name,
  composite: picture.composite,
  measures: measure(cutout.image, picture, colour),
  rough: roughly(cutout.image, picture),
  solid: solidPixels(cutout.image, photo),
  confidence: cutout.facts?.confidence ?? null,
  look: cutout.facts?.look ?? [],
  failed: cutout.failed,
  others: Object.fromEntries([...picture.others].map(([name, matte]) => [name, sad(alphaOf(cutout.image), matte)])),
})

type Serve = () => Promise<{ url: string; close(): Promise<void> }>

/** The baseline's page, served and opened when it is first asked for: all that it makes may be kept from an earlier run. */
function theirs(context: BrowserContext, serve: Serve) {
  let open: Promise<{ page: Page; close(): Promise<void> }> | null = null
  const begin = async () => {
    const { url, close } = await serve()
    const page = await context.newPage()
    await page.goto(url)
    await page.waitForFunction(() => 'baseline' in window && crossOriginIsolated)
    return { page, close }
  }
  return {
    page: async () => {
      open ??= begin()
      return (await open).page
    },
    close: async () => (await open)?.close(),
  }
}

/**
 * Cuts out every test picture with each choice of the app and each model of the baseline; prints their measures, the goals
 * and what strokes make of the first choice's cutouts, lays out contact sheets, and writes `test-results/bench-cutout.json`.
 */
export async function benchCutouts(args: readonly string[], serveBaseline: Serve): Promise<void> {
  const wish = wishOf(args)
  if (!hasShared()) throw new Error('cutouts are measured on the pictures of ../shared/data, which are not there')
  const pictures = await testPictures(wish.only)
  const site = await servePage('tests/bench/cutout/page.html')
  const profile = await openProfile()
  const page = await profile.context.newPage()
  await page.goto(site.url)
  await page.waitForFunction(() => 'cutOut' in window && crossOriginIsolated)
  const rival = theirs(profile.context, serveBaseline)
  const sheets = new Sheets(profile.context, wish.sheet)
  const rows: Row[] = []
  const mendable: StrokeCase[] = []
  for (const picture of pictures) {
    console.error(picture.name)
    const runs = []
    for (const choice of wish.choices) runs.push([choice, await ours(page, picture, PhotoDoc.parse({ cutout: choice }))] as const)
    const photo = runs[0]?.[1].photo as ImageValue
    const others = []
    for (const name of wish.rivals) others.push([name, await imgly(rival.page, picture, name)] as const)
    const colour = await trueForeground(picture, photo)
    const here = [...runs, ...others].map(([runner, cutout]) => ({ cutout, row: rowOf(runner, cutout, picture, photo, colour) }))
    rows.push(...here.map(({ row }) => row))
    const mineAndTheirs = [here[0], here[runs.length]].flatMap((one) => (one ? [{ row: one.row, image: one.cutout.image }] : []))
    await sheets.add(shownOf(picture, photo, mineAndTheirs))
    const { name, known, truth } = picture
    if (runs[0] && truth && known === 'alpha') mendable.push({ name, photo, start: alphaOf(runs[0][1].image), truth })
  }
  await sheets.flush()
  await rival.close()
  await profile.end()
  const [large] = wish.cost ? await testPictures([LARGE]) : []
  const cost = large ? await costs(site.url, large, wish.choices) : null
  await site.close()
  const goals = wish.choices.flatMap((choice) =>
    goalsOf(
      choice,
      rows,
      cost?.costs.find((one) => one.choice === choice),
    ),
  )
  console.log(report(rows, goals, cost))
  const mended = await strokes(mendable)
  await mkdir(inRepository('test-results'), { recursive: true })
  await writeFile(inRepository('test-results/bench-cutout.json'), JSON.stringify({ rows, goals, cost, mended }, null, 2))
  console.log(`Contact sheets: ${sheets.files.join(', ')}`)
}
