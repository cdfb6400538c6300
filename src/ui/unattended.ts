let running = 0

/** Work that the seller started and need not stay for (an export, a backup): the studio does not lock by itself before its end. */
export async function unattended<T>(work: Promise<T>): Promise<T> {
  running++
  try {
    return await work
  } finally {
    running--
  }
}

export const isAtWork = (): boolean => running > 0
