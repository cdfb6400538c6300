const TICK = 15_000
/** A tick that comes so much later than it should have: the computer slept. */
const SLEPT = 120_000
/** Another tab that is alive tells of itself at least this often, even where the browser slows it down. */
const ALIVE = 90_000
/** Time for the other tabs' words to arrive before it locks. */
const HEARING = 500
/** Moves of the pointer come by the hundred; the other tabs need to hear of one in a while. */
const TELL = 5000

export interface IdleWish {
  readonly minutes: number
  /** A batch, an export or a backup is running: nobody has to be there for it. */
  busy(): boolean
  lock(): void
  /** Tells the studio's other tabs when a hand was last on this one. */
  tell(last: number): void
}

export interface IdleWatch {
  /** A hand on the studio. */
  hand(): void
  /** Another tab says when a hand was last on it. */
  heard(last: number): void
  /** The browser puts this page to sleep, keys and all. */
  freeze(): void
  end(): void
}

/**
 * Locks after so many minutes without a hand on any tab. A running batch holds it off; its end is where the time begins.
 * It goes by the clock on the wall, since timers stand still while the computer sleeps.
 */
export function watchIdle({ minutes, busy, lock, tell }: IdleWish): IdleWatch {
  const limit = minutes * 60_000
  let last = Date.now()
  let ticked = last
  let told = last
  let other = Number.NEGATIVE_INFINITY
  let doubt: ReturnType<typeof setTimeout> | undefined

  const over = () => Date.now() - last >= limit
  // What woke the computer is a hand, too, and so is what comes in this moment: none of it may count before that is settled.
  const settle = () => {
    doubt = undefined
    if (over()) lock()
  }
  const refresh = () => {
    last = Date.now()
    if (last - told < TELL) return
    told = last
    tell(last)
  }
  const tick = () => {
    const now = Date.now()
    const slept = now - ticked - TICK > SLEPT
    ticked = now
    if (doubt !== undefined) return
    if (now < last) last = now
    if (busy() && !slept) refresh()
    else if (over()) doubt = setTimeout(settle, HEARING)
    else tell(last)
  }
  const ticking = setInterval(tick, TICK)
  return {
    hand() {
      if (doubt !== undefined) return
      if (over() && (!busy() || Date.now() - ticked - TICK > SLEPT)) doubt = setTimeout(settle, HEARING)
      else refresh()
    },
    heard(stamp) {
      other = Date.now()
      last = Math.max(last, Math.min(stamp, other))
    },
    freeze() {
      // A sleeping page cannot lock itself later. Where another tab is awake, that one does it.
      if (!busy() && Date.now() - other > ALIVE) lock()
    },
    end() {
      clearInterval(ticking)
      clearTimeout(doubt)
    },
  }
}
