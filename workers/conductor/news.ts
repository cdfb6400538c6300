import type { News } from '../../src/core/client'
import type { Photo } from '../../src/core/project'

/**
 * The screens get at most 10 news a second, so that a batch never keeps the page busy; what somebody may be waiting for,
 * a photo's end, does not wait behind its own progress, but at most 10 times a second either.
 */
const PAUSE_MS = 100

/** Gathers what changed and tells it in one piece. */
export class NewsDesk {
  #hear: ((news: News) => void) | null = null
  #photos = new Map<string, Photo>()
  #removed = new Set<string>()
  #rest: News = {}
  #told = 0
  #ended = 0
  #clock: ReturnType<typeof setTimeout> | null = null

  listen(hear: (news: News) => void) {
    this.#hear = hear
  }

  photo(photo: Photo) {
    this.#photos.set(photo.id, photo)
    this.#removed.delete(photo.id)
    const now = performance.now()
    const ended = photo.state.at === 'done' || photo.state.at === 'failed'
    if (!ended || now - this.#ended < PAUSE_MS) return this.#soon()
    this.#ended = now
    this.flush()
  }

  removed(ids: readonly string[]) {
    for (const id of ids) {
      this.#photos.delete(id)
      this.#removed.add(id)
    }
    this.#soon()
  }

  tell(news: News) {
    // Each notice is to be read, so it does not wait to be replaced by the next one.
    if (news.notice || news.opened) this.flush()
    this.#rest = { ...this.#rest, ...news }
    if (news.notice || news.opened) this.flush()
    else this.#soon()
  }

  flush() {
    if (this.#clock) clearTimeout(this.#clock)
    this.#clock = null
    this.#told = performance.now()
    const news: News = {
      ...this.#rest,
      ...(this.#photos.size ? { photos: [...this.#photos.values()] } : {}),
      ...(this.#removed.size ? { removed: [...this.#removed] } : {}),
    }
    this.#rest = {}
    this.#photos.clear()
    this.#removed.clear()
    if (Object.keys(news).length) this.#hear?.(news)
  }

  /** At once after a quiet moment, else when the pause is over. */
  #soon() {
    this.#clock ??= setTimeout(() => this.flush(), Math.max(0, this.#told + PAUSE_MS - performance.now()))
  }
}
