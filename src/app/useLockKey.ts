import { useEffect } from 'react'
import type { Client } from '../core/client'
import { relock } from './relock'
import { useStudio } from './store'

export const LOCK_KEYS = 'Ctrl+Shift+L, on a Mac ⌘⇧L'

/** Ctrl (or Cmd) with Shift and L locks the studio from anywhere, also out of a text field or a dialog. */
export function useLockKey(client: Client): void {
  const lockable = useStudio(({ vault }) => vault?.lock === 'passphrase')
  useEffect(() => {
    if (!lockable) return
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.altKey || event.key.toLowerCase() !== 'l') return
      event.preventDefault()
      void relock(client)
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [client, lockable])
}
