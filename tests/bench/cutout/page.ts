// The app's own way from a file to a cutout (its recipes, plan, operations and model worker), with nothing stored, in a page
// that hands out the exact bytes: the app itself shows pictures only through a canvas, which rounds colours under low alpha.
import { modelOf } from '../../../models'
import { faultOf } from '../../../src/core/fault'
import type { PhotoDoc } from '../../../src/core/project'
import type { FactsValue, Hash, ImageValue, Key, MaskValue, RunContext, Value } from '../../../src/core/recipe'
import { execute } from '../../../src/engine/execute'
import { ModelDesk } from '../../../src/engine/model'
import { plan, prune } from '../../../src/engine/plan'
import { PHOTO } from '../../../src/ops/steps'
import { loadPart, readPart } from '../../../src/store/parts'
import { runnerOf } from '../../../workers/runners'
import { cutoutRecipes } from './chain'

/** Bytes as text, since a page is spoken to in JSON. */
type Base64 = string
export interface Picture {
  readonly width: number
  readonly height: number
  readonly data: Base64
}
export interface Wish {
  /** The encoded photo and its SHA-256. */
  readonly photo: Base64
  readonly hash: string
  readonly doc: PhotoDoc
  /** The network's matte from an earlier run, which then is not made again. */
  readonly matte: Picture | null
}
export interface Answer {
  /** RGBA of the opened photo and of the cutout; alpha of what the network gave. */
  readonly photo: Picture
  /** Null where the app found nothing to cut out; `failed` then says so. */
  readonly cutout: Picture | null
  readonly failed: string | null
  readonly matte: Picture
  readonly facts: FactsValue['facts']
  /** Milliseconds of each operation; `network` is the part of `matte` that the model worker took. */
  readonly ms: Readonly<Record<string, number>>
}
declare global {
  interface Window {
    cutOut(wish: Wish): Promise<Answer>
    /** Only how long each operation takes. Throws when nothing was found to cut out: that costs nothing. */
    timeCutOut(wish: Wish): Promise<Answer['ms']>
    /** A photo enlarged to the given size, as a JPEG. */
    enlarged(photo: Base64, width: number, height: number): Promise<Base64>
  }
}

const desk = new ModelDesk(
  () => new Worker(new URL('../../../workers/infer.ts', import.meta.url), { type: 'module' }),
  () => {},
)

const bytesOf = (text: Base64) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0))

async function textOf(bytes: BlobPart): Promise<Base64> {
  const reader = new FileReader()
  const read = new Promise<string>((resolve) => {
    reader.onload = () => resolve(reader.result as string)
  })
  reader.readAsDataURL(new Blob([bytes]))
  const url = await read
  return url.slice(url.indexOf(',') + 1)
}

const pictureOf = async ({ width, height, data }: ImageValue | MaskValue): Promise<Picture> => ({ width, height, data: await textOf(data) })

/** The facts first: the steps of the others may fail, and what was handed over before stays. */
const names = ['facts', 'photo', 'matte', 'cutout'] as const

async function made({ photo, hash, doc, matte }: Wish) {
  const recipes = cutoutRecipes(doc)
  const whole = await plan(
    names.map((name) => recipes[name]),
    { [PHOTO]: hash as Hash },
    (model) => modelOf(model).sha256,
  )
  const keyOf = (name: (typeof names)[number]) => whole.outs[names.indexOf(name)] as Key
  const held: MaskValue | null = matte && { kind: 'mask', width: matte.width, height: matte.height, data: bytesOf(matte.data) }
  const { job, ready } = await prune(whole, '', async (key) => (key === keyOf('matte') ? held : null))
  const values = new Map<Key, Value>(ready)
  const ms: Record<string, number> = {}
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    const done = await work()
    ms[what] = (ms[what] ?? 0) + performance.now() - began
    return done
  }
  const ctx: RunContext = {
    signal: new AbortController().signal,
    alive: () => {},
    network: async (id) => modelOf(id),
    infer: (model, input) => timed('network', () => desk.infer(model, input)),
    async part(id) {
      await loadPart(id)
      return await readPart(id)
    },
  }
  const failure = await execute(
    job,
    async (op) => {
      const run = await runnerOf(op)
      return (inputs, params, context) => timed(op, () => run(inputs, params, context))
    },
    async () => ({ kind: 'file', blob: new Blob([bytesOf(photo)]) }),
    ctx,
    (key, value) => void values.set(key, value),
  ).then(() => null, faultOf)
  if (failure && failure.code !== 'no-product') throw new Error(JSON.stringify(failure))
  return { ms, failure, valueFor: (name: (typeof names)[number]) => values.get(keyOf(name)) }
}

window.cutOut = async (wish) => {
  const { ms, failure, valueFor } = await made(wish)
  return {
    photo: await pictureOf(valueFor('photo') as ImageValue),
    cutout: failure ? null : await pictureOf(valueFor('cutout') as ImageValue),
    failed: failure?.sentence ?? null,
    matte: await pictureOf(valueFor('matte') as MaskValue),
    facts: (valueFor('facts') as FactsValue).facts,
    ms,
  }
}

window.timeCutOut = async (wish) => {
  const { ms, failure } = await made(wish)
  if (failure) throw new Error(failure.sentence)
  return ms
}

window.enlarged = async (photo, width, height) => {
  const bitmap = await createImageBitmap(new Blob([bytesOf(photo)]), { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' })
  const canvas = new OffscreenCanvas(width, height)
  // Read back, so drawn by the processor: where the graphics are imitated, a canvas of this size comes out empty.
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(bitmap, 0, 0)
  return await textOf(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 }))
}
