/** What a long piece of work tells of itself, however it counts. */
interface Pacing {
  readonly done: number
  readonly total: number
}

/** Lets through what is told at most so often, ms; the end always. */
const PACE = 200

export function paced<P extends Pacing>(hear: (progress: P) => void): (progress: P) => void {
  let last = Number.NEGATIVE_INFINITY
  return (progress) => {
    if (progress.done < progress.total && performance.now() - last < PACE) return
    last = performance.now()
    hear(progress)
  }
}

/** Seconds left at the pace since `began` (as `performance.now`); null before anything is done. */
export const secondsLeft = (began: number, done: number, total: number): number | null =>
  done === 0 ? null : Math.ceil(((performance.now() - began) / done / 1000) * (total - done))
