import type { Client } from '../core/client'
import { EMPTY, useStudio } from './store'
import { useToasts } from './toasts'

/** The longest wait for the keys to be forgotten everywhere: an engine that hangs must not hold the door open. */
const PATIENCE = 3000

let reload = () => location.reload()
let locking = false

/** What happens instead of loading the page anew; for tests. */
export function reloadWith(other: () => void): void {
  reload = other
  locking = false
}

/** Takes from the page what it shows and remembers, before it is loaded anew. */
function cover(): void {
  document.title = 'Vitrine'
  useToasts.setState([], true)
  useStudio.setState({ ...EMPTY, leaving: true }, true)
}

/** Locks the studio, in every tab, and loads this page anew: nothing that was open stays in its memory. */
export async function relock(client: Client): Promise<void> {
  if (locking) return
  locking = true
  cover()
  try {
    await Promise.race([client.lock(), new Promise((go) => setTimeout(go, PATIENCE))])
  } catch {
    // Loading the page anew ends the engine and its keys, whatever kept it from forgetting them itself.
  }
  reload()
}

/** Loads the page anew when what was open in it has been locked from another tab. Returns the end of the watch. */
export function watchLock(): () => void {
  return useStudio.subscribe(({ leaving }, before) => {
    if (!leaving || before.leaving || locking) return
    locking = true
    cover()
    reload()
  })
}
