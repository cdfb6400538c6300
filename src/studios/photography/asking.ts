/** Asks for pictures so that the last wish wins and none starves. */
export interface Asker<W> {
  ask(wish: W): void
  /** Nothing that is still under way is heard any more. */
  stop(): void
}

/** What is heard of the wish that is asked for now. */
interface Hearing<P> {
  picture(picture: P, share: number): void
  fault(thrown: unknown): void
  /** A picture that nobody waits for any more. */
  stale(picture: P): void
}

/**
 * While a hand drags, wishes come faster than pictures. One is asked for at a time until its first picture is there; of what was wished
 * meanwhile only the last is asked for next, which ends the one before.
 */
export function asker<W, P>(run: (wish: W, hear: (picture: P, share: number) => void) => Promise<void>, hearing: Hearing<P>): Asker<W> {
  let now = 0
  let blind = false
  let waiting: { readonly wish: W } | null = null

  const seen = () => {
    blind = false
    const next = waiting
    waiting = null
    if (next) ask(next.wish)
  }
  const ask = (wish: W) => {
    if (blind) {
      waiting = { wish }
      return
    }
    blind = true
    const mine = ++now
    const hear = (picture: P, share: number) => {
      if (mine !== now) return hearing.stale(picture)
      hearing.picture(picture, share)
      if (blind) seen()
    }
    run(wish, hear).then(
      () => mine === now && blind && seen(),
      (thrown: unknown) => {
        if (mine !== now) return
        hearing.fault(thrown)
        if (blind) seen()
      },
    )
  }
  return {
    ask,
    stop: () => {
      now++
      blind = false
      waiting = null
    },
  }
}
