import * as Comlink from 'comlink'
import { type Fault, FaultError } from '../../src/core/fault'
import type { CredentialsWorker } from '../credentials'

/** A worker that says nothing for this long while it signs has died: one that runs out of memory raises no event. */
const PATIENCE_MS = 60_000
/** WebAssembly memory never shrinks: the worker goes when nobody needed it for this long. */
const REST_MS = 60_000

const died: Fault = {
  code: 'not-signed',
  sentence: 'Working on the Content Credentials took all the memory or time that a browser has for it here, so it was ended.',
  remedy: 'Close other tabs and try again, or export without Content Credentials.',
  retry: true,
}

interface Seat {
  readonly worker: Worker
  readonly api: Comlink.Remote<CredentialsWorker>
  /** Rejects when the worker dies or is ended; never resolves. */
  readonly gone: Promise<never>
}

/** The worker that signs and reads credentials: started when needed, ended when it has rested or does not answer. */
export class CredentialsBench {
  #seat: Seat | null = null
  #leave: (why: unknown) => void = () => {}
  #clock: ReturnType<typeof setTimeout> | undefined

  /** What the worker answers. Throws its fault, or `not-signed` when it died. */
  async ask<T>(work: (api: Comlink.Remote<CredentialsWorker>) => Promise<T>): Promise<T> {
    clearTimeout(this.#clock)
    this.#seat ??= this.#open()
    const { api, gone } = this.#seat
    let patience: ReturnType<typeof setTimeout> | undefined
    const silence = new Promise<never>((_, reject) => {
      patience = setTimeout(() => reject(new FaultError(died)), PATIENCE_MS)
    })
    try {
      return await Promise.race([work(api), gone, silence])
    } catch (error) {
      // What the worker refused itself comes as a plain error.
      if (error instanceof FaultError) this.rest()
      throw error
    } finally {
      clearTimeout(patience)
      clearTimeout(this.#clock)
      this.#clock = setTimeout(() => this.rest(), REST_MS)
    }
  }

  /** Ends the worker; what it was at fails. */
  rest(): void {
    clearTimeout(this.#clock)
    this.#seat?.worker.terminate()
    this.#seat = null
    this.#leave(new FaultError(died))
  }

  #open(): Seat {
    const worker = new Worker(new URL('../credentials.ts', import.meta.url), { type: 'module', name: 'vitrine-credentials' })
    const gone = new Promise<never>((_, reject) => {
      this.#leave = reject
      worker.onerror = () => reject(new FaultError(died))
    })
    gone.catch(() => {})
    return { worker, api: Comlink.wrap<CredentialsWorker>(worker), gone }
  }
}
