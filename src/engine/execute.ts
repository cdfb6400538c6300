import { type FileValue, type Hash, type Key, mapInput, type OneOrMany, type RunContext, readBy, type Value } from '../core/recipe'
import { opOf } from '../ops'
import type { Memo } from './memo'
import type { Job, Task } from './plan'

/** A runner whose types were checked where it was listed (`workers/runners.ts`). */
export type AnyRunner = (inputs: Record<string, OneOrMany<Value>>, params: unknown, ctx: RunContext) => Promise<Value>

/**
 * Runs a job's tasks one at a time in their order; while the network is at work, those that do not wait for its answer
 * go on. Hands over each wanted value as soon as it is there. A value is dropped after its last use, so that at most the
 * live images are held; what `memo` knows is not made again, and it learns what is made. Throws what a runner throws; the
 * values handed over before stay good.
 */
export async function execute(
  job: Job,
  runnerOf: (op: string) => Promise<AnyRunner>,
  readBlob: (hash: Hash) => Promise<FileValue>,
  ctx: RunContext,
  hand: (key: Key, value: Value) => Promise<void> | void,
  memo?: Memo,
): Promise<void> {
  const { tasks, values } = open(job, memo)
  for (const key of job.wants) {
    const known = values.get(key)
    if (known) await hand(key, known)
  }
  const uses = new Map<Key, number>()
  for (const task of tasks) for (const key of readBy(task)) uses.set(key, (uses.get(key) ?? 0) + 1)
  for (const [key, hash] of job.blobs) if (uses.has(key)) values.set(key, await readBlob(hash))

  const run = async (task: Task, context: RunContext) => {
    ctx.signal.throwIfAborted()
    const op = opOf(task.op)
    const inputs: Record<string, OneOrMany<Value>> = {}
    for (const [name, intake] of Object.entries(op.in)) if (Array.isArray(intake)) inputs[name] = []
    for (const [name, keys] of Object.entries(task.from)) inputs[name] = mapInput(keys, (key) => values.get(key) as Value)
    const runner = await runnerOf(task.op)
    const value = await runner(inputs, op.params.parse(task.params), context)
    if (value.kind !== op.out) throw new TypeError(`${task.op} gave a ${value.kind}, not a ${op.out}`)
    if (uses.has(task.key)) values.set(task.key, value)
    memo?.put(task.key, value)
    if (job.wants.includes(task.key)) await hand(task.key, value)
    for (const key of readBy(task)) {
      const left = (uses.get(key) ?? 0) - 1
      uses.set(key, left)
      if (left === 0) values.delete(key)
    }
  }

  const left = [...tasks]
  const asked = new Set<Promise<void>>()
  let failed: { readonly error: unknown } | null = null
  /** Resolves when the task has asked the network, or has ended: what else there is to do must not delay the question. */
  const ask = (task: Task) =>
    new Promise<void>((goOn) => {
      const infer: RunContext['infer'] = (model, input) => {
        goOn()
        return ctx.infer(model, input)
      }
      const answered = run(task, { ...ctx, infer })
        .catch((error: unknown) => {
          failed ??= { error }
        })
        .finally(() => {
          asked.delete(answered)
          goOn()
        })
      asked.add(answered)
    })
  while (left.length > 0 || asked.size > 0) {
    const next = left.findIndex((task) => readBy(task).every((key) => values.has(key)))
    const [task] = next < 0 ? [] : left.splice(next, 1)
    if (task && opOf(task.op).model) await ask(task)
    else if (task) await run(task, ctx)
    else if (asked.size > 0) await Promise.race(asked)
    else throw new RangeError(`an input of ${left[0]?.op} was not made`)
    if (failed) throw (failed as { error: unknown }).error
  }
}

/** Walks back from what is wanted: the tasks that are left to run, and the values at hand. */
function open(job: Job, memo: Memo | undefined): { tasks: Task[]; values: Map<Key, Value> } {
  const byKey = new Map(job.tasks.map((task) => [task.key, task]))
  const values = new Map(job.given)
  const needed = new Set<Key>()
  const visit = (key: Key) => {
    if (needed.has(key) || values.has(key)) return
    const known = memo?.get(key)
    if (known) values.set(key, known)
    else {
      needed.add(key)
      const task = byKey.get(key)
      if (task) readBy(task).forEach(visit)
    }
  }
  for (const key of job.wants) visit(key)
  return { tasks: job.tasks.filter(({ key }) => needed.has(key)), values }
}
