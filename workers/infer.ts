import './trusted-types'
import * as Comlink from 'comlink'
import type { InferenceSession, TypedTensor } from 'onnxruntime-web'
import { type Model, modelOf } from '../models'
import golden from '../models/isnet/golden.json'
import { agrees, probe, summary } from '../models/isnet/probe'
import type { EngineChoice } from '../src/core/client'
import type { Tensor } from '../src/core/recipe'
import type { ModelWorker } from '../src/engine/model'
import { loadPart, readPart } from '../src/store/parts'
import { findGraphics, type Graphics } from './graphics'
import { heapBytes, watchHeap } from './heap'
import { recall, remember } from './verdict'

type Runtime = typeof import('onnxruntime-web')
interface Starts {
  start(wish: { model: string; choice: EngineChoice; threads?: number }): Promise<Engine['report']>
}
interface Engine {
  readonly model: Model
  readonly ort: Runtime
  readonly session: InferenceSession
  readonly report: { readonly using: 'webgpu' | 'wasm'; readonly threads: number; readonly why: string }
  /** Rejects when the graphics processor goes away; never resolves. */
  readonly lost: Promise<never>
}

const forEver = new Promise<never>(() => {})
let engine: (Engine & { readonly wish: string }) | null = null
let queue: Promise<unknown> = Promise.resolve()

watchHeap()

/** One thing at a time: a session cannot be released under a run, and runs at the same time fail silently on WebGPU. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = queue.then(work)
  queue = turn.catch(() => {})
  return turn
}

async function bytesOf(part: string): Promise<ArrayBuffer> {
  await loadPart(part)
  return await readPart(part)
}

const options = (model: Model): InferenceSession.SessionOptions => ({
  freeDimensionOverrides: { [model.output.free]: model.input.side },
  // Folds the 8-bit weights to float when the session starts, not in every run.
  extra: { session: { disable_quant_qdq: '1' } },
  logSeverityLevel: 3,
})

/** The two builds of the runtime each hold their own WebAssembly; both are told not to look for it on the network. */
async function wake(ort: Runtime, part: string, threads: number): Promise<void> {
  if (ort.env.wasm.wasmBinary) return
  ort.env.wasm.wasmBinary = await bytesOf(part)
  ort.env.wasm.numThreads = threads
  ort.env.wasm.proxy = false
  ort.env.logLevel = 'error'
}

async function onProcessor(model: Model, wished: number | undefined, reason: string): Promise<Engine> {
  const threads = crossOriginIsolated ? (wished ?? Math.min(4, navigator.hardwareConcurrency)) : 1
  const ort = (await import('onnxruntime-web/wasm')) as Runtime
  await wake(ort, 'ort-wasm', threads)
  const session = await ort.InferenceSession.create(await bytesOf(model.part), { ...options(model), executionProviders: ['wasm'] })
  const on = threads === 1 ? 'on one thread' : `on ${threads} threads`
  return {
    model,
    ort,
    session,
    report: { using: 'wasm', threads, why: `${reason}, so the processor does the work, ${on}.` },
    lost: forEver,
  }
}

async function onGraphics(model: Model, { name }: Graphics): Promise<Engine> {
  const ort = (await import('onnxruntime-web/webgpu')) as Runtime
  await wake(ort, 'ort-webgpu', 1)
  const session = await ort.InferenceSession.create(await bytesOf(model.part), { ...options(model), executionProviders: ['webgpu'] })
  const device = (await ort.env.webgpu.device) as GPUDevice
  const lost = device.lost.then(({ message }): never => {
    engine = null
    throw new Error(`the graphics processor was lost: ${message}`)
  })
  lost.catch(() => {})
  const why = `The graphics processor${name ? ` (${name})` : ''} does the work; it solved the test picture.`
  return { model, ort, session, report: { using: 'webgpu', threads: 1, why }, lost }
}

/** The graphics processor if it can be trusted with this model, else null with the reason. */
async function tryGraphics(model: Model, graphics: Graphics, insists: boolean): Promise<Engine | string> {
  const verdict = `${graphics.name}/${model.id}/${model.sha256}`
  const known = insists ? null : await recall(verdict)
  if (known) return known
  let tried: Engine | null = null
  try {
    tried = await onGraphics(model, graphics)
    const { side } = model.input
    const { data } = await compute(tried, { data: probe(side), shape: [1, 3, side, side] })
    if (agrees(summary(data, side), golden[model.id])) return tried
    await tried.session.release()
    return await remember(verdict, 'The graphics processor got the test picture wrong')
  } catch (error) {
    await tried?.session.release().catch(() => {})
    if (String(error).includes('fault:')) throw error
    return await remember(verdict, 'The graphics processor could not run the model')
  }
}

async function compute({ ort, session, model, lost }: Engine, { data, shape }: Tensor): Promise<Tensor> {
  const { side } = model.input
  if (data.length !== 3 * side * side) throw new RangeError(`${model.id} takes 3 x ${side} x ${side} values, not ${shape.join(' x ')}`)
  const input = new ort.Tensor('float32', data, [1, 3, side, side])
  const results = await Promise.race([session.run({ [model.input.name]: input }, [model.output.name]), lost])
  const output = results[model.output.name] as TypedTensor<'float32'>
  return { data: output.data as Float32Array<ArrayBuffer>, shape: output.dims }
}

const worker: Omit<ModelWorker, 'start'> & Starts = {
  /**
   * Makes the engine ready for `model`; nothing happens when it is. Loads what is not on this device yet. Throws the
   * faults of `loadPart` and `readPart`, and what the runtime throws when memory is short.
   */
  start: ({ model: id, choice, threads }) =>
    inTurn(async () => {
      const wish = `${id} ${choice} ${threads}`
      if (engine?.wish === wish) return engine.report
      const old = engine
      engine = null
      await old?.session.release()
      const model = modelOf(id)
      const graphics = await findGraphics(choice)
      const tried = graphics.refused ?? (await tryGraphics(model, graphics, choice === 'webgpu'))
      const ready = typeof tried === 'string' ? await onProcessor(model, threads, tried) : tried
      engine = { ...ready, wish }
      return ready.report
    }),

  /** Runs the started model. `heapBytes` only grows: end this worker before it does harm. */
  run: (input) =>
    inTurn(async () => {
      if (!engine) throw new Error('no model is started, or the graphics processor was lost')
      const output = await compute(engine, input)
      return Comlink.transfer({ output, heapBytes: heapBytes() }, [output.data.buffer])
    }),
}

Comlink.expose(worker)
