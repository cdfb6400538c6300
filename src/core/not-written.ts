import { fail, faultOf } from './fault'
import type { ImageValue, RunContext } from './recipe'

/** Throws the fault `not-written` for what a codec threw, or what says more: that nobody waits any longer, that a part could not be had. */
export function notWritten({ width, height }: ImageValue, error: unknown, { signal }: Pick<RunContext, 'signal'>): never {
  if (signal.aborted || faultOf(error).code !== 'unexpected') throw error
  const why = error instanceof Error ? error.message : String(error)
  return fail(
    'not-written',
    `The file of ${width} × ${height} px could not be written (${why.slice(0, 80)}).`,
    'Close other tabs to free memory, or choose a smaller size.',
    true,
  )
}
