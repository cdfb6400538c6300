import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { modelOf } from '../../../models'
import { MatteFacts, type PhotoDoc } from '../../../src/core/project'
import type { Hash, ImageValue } from '../../../src/core/recipe'
import { plan } from '../../../src/engine/plan'
import { PHOTO } from '../../../src/ops/steps'
import { decoded } from '../../support/pictures'
import { inRepository } from '../../support/shared'
import type {} from '../baseline/page'
import { cutoutRecipes } from './chain'
import type { Picture } from './page'
import type { TestPicture } from './pictures'
import { imageOf } from './pixels'
import type { Rival } from './wish'

const KEPT = inRepository('node_modules/.cache/vitrine-cutouts')

/** What a runner made of a picture, at the picture's own size. */
export interface Cutout {
  readonly image: ImageValue
  readonly facts: MatteFacts | null
  /** Milliseconds of each operation; empty for what was kept from an earlier run. */
  readonly ms: Readonly<Record<string, number>>
  /** Why there is none; the image then is empty. */
  readonly failed: string | null
}

const read = (name: string): Promise<Buffer | null> => readFile(join(KEPT, name)).catch(() => null)

async function keep(name: string, bytes: Buffer): Promise<void> {
  await mkdir(KEPT, { recursive: true })
  await writeFile(join(KEPT, name), bytes)
}

/** Names the code that turns a photo into the network's matte, beside what the plan's key names: a version rises only at release. */
async function codeOfMatte(): Promise<string> {
  const hash = createHash('sha256')
  const folder = inRepository('src/ops/matte')
  for (const file of (await readdir(folder)).sort()) if (!file.includes('.test.')) hash.update(await readFile(join(folder, file)))
  hash.update(await readFile(inRepository('models/index.ts')))
  return hash.digest('hex').slice(0, 8)
}

/** The app's cutout. The network's matte is kept by its key and by the code that made it, for the next run. */
export async function ours(page: Page, picture: TestPicture, doc: PhotoDoc): Promise<Cutout & { readonly photo: ImageValue }> {
  const { outs } = await plan([cutoutRecipes(doc).matte], { [PHOTO]: picture.hash as Hash }, (model) => modelOf(model).sha256)
  const name = `matte-${outs[0]?.slice(0, 24)}-${await codeOfMatte()}.json`
  const kept = (await read(name))?.toString()
  const wish = {
    photo: Buffer.from(picture.bytes).toString('base64'),
    hash: picture.hash,
    doc,
    matte: kept ? (JSON.parse(kept) as Picture) : null,
  }
  const answer = await page.evaluate((asked) => window.cutOut(asked), wish)
  if (!kept) await keep(name, Buffer.from(JSON.stringify(answer.matte)))
  const rgba = (from: Picture) => imageOf({ ...from, data: Buffer.from(from.data, 'base64') })
  const photo = rgba(answer.photo)
  const image = answer.cutout ? rgba(answer.cutout) : { ...photo, data: new Uint8ClampedArray(photo.data.length) }
  return { photo, image, facts: MatteFacts.parse(answer.facts), ms: answer.ms, failed: answer.failed }
}

const MODELS = { 'imgly fp16': 'isnet_fp16', 'imgly quint8': 'isnet_quint8' } as const

/** What `@imgly/background-removal` gives for the picture. It never changes, so it is made once. */
export async function imgly(page: () => Promise<Page>, picture: TestPicture, rival: Rival): Promise<Cutout> {
  const model = MODELS[rival]
  const { version } = JSON.parse(await readFile(inRepository('node_modules/@imgly/background-removal/package.json'), 'utf8'))
  const name = `imgly-${version}-${model}-${picture.hash.slice(0, 24)}.png`
  let png = await read(name)
  if (!png) {
    const text = await (await page()).evaluate(
      async ([photo, chosen]) => {
        const blob = await (await fetch(`data:image/jpeg;base64,${photo}`)).blob()
        const { cutout } = await window.baseline.removeBackground(blob, chosen)
        return await new Promise<string>((resolve) => {
          const reader = new FileReader()
          reader.onload = () => resolve((reader.result as string).split(',')[1] as string)
          reader.readAsDataURL(cutout)
        })
      },
      [Buffer.from(picture.bytes).toString('base64'), model] as const,
    )
    png = Buffer.from(text, 'base64')
    await keep(name, png)
  }
  return { image: imageOf(decoded(png)), facts: null, ms: {}, failed: null }
}
