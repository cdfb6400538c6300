import type { FileValue, Hash, Key, RunContext, Value } from '../core/recipe'
import { opOf } from '../ops'
import type { Memo } from './memo'
import type { Job, Task } from './plan'

/** A runner whose types were checked where it was listed (`workers/runners.ts`). */
export type AnyRunner = (inputs: Record<string, Value>, params: unknown, ctx: RunContext) => Promise<Value>

/**
 * Runs a job's tasks in order and hands over each wanted value as soon as it is there. A value is dropped after its
 * last use, so that at most the live images are held; what `memo` knows is not made again, and it learns what is made.
 * Throws what a runner throws; the values handed over before stay good.
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
  const lastUse = new Map<Key, number>()
  for (const [i, task] of tasks.entries()) for (const input of Object.values(task.from)) lastUse.set(input, i)
  for (const [key, hash] of job.blobs) if (lastUse.has(key)) values.set(key, await readBlob(hash))
  for (const [i, task] of tasks.entries()) {
    ctx.signal.throwIfAborted()
    const op = opOf(task.op)
    const inputs: Record<string, Value> = {}
    for (const [name, key] of Object.entries(task.from)) {
      const value = values.get(key)
      if (!value) throw new RangeError(`the input “${name}” of ${task.op} was not made`)
      inputs[name] = value
    }
    const runner = await runnerOf(task.op)
    const value = await runner(inputs, op.params.parse(task.params), ctx)
    if (value.kind !== op.out) throw new TypeError(`${task.op} gave a ${value.kind}, not a ${op.out}`)
    values.set(task.key, value)
    memo?.put(task.key, value)
    if (job.wants.includes(task.key)) await hand(task.key, value)
    for (const [key, last] of lastUse) if (last === i) values.delete(key)
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
      for (const input of Object.values(byKey.get(key)?.from ?? {})) visit(input)
    }
  }
  for (const key of job.wants) visit(key)
  return { tasks: job.tasks.filter(({ key }) => needed.has(key)), values }
}
