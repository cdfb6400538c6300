import { useEffect, useRef, useState } from 'react'
import { focusOf } from '../../ui/focus'
import { type Command, commandOf } from './keys'
import type { ToolId } from './tools'

interface Hearing {
  readonly tool: ToolId
  run(command: Command): void
  /** The space bar was pressed; true when it meant something to the tool in hand. */
  press(): boolean
}

/** Turns key presses anywhere on the page into commands, unless a dialog is open. True while the space bar is held to move the photo. */
export function useKeys(hearing: Hearing): boolean {
  const latest = useRef(hearing)
  useEffect(() => {
    latest.current = hearing
  })
  const [space, setSpace] = useState(false)
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return
      const focus = focusOf(event.target)
      if (event.key === ' ' && (focus === 'none' || (event.target as HTMLInputElement).type === 'range')) {
        event.preventDefault()
        if (!event.repeat && !latest.current.press()) setSpace(true)
        return
      }
      const command = commandOf(event, focus, latest.current.tool)
      if (!command) return
      event.preventDefault()
      latest.current.run(command)
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
