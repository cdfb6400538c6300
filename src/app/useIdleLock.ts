import { useEffect } from 'react'
import type { Client } from '../core/client'
import { isAtWork } from '../ui/unattended'
import { watchIdle } from './idle'
import { relock } from './relock'
import { useStudio } from './store'

const HANDS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focus'] as const

/** Locks the studio when nobody has had a hand on it, in any tab, for as long as the seller chose. */
export function useIdleLock(client: Client): void {
  const minutes = useStudio(({ vault }) => (vault?.open && vault.lock === 'passphrase' ? vault.idleMinutes : null))
  useEffect(() => {
    if (minutes === null) return
    const tabs = new BroadcastChannel('vitrine-idle')
    const watch = watchIdle({
      minutes,
      busy: () => isAtWork() || (useStudio.getState().batch?.running ?? false),
      lock: () => void relock(client),
      tell: (last) => tabs.postMessage(last),
    })
    tabs.onmessage = ({ data }) => {
      if (typeof data === 'number') watch.heard(data)
    }
    for (const name of HANDS) window.addEventListener(name, watch.hand, { capture: true, passive: true })
    document.addEventListener('freeze', watch.freeze)
    return () => {
      watch.end()
      tabs.close()
      for (const name of HANDS) window.removeEventListener(name, watch.hand, { capture: true })
      document.removeEventListener('freeze', watch.freeze)
    }
  }, [client, minutes])
}
