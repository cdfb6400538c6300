import { useEffect, useRef, useState } from 'react'
import { focusOf } from '../../ui/focus'
import { type Command, commandOf } from './keys'

/** Turns key presses anywhere on the page into commands, unless a dialog is open. True while C is held. */
export function useKeys(run: (command: Command) => void): boolean {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  const [comparing, setComparing] = useState(false)
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      const focus = focusOf(event.target)
      if (event.key.toLowerCase() === 'c' && focus !== 'text' && !event.ctrlKey && !event.metaKey && !event.altKey)
        return setComparing(true)
      const command = commandOf(event, focus)
      if (!command) return
      event.preventDefault()
      latest.current(command)
    }
    const up = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'c') setComparing(false)
    }
    const away = () => setComparing(false)
    window.addEventListener('keydown', down)
    window.addEventListener('keyup', up)
    window.addEventListener('blur', away)
    return () => {
      window.removeEventListener('keydown', down)
      window.removeEventListener('keyup', up)
      window.removeEventListener('blur', away)
    }
  }, [])
  return comparing
}
