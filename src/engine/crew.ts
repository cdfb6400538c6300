import * as Comlink from 'comlink'
import { FaultError } from '../core/fault'
import type { JobNews, Pixels, Services } from './contract'
import type { Job } from './plan'

/** A job without any news for this long, while it is not waiting for the model, is given up. */
const PATIENCE_MS = 60_000
/** Decoders' and codecs' WebAssembly memory never shrinks, so a worker is replaced after so many jobs. */
const JOBS_PER_WORKER = 40

interface Seat {
  readonly worker: Worker
  readonly api: Comlink.Remote<Pixels>
  jobs: number
  end: ((reason: unknown) => void) | null
}

/** The pixel workers: each runs one job at a time; cancelling a job ends its worker, which holds nothing. */
export class Crew {
  #spawn: () => Worker
  #services: Services
  #size: number
  #idle: Seat[] = []
  #busy = new Set<Seat>()
  #waiting: { urgent: boolean; go: () => void }[] = []

  constructor(spawn: () => Worker, services: Services, size: number) {
    this.#spawn = spawn
    this.#services = services
    this.#size = size
  }

  /**
   * Runs a job and tells its news. Urgent jobs (somebody is looking) go before the batch's. Rejects with the runner's
   * fault, with `took-too-long`, with a plain error when the worker died, or with the signal's reason.
   */
  async run(job: Job, hear: (news: JobNews) => void, options: { signal?: AbortSignal; urgent?: boolean } = {}): Promise<void> {
    if (job.wants.length === 0) return
    const { signal, urgent = false } = options
    await this.#turn(urgent)
    try {
      signal?.throwIfAborted()
    } catch (reason) {
      this.#next()
      throw reason
    }
    const seat = this.#idle.pop() ?? this.#open()
    this.#busy.add(seat)
    let clock: ReturnType<typeof setTimeout> | undefined
    try {
      await new Promise<void>((resolve, reject) => {
        seat.end = reject
        seat.worker.onerror = (event) => reject(new Error(`a pixel worker died: ${event.message || 'out of memory'}`))
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
        const wind = (waitingForModel: boolean) => {
          clearTimeout(clock)
          if (!waitingForModel) clock = setTimeout(() => reject(tookTooLong()), PATIENCE_MS)
        }
        wind(false)
        const tell = (news: JobNews) => {
          wind(news.kind === 'progress' && news.op === 'matte')
          hear(news)
        }
        seat.api.run(job, Comlink.proxy(tell)).then(resolve, reject)
      })
      seat.jobs++
      this.#busy.delete(seat)
      if (seat.jobs >= JOBS_PER_WORKER) seat.worker.terminate()
      else this.#idle.push(seat)
    } catch (error) {
      this.#busy.delete(seat)
      seat.worker.terminate()
      throw error
    } finally {
      clearTimeout(clock)
      seat.end = null
      this.#next()
    }
  }

  /** Ends the workers that have nothing to do: what they have read must not outlive its deletion. */
  rest() {
    for (const seat of this.#idle.splice(0)) seat.worker.terminate()
  }

  #running = 0

  #turn(urgent: boolean): Promise<void> {
    if (this.#running < this.#size) {
      this.#running++
      return Promise.resolve()
    }
    return new Promise((go) => {
      const place = urgent ? this.#waiting.findIndex((other) => !other.urgent) : -1
      this.#waiting.splice(place < 0 ? this.#waiting.length : place, 0, { urgent, go })
    })
  }

  #next() {
    const next = this.#waiting.shift()
    if (next) next.go()
    else this.#running--
  }

  #open(): Seat {
    const worker = this.#spawn()
    const api = Comlink.wrap<Pixels>(worker)
    const { port1, port2 } = new MessageChannel()
    Comlink.expose(this.#services, port1)
    void api.connect(Comlink.transfer(port2, [port2]))
    return { worker, api, jobs: 0, end: null }
  }
}

function tookTooLong() {
  return new FaultError({
    code: 'took-too-long',
    sentence: `Opening this photo took more than ${PATIENCE_MS / 1000} seconds, so it was given up.`,
    remedy: 'Save it as an ordinary JPEG of less than 50 megapixels and add it again.',
    retry: true,
  })
}
