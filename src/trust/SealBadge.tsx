import { Shield, ShieldAlert, ShieldCheck } from 'lucide-react'
import { useEffect } from 'react'
import './badge.css'
import { LEVELS, levelOf, useOutcomes } from './level'

const ICONS = { sealed: ShieldCheck, guarded: Shield, open: ShieldAlert }

const begin = () => void import('./probes').then(({ probe }) => probe({ aloud: false }))

/**
 * How tight the page is, in a word. Probes when the browser has nothing better to do, with code that is loaded for it, and once more when the
 * service worker takes charge: on a first visit that is after the whole app has been fetched, however long it takes.
 */
export function SealBadge() {
  const { outcomes } = useOutcomes()
  useEffect(() => {
    const { serviceWorker } = navigator
    serviceWorker?.addEventListener('controllerchange', begin)
    return () => serviceWorker?.removeEventListener('controllerchange', begin)
  }, [])
  useEffect(() => {
    if (useOutcomes.getState().outcomes) return
    if (!('requestIdleCallback' in globalThis)) {
      const timer = setTimeout(begin, 1000)
      return () => clearTimeout(timer)
    }
    const wish = requestIdleCallback(begin, { timeout: 5000 })
    return () => cancelIdleCallback(wish)
  }, [])
  if (!outcomes) return null
  const level = levelOf(outcomes)
  const Icon = ICONS[level]
  return (
    <a href="#/privacy" className="foot__item" title="What this browser refuses the page, found by trying">
      <Icon size={14} aria-hidden />
      <span className="seal-badge">{LEVELS[level].label}</span>
    </a>
  )
}
