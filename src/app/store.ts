import { create } from 'zustand'
import type { Batch, Client, EngineState, News, PartState, VaultState } from '../core/client'
import type { Fault } from '../core/fault'
import type { OwnNetwork } from '../core/network'
import type { Photo, Project, ProjectSummary } from '../core/project'

/** What the screens show. Filled from the conductor's news alone; nothing here is the truth, all of it can be had again. */
export interface Studio {
  /** False until the first news has come. */
  readonly ready: boolean
  /** What was open has been locked. Nothing is heard any more until the page is loaded anew. */
  readonly leaving: boolean
  readonly vault: VaultState | null
  readonly projects: readonly ProjectSummary[]
  /** The project that is open, its photos by id, and their ids in the order in which they were added. */
  readonly project: Project | null
  readonly writable: boolean
  readonly photos: ReadonlyMap<string, Photo>
  readonly ids: readonly string[]
  readonly batch: Batch | null
  readonly parts: readonly PartState[]
  readonly engine: EngineState | null
  readonly networks: readonly OwnNetwork[]
  readonly notices: readonly Fault[]
}

export const EMPTY: Studio = {
  ready: false,
  leaving: false,
  vault: null,
  projects: [],
  project: null,
  writable: true,
  photos: new Map(),
  ids: [],
  batch: null,
  parts: [],
  engine: null,
  networks: [],
  notices: [],
}

const inOrder = (photos: ReadonlyMap<string, Photo>) =>
  [...photos.values()].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)).map((photo) => photo.id)

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((id, i) => id === b[i])

/** The state after `news`. Whatever the news does not touch stays the very same object, so that nothing else renders again. */
export function take(state: Studio, news: News): Studio {
  if (state.leaving) return state
  if (news.vault && !news.vault.open) return state.vault?.open ? { ...EMPTY, leaving: true } : { ...EMPTY, ready: true, vault: news.vault }
  const next: { -readonly [Field in keyof Studio]: Studio[Field] } = { ...state, ready: true }
  if (news.vault) next.vault = news.vault
  if (news.projects) {
    next.projects = news.projects
    const mine = news.projects.find((project) => project.id === state.project?.id)
    if (mine) {
      const { photos: _, done: __, bytes: ___, ...project } = mine
      next.project = project
    } else if (state.project && !news.opened) Object.assign(next, { project: null, photos: EMPTY.photos, ids: EMPTY.ids, batch: null })
  }
  if (news.opened) {
    next.project = news.opened.project
    next.writable = news.opened.writable
    next.photos = new Map(news.opened.photos.map((photo) => [photo.id, photo]))
    next.ids = inOrder(next.photos)
    if (state.batch?.project !== news.opened.project.id) next.batch = null
  }
  if (next.project && (news.photos?.length || news.removed?.length)) {
    const photos = new Map(next.photos)
    let moved = false
    for (const id of news.removed ?? []) moved = photos.delete(id) || moved
    for (const photo of news.photos ?? []) {
      if (photo.project !== next.project.id) continue
      if (photos.get(photo.id)?.order !== photo.order) moved = true
      photos.set(photo.id, photo)
    }
    next.photos = photos
    if (moved) {
      const ids = inOrder(photos)
      next.ids = same(ids, state.ids) ? state.ids : ids
    }
  }
  if (news.batch) next.batch = news.batch
  if (news.parts) next.parts = news.parts
  if (news.engine) next.engine = news.engine
  if (news.networks) next.networks = news.networks
  if (news.notice) next.notices = [...state.notices.filter((notice) => notice.code !== news.notice?.code), news.notice]
  return next
}

export const useStudio = create<Studio>(() => EMPTY)

/** Lets the store follow the client's news. */
export function follow(client: Client): Promise<void> {
  return client.listen((news) => useStudio.setState((state) => take(state, news), true))
}

/** Takes a notice away once it has been read. */
export function dismiss(code: string): void {
  useStudio.setState((state) => ({ notices: state.notices.filter((notice) => notice.code !== code) }))
}
