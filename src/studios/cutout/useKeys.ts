import { useEffect, useRef, useState } from 'react'
import { type Command, commandOf, focusOf } from './keys'

/** Turns key presses anywhere on the page into commands, unless a dialog is open. True while the space bar is held. */
export function useKeys(run: (command: Command) => void): boolean {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  const [space, setSpace] = useState(false)
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      const focus = focusOf(event.target)
      if (event.key === ' ' && (focus === 'none' || (event.target as HTMLInputElement).type === 'range')) {
        event.preventDefault()
        return setSpace(true)
      }
      const command = commandOf(event, focus)
      if (!command) return
      event.preventDefault()
      latest.current(command)
    }
    const up = (event: KeyboardEvent) => {
      if (event.key === ' ') setSpace(false)
    }
    const away = () => setSpace(false)
    window.addEventListener('keydown', down)
    window.addEventListener('keyup', up)
    window.addEventListener('blur', away)
    return () => {
      window.removeEventListener('keydown', down)
      window.removeEventListener('keyup', up)
      window.removeEventListener('blur', away)
    }
  }, [])
  return space
}
