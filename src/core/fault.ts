import { z } from './schema'

/** Why something could not be done, in the words a seller reads. */
export const Fault = z.object({
  /** Stable word for tests and the ledger: `truncated`, `not-a-picture`, `too-large`, `no-product`, … */
  code: z.string(),
  /** One sentence that says what is wrong, without the file name. */
  sentence: z.string(),
  /** One sentence that says what the user can do. */
  remedy: z.string(),
  /** Whether the same request may succeed when tried again. */
  retry: z.boolean(),
})
export type Fault = z.infer<typeof Fault>

/** An error that ends as a card's own clear sentence. Crosses workers by its message, see `faultOf`. */
export class FaultError extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(`fault:${JSON.stringify(fault)}`)
    this.name = 'FaultError'
    this.fault = fault
  }
}

export function fail(code: string, sentence: string, remedy: string, retry = false): never {
  throw new FaultError({ code, sentence, remedy, retry })
}

/** The fault inside any thrown value, also one that crossed a worker boundary as a plain Error. */
export function faultOf(thrown: unknown): Fault {
  if (thrown instanceof FaultError) return thrown.fault
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  if (message.startsWith('fault:')) {
    const parsed = Fault.safeParse(JSON.parse(message.slice(6)))
    if (parsed.success) return parsed.data
  }
  if (thrown instanceof Error && (thrown.name === 'QuotaExceededError' || /quota/i.test(message))) {
    return {
      code: 'storage-full',
      sentence: 'The browser has no room left to store this.',
      remedy: 'Delete a project you no longer need under “This device”, then try again.',
      retry: true,
    }
  }
  return {
    code: 'unexpected',
    sentence: `Something unexpected went wrong (${message.slice(0, 160)}).`,
    remedy: 'Try again; if it fails again, the original is still stored and can be opened from this card.',
    retry: true,
  }
}
