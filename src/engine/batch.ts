import type { Batch as BatchState } from '../core/client'
import { changeOf } from '../core/doc'
import type { Fault } from '../core/fault'
import { isFinished, type Photo, type Project } from '../core/project'
import { stepNames } from '../core/recipe'
import { ops } from '../ops'
import { matteRecipe } from '../studios/cutout/recipes'
import { companionsIn } from '../studios/photography/recipes'
import { cutOut, type Outcome, preview } from './cutout'
import type { Workshop } from './make'
import type { ModelDesk } from './model'
import { Retouch } from './retouch'

/** Two photos in hand: while the network works on one, the next is opened and the last one stored. */
const LANES = 2
/** Attempts before a photo whose worker dies under it is given up. */
const ATTEMPTS = 2

const cancelled: Fault = {
  code: 'cancelled',
  sentence: 'Cancelled before its turn.',
  remedy: 'Choose “Try again” to cut it out after all.',
  retry: true,
}
/** Of a photo whose cutout is there, and whose picture was to be made anew. */
const leftAsItWas: Fault = { ...cancelled, remedy: 'It is cut out; choose “Try again” to make its new picture after all.' }

/** Faults that say something about the studio, not about the photo. */
const ofTheStudio = /^(storage-full|model-.*)$/

function full(photo: Photo, error: unknown): Fault {
  return {
    code: 'storage-full',
    sentence: `“${photo.name}” could not be stored: the browser has no room left (${error instanceof Error ? error.name : String(error)}). The batch is paused; everything stored so far is kept.`,
    remedy: 'Delete a project or clear the cache under “This device”, then resume.',
    retry: true,
  }
}

/** What the screens hear. */
export interface BatchEvents {
  photo(photo: Photo): void
  batch(state: BatchState): void
  notice(fault: Fault): void
}

/** The photos of the projects this tab works on, and the queue that brings them from waiting to done. */
export class Batch {
  readonly photos = new Map<string, Photo>()
  #projects = new Map<string, Project>()
  #shop: Workshop
  #model: Pick<ModelDesk, 'state' | 'usualMs'>
  #events: BatchEvents
  #retouch: Retouch
  #hands = new Map<string, AbortController>()
  #tries = new Map<string, number>()
  #urgent = new Set<string>()
  #previewing: AbortController | null = null
  #pace = 0
  #lastDone = 0
  #clock: ReturnType<typeof setInterval> | null = null
  /** When the network was asked about a photo in hand, and whether it has answered. */
  #phase = new Map<string, { asked: number | null; answered: boolean }>()

  constructor(shop: Workshop, model: Pick<ModelDesk, 'state' | 'usualMs'>, events: BatchEvents) {
    this.#shop = shop
    this.#model = model
    this.#events = events
    this.#retouch = new Retouch(shop, {
      now: (id) => this.photos.get(id),
      show: (photo) => this.#show(photo),
      full: (photo, error) => events.notice(full(photo, error)),
    })
  }

  /** Takes a project's photos over; those that were in hand when the studio was closed wait again. */
  open(project: Project, photos: readonly Photo[]) {
    this.#projects.set(project.id, project)
    for (const photo of photos) {
      if (!this.#hands.has(photo.id))
        this.photos.set(photo.id, photo.state.at === 'working' ? { ...photo, state: { at: 'waiting' } } : photo)
    }
    this.#go()
  }

  /**
   * A photo was added, edited, restored or is to be tried again: its state says what happens next. Urgent ones (the
   * user has it open) go before all others, also while the batch is paused.
   */
  put(photo: Photo, urgent = false) {
    this.#hands.get(photo.id)?.abort()
    this.#hands.delete(photo.id)
    this.#tries.delete(photo.id)
    if (photo.state.at !== 'done') this.#retouch.drop(photo.id)
    if (urgent) this.#urgent.add(photo.id)
    this.#show(photo)
    this.#go()
  }

  /** A photo that is done was mended, which asks nothing of the network: it stays done, and what is kept of it follows. */
  mend(photo: Photo) {
    const before = this.photos.get(photo.id)
    this.#show(photo)
    this.#retouch.soon(photo.id)
    if (!before || changeOf({ ...before.doc, scene: null }, { ...photo.doc, scene: null }) !== 'words') this.#follow(photo.id)
  }

  /** The cutout of a photo has changed: other photos, in whose scenes it stands, get new small pictures. */
  #follow(id: string) {
    for (const other of this.photos.values())
      if (other.id !== id && other.state.at === 'done' && companionsIn(other.doc).includes(id)) this.#retouch.soon(other.id)
  }

  /** The photo as it is to be stored: what is still to be made for it is made when the project is opened again. */
  stored(photo: Photo): Photo {
    return photo.state.at === 'working' || this.#retouch.has(photo.id) ? { ...photo, state: { at: 'waiting' } } : photo
  }

  remove(ids: readonly string[]) {
    const projects = new Set<string>()
    for (const id of ids) {
      this.#hands.get(id)?.abort()
      this.#hands.delete(id)
      this.#retouch.drop(id)
      const photo = this.photos.get(id)
      if (photo) projects.add(photo.project)
      this.photos.delete(id)
    }
    for (const project of projects) this.#tell(project)
    this.#go()
  }

  project(id: string): Project | undefined {
    return this.#projects.get(id)
  }

  changeProject(project: Project) {
    this.#projects.set(project.id, project)
    if (project.paused) {
      for (const [id, hand] of this.#hands) if (this.photos.get(id)?.project === project.id) hand.abort()
    }
    this.#tell(project.id)
    this.#go()
  }

  closeProject(id: string) {
    this.remove([...this.photos.values()].filter((photo) => photo.project === id).map((photo) => photo.id))
    this.#projects.delete(id)
  }

  /** Takes all that waits or is in hand off the queue. Returns the photos that were taken off. */
  cancel(project: string): Photo[] {
    const off = [...this.photos.values()].filter((p) => p.project === project && (p.state.at === 'waiting' || p.state.at === 'working'))
    const ended = off.map((photo): Photo => ({ ...photo, state: { at: 'failed', fault: photo.matte ? leftAsItWas : cancelled } }))
    for (const photo of ended) this.put(photo)
    return ended
  }

  /** How a project stands. */
  state(project: string): BatchState {
    const counts = { total: 0, done: 0, failed: 0, open: 0 }
    for (const photo of this.photos.values()) {
      if (photo.project !== project) continue
      counts.total++
      if (isFinished(photo.state)) counts.done++
      else if (photo.state.at === 'failed') counts.failed++
      else counts.open++
    }
    const paused = this.#projects.get(project)?.paused ?? false
    const running = counts.open > 0 && !paused
    const secondsLeft = running && this.#pace > 0 ? Math.ceil((counts.open * this.#pace) / 1000) : null
    return { project, total: counts.total, done: counts.done, failed: counts.failed, running, paused, secondsLeft }
  }

  #show(photo: Photo) {
    this.photos.set(photo.id, photo)
    this.#events.photo(photo)
    this.#tell(photo.project)
  }

  #tell(project: string) {
    this.#events.batch(this.state(project))
  }

  #next(): Photo | null {
    let next: Photo | null = null
    for (const photo of this.photos.values()) {
      if (photo.state.at !== 'waiting' || !photo.file || this.#hands.has(photo.id)) continue
      if (this.#urgent.has(photo.id)) return photo
      if (this.#projects.get(photo.project)?.paused !== false) continue
      if (!next || photo.order < next.order) next = photo
    }
    return next
  }

  #go() {
    while (this.#hands.size < LANES) {
      const photo = this.#next()
      if (!photo) break
      void this.#work(photo)
    }
    if (this.#hands.size === 0) {
      this.#lastDone = 0
      if (this.#clock) clearInterval(this.#clock)
      this.#clock = null
    } else this.#clock ??= setInterval(() => this.#tick(), 400)
    if (!this.#previewing) void this.#previews()
  }

  async #work(photo: Photo) {
    const hand = new AbortController()
    this.#hands.set(photo.id, hand)
    if (this.#lastDone === 0) this.#lastDone = performance.now()
    this.#phase.set(photo.id, { asked: null, answered: false })
    this.#show({ ...photo, state: { at: 'working', share: 0, doing: 'Opening' } })
    try {
      const outcome = await cutOut(this.#shop, photo, {
        signal: hand.signal,
        asked: () => {
          const phase = this.#phase.get(photo.id)
          if (phase) phase.asked ??= performance.now()
        },
        answered: () => {
          const phase = this.#phase.get(photo.id)
          if (phase) phase.answered = true
        },
        known: (known) => {
          const current = this.photos.get(photo.id)
          if (current && !hand.signal.aborted) this.#show({ ...current, facts: known.facts, thumb: current.thumb ?? known.thumb })
        },
      })
      if (hand.signal.aborted) return
      await this.#settle(photo, outcome, hand.signal)
    } catch (error) {
      if (!hand.signal.aborted) throw error
      const current = this.photos.get(photo.id)
      if (current?.state.at === 'working') this.#show({ ...current, state: { at: 'waiting' } })
    } finally {
      this.#phase.delete(photo.id)
      if (this.#hands.get(photo.id) === hand) this.#hands.delete(photo.id)
      this.#go()
    }
  }

  async #settle(photo: Photo, outcome: Outcome, signal: AbortSignal) {
    const { state } = outcome.photo
    if (state.at === 'failed' && (state.fault.code === 'unexpected' || state.fault.code === 'took-too-long')) {
      const tries = (this.#tries.get(photo.id) ?? 0) + 1
      this.#tries.set(photo.id, tries)
      if (tries < ATTEMPTS) {
        this.#show({ ...photo, state: { at: 'waiting' } })
        return
      }
    }
    if (state.at === 'failed' && ofTheStudio.test(state.fault.code)) {
      this.#hold(photo, state.fault)
      return
    }
    try {
      await this.#shop.keeping.keepOutcome(outcome.photo, outcome.results)
    } catch (error) {
      this.#hold(photo, full(photo, error))
      return
    }
    if (signal.aborted) return // removed or edited while it was being stored
    if (outcome.matte && photo.file) {
      const body = {
        project: photo.project,
        photo: photo.id,
        in: photo.file,
        out: outcome.matte,
        steps: stepNames(matteRecipe(photo.doc)),
        ...(photo.doc.matte === null ? this.#network(photo) : { matte: photo.doc.matte }),
      }
      await this.#shop.keeping.write([{ did: 'cut-out', body }])
    }
    const now = performance.now()
    this.#pace = this.#pace === 0 ? now - this.#lastDone : this.#pace * 0.75 + (now - this.#lastDone) * 0.25
    this.#lastDone = now
    this.#urgent.delete(photo.id)
    this.#show(outcome.photo)
    if (outcome.photo.state.at === 'done') this.#follow(photo.id)
  }

  /** What the ledger says of the network that cut a photo out. */
  #network({ doc }: Photo) {
    const { params } = matteRecipe(doc).steps.at(-1) ?? { params: {} }
    const { model } = ops.matte.params.parse(params)
    return { model: doc.cutout, params, weights: this.#shop.modelSha(model), engine: this.#model.state.using }
  }

  /** What fails for want of room or of the model would fail for every photo: the batch pauses, and nothing stored is touched. */
  #hold(photo: Photo, notice: Fault) {
    this.#urgent.delete(photo.id)
    this.#show({ ...photo, state: { at: 'waiting' } })
    const project = this.#projects.get(photo.project)
    if (!project || project.paused) return
    this.#projects.set(project.id, { ...project, paused: true })
    this.#tell(photo.project)
    this.#events.notice(notice)
  }

  async #previews() {
    this.#previewing = new AbortController()
    const { signal } = this.#previewing
    for (;;) {
      const photo = [...this.photos.values()].find(
        (p) => p.state.at === 'waiting' && p.file && !p.facts && !this.#hands.has(p.id) && !this.#tries.has(p.id),
      )
      if (!photo) break
      const outcome = await preview(this.#shop, photo, signal)
      const current = this.photos.get(photo.id)
      // Its turn may have come meanwhile; then the batch's own result is the newer one.
      if (current?.state.at !== 'waiting') continue
      if (outcome.photo.state.at === 'failed' && outcome.photo.state.fault.code === 'unexpected') {
        this.#tries.set(photo.id, 0)
        continue
      }
      try {
        await this.#shop.keeping.keepOutcome(
          { ...current, facts: outcome.photo.facts, thumb: outcome.photo.thumb, state: outcome.photo.state },
          outcome.results,
        )
      } catch (error) {
        this.#hold(current, full(current, error))
        break
      }
      const latest = this.photos.get(photo.id)
      if (latest?.state.at === 'waiting')
        this.#show({ ...latest, facts: outcome.photo.facts, thumb: outcome.photo.thumb, state: outcome.photo.state })
    }
    this.#previewing = null
  }

  #tick() {
    for (const [id, phase] of this.#phase) {
      const photo = this.photos.get(id)
      if (photo?.state.at !== 'working') continue
      // The network itself tells nothing until it is done: what it usually takes, for it and the photo before it, stands in.
      const usual = (this.#model.usualMs || 8000) * LANES
      const waited = phase.asked === null ? 0 : Math.min(0.97, (performance.now() - phase.asked) / usual)
      const share = phase.answered ? 0.96 : phase.asked === null ? 0.03 : 0.06 + 0.88 * waited
      const doing = phase.answered ? 'Storing' : phase.asked === null ? 'Opening' : 'Cutting out'
      if (Math.abs(share - photo.state.share) > 0.005)
        this.#show({ ...photo, state: { at: 'working', share: Math.max(share, photo.state.share), doing } })
    }
  }
}
