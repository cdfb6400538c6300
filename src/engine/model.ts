import * as Comlink from 'comlink'
import type { EngineChoice, EngineState } from '../core/client'
import { type Fault, FaultError } from '../core/fault'
import type { Network } from '../core/network'
import type { Tensor } from '../core/recipe'

/** A network of the seller's that solved the test picture. */
export interface Checked {
  readonly network: Network
  /** Intersection over union with the test picture's truth, 0 to 1. */
  readonly agreement: number
  /** Its answer to the test picture, see `models/probe.ts`. */
  readonly golden: readonly number[]
  readonly bytes: number
}

/** What the disposable model worker answers to; see `workers/infer.ts`. */
export interface ModelWorker {
  start(wish: { model: string; choice: EngineChoice }): Promise<{ using: 'webgpu' | 'wasm'; threads: number; why: string }>
  run(input: Tensor): Promise<{ output: Tensor; heapBytes: number }>
  /** Finds out whether and how a file can be used as a network, see `workers/trial.ts`. Throws a fault that says why not. */
  check(wish: { file: Blob; choice: EngineChoice }): Promise<Checked>
}

/** WebAssembly memory only grows, and some browsers die after some 500 runs: a fresh worker costs one session start. */
const RUNS_PER_WORKER = 200
const HEAP_LIMIT = 2.5e9
/** A run that takes this long (or 10 times the usual) has died without a word: an out-of-memory worker raises no event. */
const PATIENCE_MS = 180_000
/** A check opens a network, perhaps on two engines, and runs it a few times. */
const CHECK_PATIENCE_MS = 600_000

const tooMuch: Fault = {
  code: 'network-memory',
  sentence: 'The network took all the memory or time that a browser has for it here, so it was ended.',
  remedy: 'Close other tabs and try again, or choose a smaller one (a “lite” or half-precision version).',
  retry: true,
}

/** The one model worker: one session, one run at a time, restarted when it dies, recycled before its memory does harm. */
export class ModelDesk {
  #spawn: () => Worker
  #changed: (state: EngineState) => void
  #worker: Worker | null = null
  #api: Comlink.Remote<ModelWorker> | null = null
  #queue: Promise<unknown> = Promise.resolve()
  #runs = 0
  #usual = 0
  #started: string | null = null
  state: EngineState = { choice: 'auto', using: null, threads: 0, why: 'Starts with the first photo.' }

  constructor(spawn: () => Worker, changed: (state: EngineState) => void) {
    this.#spawn = spawn
    this.#changed = changed
  }

  /** Milliseconds that a run usually takes here; 0 before the first. */
  get usualMs(): number {
    return this.#usual
  }

  choose(choice: EngineChoice) {
    this.#set({ ...this.state, choice })
    this.#started = null
  }

  /** Runs `model`, after all runs asked for before. A worker that dies is replaced once, then the fault is thrown. */
  infer(model: string, input: Tensor): Promise<Tensor> {
    const run = this.#queue.then(() => this.#attempt(model, input))
    this.#queue = run.catch(() => {})
    return run
  }

  /**
   * Checks a file in a worker of its own, after all runs asked for before, when nothing else takes memory: one that takes
   * too much, or never ends, ends that worker and nothing else. Throws the worker's fault, or `network-memory` when it died.
   */
  check(file: Blob): Promise<Checked> {
    const check = this.#queue.then(async () => {
      this.end()
      const worker = this.#spawn()
      let clock: ReturnType<typeof setTimeout> | undefined
      const died = new Promise<never>((_, reject) => {
        worker.onerror = () => reject(new FaultError(tooMuch))
        clock = setTimeout(() => reject(new FaultError(tooMuch)), CHECK_PATIENCE_MS)
      })
      try {
        return await Promise.race([Comlink.wrap<ModelWorker>(worker).check({ file, choice: this.state.choice }), died])
      } finally {
        clearTimeout(clock)
        worker.terminate()
      }
    })
    this.#queue = check.catch(() => {})
    return check
  }

  async #attempt(model: string, input: Tensor): Promise<Tensor> {
    const spare: Tensor = { data: input.data.slice(), shape: input.shape }
    try {
      return await this.#once(model, input)
    } catch (error) {
      if (String(error).includes('fault:')) throw error
      this.end()
      if (this.state.using === 'webgpu') {
        this.choose('wasm')
        this.#set({ ...this.state, why: 'The graphics processor stopped, so the processor does the work.' })
      }
      return await this.#once(model, spare)
    }
  }

  async #once(model: string, input: Tensor): Promise<Tensor> {
    const api = await this.#ready(model)
    const began = performance.now()
    const { output, heapBytes } = await this.#inTime(api.run(Comlink.transfer(input, [input.data.buffer])))
    this.#usual = this.#usual === 0 ? performance.now() - began : this.#usual * 0.7 + (performance.now() - began) * 0.3
    if (++this.#runs >= RUNS_PER_WORKER || heapBytes > HEAP_LIMIT) this.end()
    return output
  }

  async #ready(model: string): Promise<Comlink.Remote<ModelWorker>> {
    if (!this.#api) {
      this.#worker = this.#spawn()
      this.#api = Comlink.wrap<ModelWorker>(this.#worker)
      this.#runs = 0
      this.#started = null
    }
    const wish = `${model} ${this.state.choice}`
    if (this.#started !== wish) {
      const began = await this.#inTime(this.#api.start({ model, choice: this.state.choice }))
      this.#started = wish
      this.#set({ choice: this.state.choice, ...began })
    }
    return this.#api
  }

  /** What ends a call whose worker was ended or has gone silent. */
  #abandon: ((reason: Error) => void) | null = null

  #inTime<T>(call: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const clock = setTimeout(() => reject(new Error('the model worker went silent')), Math.max(PATIENCE_MS, this.#usual * 10))
      const done = () => {
        clearTimeout(clock)
        this.#abandon = null
      }
      this.#abandon = (reason) => {
        done()
        reject(reason)
      }
      if (this.#worker) this.#worker.onerror = (event) => this.#abandon?.(new Error(`the model worker died: ${event.message}`))
      call.then(resolve, reject).finally(done)
    })
  }

  #set(state: EngineState) {
    this.state = state
    this.#changed(state)
  }

  /** Ends the worker; the next run starts a fresh one. A run in progress is abandoned and tried again in the fresh one. */
  end() {
    this.#abandon?.(new Error('the model worker was ended'))
    this.#worker?.terminate()
    this.#worker = null
    this.#api = null
    this.#started = null
  }
}
