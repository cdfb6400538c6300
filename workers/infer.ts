import './trusted-types'
import * as Comlink from 'comlink'
import type { InferenceSession } from 'onnxruntime-web'
import { modelOf } from '../models'
import golden from '../models/isnet/golden.json'
import { agrees, probe, summary } from '../models/probe'
import type { EngineChoice } from '../src/core/client'
import { fail } from '../src/core/fault'
import { sha256 } from '../src/core/ledger'
import type { Network } from '../src/core/network'
import { isOwn } from '../src/core/own'
import type { Tensor } from '../src/core/recipe'
import type { Checked, ModelWorker } from '../src/engine/model'
import { openDatabase } from '../src/store/database'
import { readNetwork, readNetworkFile } from '../src/store/networks'
import { findGraphics, type Graphics } from './graphics'
import { heapBytes, watchHeap } from './heap'
import { readNothing, refusal, unreadable } from './refusal'
import { bytesOf, compute, graphicsProcessor, openSession, processor, type Runtime, sigmoid } from './runtime'
import { tryOut } from './trial'
import { recall, remember } from './verdict'

interface Starts {
  start(wish: { model: string; choice: EngineChoice; threads?: number }): Promise<Engine['report']>
}
interface Source {
  readonly network: Network
  bytes(): Promise<ArrayBuffer>
  /** The answer to the test picture that every engine has to give. */
  readonly golden: readonly number[]
}
interface Engine {
  readonly network: Network
  readonly runtime: Runtime
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

/** A network of the catalogue, or one of the seller's own. Throws for a name that means neither, `network-gone` for one that is not here. */
async function sourceOf(id: string): Promise<Source> {
  if (!isOwn(id)) {
    const model = modelOf(id)
    return { network: model, bytes: () => bytesOf(model.part), golden: golden[model.id] }
  }
  const db = await openDatabase()
  const { network, golden: known } = await readNetwork(db, id)
  return { network, bytes: async () => (await readNetworkFile(db, id)).arrayBuffer(), golden: known }
}

async function onProcessor({ network, bytes }: Source, wished: number | undefined, reason: string): Promise<Engine> {
  const runtime = await processor(wished)
  const session = await openSession(runtime, await bytes(), network.free)
  const on = runtime.threads === 1 ? 'on one thread' : `on ${runtime.threads} threads`
  const why = `${reason}, so the processor does the work, ${on}.`
  return { network, runtime, session, report: { using: 'wasm', threads: runtime.threads, why }, lost: forEver }
}

async function onGraphics({ network, bytes }: Source, { name }: Graphics): Promise<Engine> {
  const runtime = await graphicsProcessor()
  const session = await openSession(runtime, await bytes(), network.free)
  const device = (await runtime.ort.env.webgpu.device) as GPUDevice
  const lost = device.lost.then(({ message }): never => {
    engine = null
    throw new Error(`the graphics processor was lost: ${message}`)
  })
  lost.catch(() => {})
  const why = `The graphics processor${name ? ` (${name})` : ''} does the work; it solved the test picture.`
  return { network, runtime, session, report: { using: 'webgpu', threads: 1, why }, lost }
}

/** The graphics processor if it can be trusted with this network, else the reason why not. */
async function tryGraphics(source: Source, graphics: Graphics, insists: boolean): Promise<Engine | string> {
  const { id, sha256, input } = source.network
  const verdict = `${graphics.name}/${id}/${sha256}`
  const known = insists ? null : await recall(verdict)
  if (known) return known
  let tried: Engine | null = null
  try {
    tried = await onGraphics(source, graphics)
    const { data } = await answer(tried, { data: probe(input), shape: [1, 3, input.side, input.side] })
    if (agrees(summary(data, input.side), source.golden)) return tried
    await tried.session.release()
    return await remember(verdict, 'The graphics processor got the test picture wrong')
  } catch (error) {
    await tried?.session.release().catch(() => {})
    if (String(error).includes('fault:')) throw error
    return await remember(verdict, 'The graphics processor could not run the model')
  }
}

async function answer({ network, runtime, session, lost }: Engine, { data, shape }: Tensor): Promise<Tensor> {
  const { input, output } = network
  const { side } = input
  if (data.length !== 3 * side * side) throw new RangeError(`${network.id} takes 3 x ${side} x ${side} values, not ${shape.join(' x ')}`)
  const planes = { data, shape: [1, 3, side, side] }
  const [found] = await Promise.race([compute(runtime, session, input, planes, [output.name]), lost])
  const matte = found as Tensor
  if (output.sigmoid) sigmoid(matte.data)
  return matte
}

/** One engine's trial of a file that may be no network at all; what the runtime says becomes a sentence. */
async function trialOn(wake: Promise<Runtime>, bytes: ArrayBuffer): Promise<Omit<Checked, 'bytes'>> {
  const runtime = await wake
  const session = await openSession(runtime, bytes, {}).catch((error: unknown) => {
    throw readNothing(error) ? unreadable(new Uint8Array(bytes)) : refusal(error)
  })
  try {
    const { network, ...rest } = await tryOut(runtime, session).catch((error: unknown) => Promise.reject(refusal(error)))
    const hash = await sha256(bytes)
    return { network: { id: `own:${hash}`, sha256: hash, ...network }, ...rest }
  } finally {
    await session.release().catch(() => {})
  }
}

async function read(file: Blob): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer()
  } catch (error) {
    if (error instanceof RangeError) throw refusal(error)
    return fail('unreadable', 'The file could not be read from where it is.', 'Copy it onto this computer and open it from there.', true)
  }
}

/** With these words about the graphics processor, the processor may still do better: it has more memory, or more operators. */
const ofTheEngine = /network-(memory|operators|stopped|finds-nothing)|^(?!fault:)/

const worker: Omit<ModelWorker, 'start'> & Starts = {
  /**
   * Makes the engine ready for `model`; nothing happens when it is. Loads what is not on this device yet. Throws the
   * faults of `loadPart` and `readPart`, those of `refusal` for a network of the seller's own, and what the runtime
   * throws when memory is short.
   */
  start: ({ model: id, choice, threads }) =>
    inTurn(async () => {
      const wish = `${id} ${choice} ${threads}`
      if (engine?.wish === wish) return engine.report
      const old = engine
      engine = null
      await old?.session.release()
      const source = await sourceOf(id)
      const graphics = await findGraphics(choice)
      const tried = graphics.refused ?? (await tryGraphics(source, graphics, choice === 'webgpu'))
      const ready =
        typeof tried === 'string'
          ? await onProcessor(source, threads, tried).catch((error: unknown) => Promise.reject(isOwn(id) ? refusal(error) : error))
          : tried
      engine = { ...ready, wish }
      return ready.report
    }),

  /** Runs the started model. `heapBytes` only grows: end this worker before it does harm. */
  run: (input) =>
    inTurn(async () => {
      if (!engine) throw new Error('no model is started, or the graphics processor was lost')
      const { network, report } = engine
      const output = await answer(engine, input).catch((error: unknown) =>
        // Of the graphics processor's failures the desk makes a second try on the processor.
        Promise.reject(isOwn(network.id) && report.using === 'wasm' ? refusal(error) : error),
      )
      return Comlink.transfer({ output, heapBytes: heapBytes() }, [output.data.buffer])
    }),

  check: ({ file, choice }) =>
    inTurn(async () => {
      const bytes = await read(file)
      const graphics = await findGraphics(choice)
      if (graphics.refused === null) {
        try {
          return { ...(await trialOn(graphicsProcessor(), bytes)), bytes: bytes.byteLength }
        } catch (error) {
          if (!ofTheEngine.test(error instanceof Error ? error.message : String(error))) throw error
        }
      }
      return { ...(await trialOn(processor(), bytes)), bytes: bytes.byteLength }
    }),
}

Comlink.expose(worker)
