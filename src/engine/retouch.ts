import { changeOf, nothingLeft } from '../core/doc'
import type { Photo } from '../core/project'
import { cutOut } from './cutout'
import type { Workshop } from './make'

/** Edits that come this soon after each other are taken together. */
const REST_MS = 600

interface Desk {
  /** The photo as it is now; undefined when it was removed. */
  now(id: string): Photo | undefined
  show(photo: Photo): void
  /** A photo could not be stored. */
  full(photo: Photo, error: unknown): void
}

/**
 * Photos that are done and stay so while their cutout is mended: the screen makes its own picture, and what is kept of
 * the photo (its small picture, its facts) follows here when the edits have come to rest. No network is asked.
 */
export class Retouch {
  #shop: Workshop
  #desk: Desk
  #open = new Map<string, { readonly clock: ReturnType<typeof setTimeout>; readonly hand: AbortController }>()

  constructor(shop: Workshop, desk: Desk) {
    this.#shop = shop
    this.#desk = desk
  }

  /** Whether something is still to be made for this photo. */
  has(id: string): boolean {
    return this.#open.has(id)
  }

  soon(id: string) {
    this.drop(id)
    const hand = new AbortController()
    const clock = setTimeout(() => void this.#work(id, hand.signal), REST_MS)
    this.#open.set(id, { clock, hand })
  }

  drop(id: string) {
    const open = this.#open.get(id)
    if (!open) return
    clearTimeout(open.clock)
    open.hand.abort()
    this.#open.delete(id)
  }

  async #work(id: string, signal: AbortSignal) {
    const photo = this.#desk.now(id)
    if (!photo) return this.drop(id)
    try {
      const { photo: made, results } = await cutOut(this.#shop, photo, { signal, asked() {}, answered() {}, known() {} })
      const latest = this.#desk.now(id)
      if (signal.aborted || !latest || changeOf(latest.doc, photo.doc) !== 'words') return
      const { state } = made
      const empty = state.at === 'failed' && state.fault.code === 'no-product'
      const after: Photo = {
        ...latest,
        thumb: made.thumb,
        matte: made.matte,
        state: empty ? { at: 'failed', fault: nothingLeft } : state,
      }
      this.#open.delete(id)
      await this.#shop.keeping.keepOutcome(after, results)
      if (!signal.aborted) this.#desk.show(after)
    } catch (error) {
      if (signal.aborted) return
      this.drop(id)
      this.#desk.full(photo, error)
    }
  }
}
