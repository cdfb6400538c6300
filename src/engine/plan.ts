import canonicalize from 'canonicalize'
import { sha256 } from '../core/ledger'
import {
  type Hash,
  type Json,
  type Key,
  type Kind,
  listOf,
  mapInput,
  type OneOrMany,
  type Recipe,
  readBy,
  type Source,
  type Value,
} from '../core/recipe'
import { opOf } from '../ops'

/** A step whose inputs are named by key: two recipes that ask for the same thing share it. */
export interface Task {
  readonly key: Key
  readonly op: string
  readonly v: number
  readonly params: Json
  readonly from: Readonly<Record<string, OneOrMany<Key>>>
  /** SHA-256 of the network that it asks; null = none. */
  readonly model: string | null
}

export interface Plan {
  /** In an order in which every task follows those it reads from; each key once. */
  readonly tasks: readonly Task[]
  /** The wanted key of each recipe, in the order of the recipes. */
  readonly outs: readonly Key[]
  /** The stored bytes that tasks read. */
  readonly blobs: ReadonlyMap<Key, Hash>
}

const blobKey = (hash: Hash) => `blob:${hash}` as Key

/**
 * Names every step of the recipes by its key: the hash of operation, version, params, input keys and the model's
 * SHA-256. Throws when a recipe names an unknown operation, reads from a later step, leaves a slot empty, or joins
 * kinds that do not fit.
 */
export async function plan(
  recipes: readonly Recipe[],
  slots: Readonly<Record<string, Hash>>,
  modelSha: (model: string) => string,
): Promise<Plan> {
  const tasks = new Map<Key, Task>()
  const blobs = new Map<Key, Hash>()
  const outs: Key[] = []
  for (const recipe of recipes) {
    const made = new Map<string, { key: Key; kind: Kind }>()
    const find = (source: Source): { key: Key; kind: Kind } => {
      if ('step' in source) {
        const earlier = made.get(source.step)
        if (!earlier) throw new RangeError(`a step reads from “${source.step}”, which does not come before it`)
        return earlier
      }
      const hash = 'slot' in source ? slots[source.slot] : source.blob
      if (!hash) throw new RangeError(`the slot “${'slot' in source ? source.slot : ''}” is empty`)
      blobs.set(blobKey(hash), hash)
      return { key: blobKey(hash), kind: 'file' }
    }
    for (const step of recipe.steps) {
      const op = opOf(step.op)
      if (step.v !== op.v) throw new RangeError(`step “${step.id}” asks for ${op.id} version ${step.v}, this is version ${op.v}`)
      const params = op.params.parse(step.params) as Json
      const from: Record<string, OneOrMany<Key>> = {}
      for (const [name, intake] of Object.entries(op.in)) {
        const source = step.in[name]
        // Left out of the request, too: an operation that learns to read another list keeps the keys of those that have none.
        if (!source && Array.isArray(intake)) continue
        if (!source) throw new RangeError(`step “${step.id}” lacks its input “${name}”`)
        if (Array.isArray(intake) !== Array.isArray(source))
          throw new RangeError(`step “${step.id}” wants ${Array.isArray(intake) ? 'a list' : 'one value'} as “${name}”`)
        const [kind] = listOf(intake)
        from[name] = mapInput(source, (one) => {
          const found = find(one)
          if (found.kind !== kind) throw new RangeError(`step “${step.id}” wants a ${kind} as “${name}”, not a ${found.kind}`)
          return found.key
        })
      }
      const model = op.model ? modelSha(op.model(op.params.parse(step.params))) : null
      const request = canonicalize({ op: op.id, v: op.v, params, from, model })
      const key = (await sha256(new TextEncoder().encode(request))) as string as Key
      tasks.set(key, { key, op: op.id, v: op.v, params, from, model })
      made.set(step.id, { key, kind: op.out })
    }
    const out = made.get(recipe.out)
    if (!out) throw new RangeError(`the recipe’s out “${recipe.out}” is not one of its steps`)
    outs.push(out.key)
  }
  return { tasks: [...tasks.values()], outs, blobs }
}

/** What is always made again. */
const NEVER_STORED: ReadonlySet<Kind> = new Set(['image', 'mesh'])

/** What a pixel worker gets: tasks in order, the values they need that exist already, and which results to hand back. */
export interface Job {
  /** The project that the stored bytes belong to. */
  readonly project: string
  readonly tasks: readonly Task[]
  readonly given: ReadonlyMap<Key, Value>
  /** Stored bytes that the worker reads itself: a file stays on disk for as long as any script holds a handle on it. */
  readonly blobs: ReadonlyMap<Key, Hash>
  readonly wants: readonly Key[]
}

/**
 * Leaves out what is stored already: walks back from the wanted keys, takes what `stored` knows and keeps only the
 * tasks behind the rest. Wanted values that are stored come back in `ready`.
 */
export async function prune(
  whole: Plan,
  project: string,
  stored: (key: Key) => Promise<Value | null>,
): Promise<{ job: Job; ready: ReadonlyMap<Key, Value> }> {
  const byKey = new Map(whole.tasks.map((task) => [task.key, task]))
  const needed = new Set<Key>()
  const given = new Map<Key, Value>()
  const blobs = new Map<Key, Hash>()
  const ready = new Map<Key, Value>()
  // Asked for all at once: one after the other, a photo with twenty repairs would wait for twenty answers.
  const answers = new Map(whole.tasks.flatMap(({ key, op }) => (NEVER_STORED.has(opOf(op).out) ? [] : [[key, stored(key)] as const])))
  for (const answer of answers.values()) answer.catch(() => {})
  const visit = async (key: Key): Promise<void> => {
    if (needed.has(key) || given.has(key)) return
    const hash = whole.blobs.get(key)
    if (hash) {
      blobs.set(key, hash)
      return
    }
    const task = byKey.get(key)
    if (!task) throw new RangeError('a plan lacks a task')
    const found = (await answers.get(key)) ?? null
    if (found) {
      given.set(key, found)
      return
    }
    needed.add(key)
    for (const input of readBy(task)) await visit(input)
  }
  for (const out of whole.outs) {
    await visit(out)
    const found = given.get(out)
    if (found) ready.set(out, found)
  }
  const wants = [...new Set(whole.outs)].filter((out) => !ready.has(out))
  return { job: { project, tasks: whole.tasks.filter((task) => needed.has(task.key)), given, blobs, wants }, ready }
}
