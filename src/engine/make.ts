import type { Line } from '../core/ledger'
import type { Photo } from '../core/project'
import type { Hash, Key, Recipe, Value } from '../core/recipe'
import type { Crew } from './crew'
import { plan, prune } from './plan'

/** A value to be stored with its photo. `keep: false` may be evicted and made again. */
export interface Made {
  readonly key: Key
  readonly value: Value
  readonly files: readonly Hash[]
  readonly keep: boolean
}

/** What the engine needs of storage. `workers/conductor.ts` hands in the real one. */
export interface Keeping {
  readResult(project: string, key: Key): Promise<Value | null>
  keepResults(project: string, results: readonly Made[]): Promise<void>
  /** Stores results and the photo's new state in one transaction. */
  keepOutcome(photo: Photo, results: readonly Made[]): Promise<void>
  write(lines: readonly Line[]): Promise<void>
}

/** Everything a recipe needs to become pixels. */
export interface Workshop {
  readonly crew: Pick<Crew, 'run'>
  readonly keeping: Keeping
  /** A photo as it stands; null when there is none of that id. */
  photo(id: string): Promise<Photo | null>
  /** SHA-256 of a model's weights and graph, from the catalogue. */
  modelSha(model: string): string
}

export interface MakeOptions {
  readonly signal?: AbortSignal
  /** Somebody is looking at the screen for it. */
  readonly urgent?: boolean
  /** Called when the network is asked, for each of its looks. */
  asked?(): void
  /** Called with pictures that are not finished; the maker of it waits. Theirs to close. */
  shown?(bitmap: ImageBitmap, share: number): Promise<void> | void
  /** Called for each recipe's value as soon as it is there, stored ones (`fresh` false) first. */
  made?(recipe: number, key: Key, value: Value, fresh: boolean): void
}

export interface Results {
  /** By recipe; null where the recipe's out is an image: those are in `bitmaps`. */
  readonly values: readonly (Value | null)[]
  readonly keys: readonly Key[]
  readonly bitmaps: ReadonlyMap<Key, ImageBitmap>
}

/** Runs recipes over a project's files together, shared steps once, taking from storage what is there. Throws the runner's fault. */
export async function make(
  shop: Workshop,
  project: string,
  recipes: readonly Recipe[],
  slots: Record<string, Hash>,
  options: MakeOptions = {},
): Promise<Results> {
  const whole = await plan(recipes, slots, shop.modelSha)
  const { job, ready } = await prune(whole, project, (key) => shop.keeping.readResult(project, key))
  const found = new Map<Key, Value>(ready)
  const bitmaps = new Map<Key, ImageBitmap>()
  const tell = (key: Key, value: Value, fresh: boolean) => {
    for (const [i, out] of whole.outs.entries()) if (out === key) options.made?.(i, key, value, fresh)
  }
  for (const [key, value] of ready) tell(key, value, false)
  await shop.crew.run(
    job,
    (news) => {
      if (news.kind === 'value') {
        found.set(news.key, news.value)
        tell(news.key, news.value, true)
      } else if (news.kind === 'bitmap') bitmaps.set(news.key, news.bitmap)
      else if (news.kind === 'shown') return options.shown ? options.shown(news.bitmap, news.share) : news.bitmap.close()
      else if (news.kind === 'network' && news.asked) options.asked?.()
    },
    options,
  )
  return { values: whole.outs.map((out) => found.get(out) ?? null), keys: whole.outs, bitmaps }
}
