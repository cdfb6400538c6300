import type { Network } from '../core/network'
import type { Hash, Key, Tensor, Value } from '../core/recipe'
import type { Job } from './plan'

/** What a pixel worker asks of the conductor. */
export interface Services {
  network(model: string): Promise<Network>
  infer(model: string, input: Tensor): Promise<Tensor>
  /** Stored bytes of a project, opened: only the conductor has the keys. */
  original(project: string, hash: Hash): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }>
  /** Resolves when the part is on this device. */
  ensurePart(id: string): Promise<void>
}

/** What the conductor hears while a job runs. `bitmap` stands for an image that goes to the screen. */
export type JobNews =
  | { readonly kind: 'value'; readonly key: Key; readonly value: Value }
  | { readonly kind: 'bitmap'; readonly key: Key; readonly bitmap: ImageBitmap }
  /** The picture as it is by now, `share` (0 to 1) of the way. */
  | { readonly kind: 'shown'; readonly bitmap: ImageBitmap; readonly share: number }
  /** A step begins. */
  | { readonly kind: 'step'; readonly op: string }
  /** A step has asked the network, or has its answer. */
  | { readonly kind: 'network'; readonly asked: boolean }
  /** A step is still at work. */
  | { readonly kind: 'alive' }

/** What a pixel worker answers to; see `workers/pixels.ts`. */
export interface Pixels {
  connect(port: MessagePort): void
  /**
   * `live`: somebody is looking, so what was made for the last picture is kept for the next one, and unfinished ones are shown. A
   * picture that is shown is waited for until `tell` has done with it.
   */
  run(job: Job, tell: (news: JobNews) => void | Promise<void>, live: boolean): Promise<void>
  /** Aborts the run in progress, which then rejects, soon. Does nothing when none is. */
  stop(): void
}
