import { type RefObject, useEffect, useRef } from 'react'
import type { Scene } from '../../core/scene/document'
import { clamp } from '../../core/scene/numbers'
import type { Desk } from './desk'
import { stepped } from './edits'

/** A turn of the wheel is over when it has rested for so long. */
const REST_MS = 350

/** The wheel over the stage steps nearer and farther; one step of the history for each turn of it. */
export function useWheel(element: RefObject<HTMLElement | null>, desk: Desk): void {
  const latest = useRef(desk)
  useEffect(() => {
    latest.current = desk
  })
  useEffect(() => {
    const box = element.current
    if (!box) return
    let shown: Scene | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = () => {
      clearTimeout(timer)
      if (shown) latest.current.commit(shown)
      shown = null
    }
    const wheel = (event: WheelEvent) => {
      event.preventDefault()
      if (latest.current.disabled) return
      const line = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
      const scene = shown ?? latest.current.scene
      shown = stepped(scene, 2 ** (clamp(event.deltaY * line, -300, 300) / 480))
      latest.current.preview(shown)
      clearTimeout(timer)
      timer = setTimeout(settle, REST_MS)
    }
    box.addEventListener('wheel', wheel, { passive: false })
    return () => {
      box.removeEventListener('wheel', wheel)
      settle()
    }
  }, [element])
}
