import type { Trial } from './trial'

interface Outcome {
  /** Of which the far end heard something, policy or not. */
  readonly out: readonly Trial[]
  /** Those that get out where there is no policy: only of them silence means that they were blocked. */
  readonly live: readonly Trial[]
  readonly dead: readonly Trial[]
  /** “261 tried, 230 blocked, 230 live, 31 dead” */
  readonly sum: string
}

/** Holds what was heard under a policy against what was heard without one. */
export function outcomeOf(trials: readonly Trial[], control: ReadonlyMap<string, string>, heard: ReadonlyMap<string, string>): Outcome {
  const out = trials.filter(({ name }) => heard.get(name) !== '')
  const live = trials.filter(({ name }) => control.get(name) !== '')
  const dead = trials.filter((trial) => !live.includes(trial))
  const blocked = live.filter((trial) => !out.includes(trial))
  return { out, live, dead, sum: `${trials.length} tried, ${blocked.length} blocked, ${live.length} live, ${dead.length} dead` }
}
