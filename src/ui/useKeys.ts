import { useEffect, useRef, useState } from 'react'
import { type Focus, focusOf } from './focus'

/** What a key press meant: a key that is held from here on, something that is done, or null = nothing to this screen. */
export type Heard = 'held' | 'done' | null

/** Hears key presses anywhere on the page, unless a dialog is open. True while `key`, heard as held, stays down. */
export function useKeys(key: string, hear: (event: KeyboardEvent, focus: Focus) => Heard): boolean {
  const latest = useRef(hear)
  useEffect(() => {
    latest.current = hear
  })
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      const heard = latest.current(event, focusOf(event.target))
      if (heard) event.preventDefault()
      if (heard === 'held') setHeld(true)
    }
    const up = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === key) setHeld(false)
    }
    const away = () => setHeld(false)
    window.addEventListener('keydown', down)
    window.addEventListener('keyup', up)
    window.addEventListener('blur', away)
    return () => {
      window.removeEventListener('keydown', down)
      window.removeEventListener('keyup', up)
      window.removeEventListener('blur', away)
    }
  }, [key])
  return held
}
