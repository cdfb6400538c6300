import * as Comlink from 'comlink'
import { FaultError } from '../core/fault'
import type { JobNews, Pixels, Services } from './contract'
import type { Job } from './plan'

/** A job without any news for this long, while it is not waiting for the model, is given up. */
const PATIENCE_MS = 60_000
/** A live job that was cancelled has this long to end by itself: ending its worker would cost all that it remembers. */
const GRACE_MS = 1000
/** Decoders' and codecs' WebAssembly memory never shrinks, so a worker is replaced after so many photos. */
const PHOTOS_PER_WORKER = 40

interface Seat {
  readonly worker: Worker
  readonly api: Comlink.Remote<Pixels>
  /** Photos that it decoded. */
  photos: number
  /** It is not to be used again. */
  spent: boolean
}

type Hear = (news: JobNews) => void | Promise<void>

interface RunOptions {
  readonly signal?: AbortSignal
  readonly urgent?: boolean
}

/**
 * The pixel workers: each runs one job at a time. One of them, the easel, draws what somebody is looking at and remembers
 * its last values, so that the next picture of the same photo is only what is new in it; a job that is cancelled there is
 * asked to stop. The others hold nothing: cancelling a job ends its worker.
 */
export class Crew {
  #spawn: () => Worker
  #services: Services
  #size: number
  #running = 0
  #idle: Seat[] = []
  #busy = new Set<Seat>()
  #waiting: { urgent: boolean; go: () => void }[] = []
  #easel: Seat | null = null
  /** `long`: the easel waits for the network, or shows a picture in the making. */
  #drawing: 'nothing' | 'picture' | 'long' = 'nothing'
  /** Urgent jobs that wait for the easel; told whether it is theirs. */
  #queue: ((mine: boolean) => void)[] = []

  /** `size` workers at most, the easel being one of them; and one more while urgent jobs would else wait for the batch. */
  constructor(spawn: () => Worker, services: Services, size: number) {
    this.#spawn = spawn
    this.#services = services
    this.#size = size - 1
  }

  /**
   * Runs a job and tells its news. Urgent jobs (somebody is looking) go to the easel, one after the other, or before the
   * batch's where what the easel does takes long. Rejects with the runner's fault, with `took-too-long`, with a plain
   * error when the worker died, or with the signal's reason; nothing is heard after that was aborted.
   */
  async run(job: Job, hear: Hear, options: RunOptions = {}): Promise<void> {
    if (job.wants.length === 0) return
    const { urgent = false, signal } = options
    if (urgent && (await this.#mine())) return await this.#draw(job, hear, signal)
    await this.#turn(urgent)
    try {
      signal?.throwIfAborted()
      const seat = this.#idle.pop() ?? this.#open()
      await this.#work(seat, job, hear, signal, false).catch((error: unknown) => {
        seat.worker.terminate()
        throw error
      })
      if (seat.spent || this.#running > this.#size) seat.worker.terminate()
      else this.#idle.push(seat)
    } finally {
      this.#next()
    }
  }

  /** Ends the workers: what they have read must not outlive its deletion. Those at work end with their job. */
  rest() {
    for (const seat of this.#busy) seat.spent = true
    for (const seat of this.#idle.splice(0)) seat.worker.terminate()
    if (this.#easel && !this.#busy.has(this.#easel)) {
      this.#easel.worker.terminate()
      this.#easel = null
    }
  }

  async #draw(job: Job, hear: Hear, signal: AbortSignal | undefined): Promise<void> {
    const watched = (news: JobNews) => {
      if (news.kind === 'network') this.#drawing = news.asked ? 'long' : 'picture'
      if (news.kind === 'shown') this.#drawing = 'long'
      // The network takes seconds, and so does what is shown in the making: nothing else that somebody looks at shall wait for them.
      if (this.#drawing === 'long') for (const go of this.#queue.splice(0)) go(false)
      return hear(news)
    }
    try {
      signal?.throwIfAborted()
      this.#easel ??= this.#open()
      await this.#work(this.#easel, job, watched, signal, true)
    } finally {
      if (this.#easel?.spent) {
        this.#easel.worker.terminate()
        this.#easel = null
      }
      this.#drawing = 'nothing'
      const go = this.#queue.shift()
      if (go) {
        this.#drawing = 'picture'
        go(true)
      }
    }
  }

  /** Resolves to true when the easel is the caller's, to false when the job had better go elsewhere. */
  #mine(): Promise<boolean> {
    if (this.#drawing === 'picture') return new Promise((go) => void this.#queue.push(go))
    const free = this.#drawing === 'nothing'
    if (free) this.#drawing = 'picture'
    return Promise.resolve(free)
  }

  /** Settles when the worker is free again, or is `spent`. */
  async #work(seat: Seat, job: Job, hear: Hear, signal: AbortSignal | undefined, live: boolean): Promise<void> {
    let clock: ReturnType<typeof setTimeout> | undefined
    let stop = () => {}
    this.#busy.add(seat)
    try {
      await new Promise<void>((resolve, reject) => {
        const giveUp = (error: unknown) => {
          seat.spent = true
          reject(error)
        }
        seat.worker.onerror = (event) => giveUp(new Error(`a pixel worker died: ${event.message || 'out of memory'}`))
        let waitingForModel = false
        const wind = () => {
          clearTimeout(clock)
          if (!waitingForModel) clock = setTimeout(() => giveUp(tookTooLong()), PATIENCE_MS)
        }
        wind()
        stop = () => {
          if (!live) return giveUp(signal?.reason)
          clearTimeout(clock)
          clock = setTimeout(() => giveUp(signal?.reason), GRACE_MS)
          void seat.api.stop()
        }
        signal?.addEventListener('abort', stop)
        const tell: Hear = (news) => {
          if (news.kind === 'step' && news.op === 'decode') seat.photos++
          if (signal?.aborted) return close(news)
          if (news.kind === 'network') waitingForModel = news.asked
          wind()
          return hear(news)
        }
        seat.api.run(job, Comlink.proxy(tell), live).then(
          () => (signal?.aborted ? reject(signal.reason) : resolve()),
          (error: unknown) => {
            if (signal?.aborted) reject(signal.reason)
            // A runner that refused has left its worker as it was; one that broke has not.
            else if (error instanceof Error && error.message.startsWith('fault:')) reject(error)
            else giveUp(error)
          },
        )
      })
      seat.spent ||= seat.photos >= PHOTOS_PER_WORKER
    } finally {
      clearTimeout(clock)
      // The worker's next job must not be stopped in this one's name.
      signal?.removeEventListener('abort', stop)
      this.#busy.delete(seat)
    }
  }

  /** Urgent jobs need not wait for the batch: there is one worker more for them. */
  #room(urgent: boolean): boolean {
    return this.#running < this.#size + (urgent ? 1 : 0)
  }

  #turn(urgent: boolean): Promise<void> {
    if (this.#room(urgent)) {
      this.#running++
      return Promise.resolve()
    }
    return new Promise((go) => {
      const place = urgent ? this.#waiting.findIndex((other) => !other.urgent) : -1
      this.#waiting.splice(place < 0 ? this.#waiting.length : place, 0, { urgent, go })
    })
  }

  #next() {
    this.#running--
    const [next] = this.#waiting
    if (!next || !this.#room(next.urgent)) return
    this.#waiting.shift()
    this.#running++
    next.go()
  }

  #open(): Seat {
    const worker = this.#spawn()
    const api = Comlink.wrap<Pixels>(worker)
    const { port1, port2 } = new MessageChannel()
    Comlink.expose(this.#services, port1)
    void api.connect(Comlink.transfer(port2, [port2]))
    return { worker, api, photos: 0, spent: false }
  }
}

/** A picture that nobody wants any more gives its memory back. */
function close(news: JobNews): void {
  if (news.kind === 'bitmap' || news.kind === 'shown') news.bitmap.close()
}

function tookTooLong() {
  return new FaultError({
    code: 'took-too-long',
    sentence: `Opening this photo took more than ${PATIENCE_MS / 1000} seconds, so it was given up.`,
    remedy: 'Save it as an ordinary JPEG of less than 50 megapixels and add it again.',
    retry: true,
  })
}
