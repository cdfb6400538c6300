import { type RefObject, useEffect, useRef } from 'react'
import type { Held, Pen } from './usePen'
import type { StageControl } from './useStage'
import type { Place } from './view'

/** The button at the far end of a pen, and its bit among those held. */
const FAR_END = 5
const FAR_END_HELD = 32

const heldIn = (event: PointerEvent): Held => ({ straight: event.shiftKey, opposite: event.altKey || (event.buttons & FAR_END_HELD) !== 0 })

/** A tool in hand draws with the main button; else drag pans. The middle button, or Space held, always pans. Two fingers zoom, the wheel zooms at the pointer (with Shift, or sideways, it pans), a double click goes to 100 % and back. */
export function useGestures(stage: StageControl, pen: RefObject<Pen | null>): void {
  const now = useRef(stage)
  useEffect(() => {
    now.current = stage
  })

  useEffect(() => {
    const box = now.current.element.current
    if (!box) return
    const fingers = new Map<number, Place>()
    // A finger on the divider moves it, until a second one makes it a pinch.
    let sliding: number | null = null
    let drawing: { readonly pointer: number; readonly pen: Pen } | null = null
    const place = (event: MouseEvent): Place => {
      const rect = box.getBoundingClientRect()
      return { x: event.clientX - rect.left, y: event.clientY - rect.top }
    }

    const down = (event: PointerEvent) => {
      const control = (event.target as Element).closest('input, button, a')
      if (
        (event.button > 1 && event.button !== FAR_END) ||
        (control && !(control instanceof HTMLInputElement && event.pointerType === 'touch'))
      )
        return
      fingers.set(event.pointerId, place(event))
      if (control) sliding = event.pointerId
      else {
        const draws = pen.current && fingers.size === 1 && event.button !== 1 && !box.closest('[data-space]')
        // The sheet that is drawn on hears its own pointer, which the ring follows.
        ;((draws && (event.target as Element)) || box).setPointerCapture(event.pointerId)
        if (draws && pen.current) {
          drawing = { pointer: event.pointerId, pen: pen.current }
          drawing.pen.down(place(event), heldIn(event))
        } else box.dataset.grabbed = ''
      }
      if (fingers.size > 1) {
        box.dataset.pinched = ''
        drawing?.pen.cancel()
        drawing = null
      }
    }
    const move = (event: PointerEvent) => {
      const was = fingers.get(event.pointerId)
      if (!was) return
      const at = place(event)
      if (drawing?.pointer === event.pointerId) {
        const ways = event.getCoalescedEvents()
        drawing.pen.move(ways.length > 0 ? ways.map(place) : [at], heldIn(event))
        return
      }
      const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, other]) => other)
      fingers.set(event.pointerId, at)
      const other = others[0]
      if (!other && event.pointerId === sliding) return
      if (!other) return now.current.pan({ x: at.x - was.x, y: at.y - was.y })
      const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 }
      const spread = Math.hypot(at.x - other.x, at.y - other.y) / Math.max(1, Math.hypot(was.x - other.x, was.y - other.y))
      now.current.zoomBy(spread, middle)
      now.current.pan({ x: (at.x - was.x) / 2, y: (at.y - was.y) / 2 })
    }
    const up = (event: PointerEvent) => {
      fingers.delete(event.pointerId)
      if (drawing?.pointer === event.pointerId) {
        if (event.type === 'pointerup') drawing.pen.up()
        else drawing.pen.cancel()
        drawing = null
      }
      if (sliding === event.pointerId) sliding = null
      if (fingers.size > 0) return
      delete box.dataset.grabbed
      delete box.dataset.pinched
    }
    const wheel = (event: WheelEvent) => {
      event.preventDefault()
      const line = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
      const [x, y] = [event.deltaX * line, event.deltaY * line]
      if (event.shiftKey) return now.current.pan({ x: -(x || y), y: 0 })
      if (!event.ctrlKey && Math.abs(x) > Math.abs(y)) return now.current.pan({ x: -x, y: -y })
      // Touchpads send pinches as wheel events with Ctrl, in steps about ten times smaller.
      now.current.zoomBy(2 ** (-Math.max(-300, Math.min(300, y)) / (event.ctrlKey ? 60 : 240)), place(event))
    }
    const twice = (event: MouseEvent) => {
      if (pen.current || (event.target as Element).closest('input, button, a')) return
      if (now.current.fitted) now.current.zoomTo(1, place(event))
      else now.current.fit()
    }

    box.addEventListener('pointerdown', down)
    box.addEventListener('pointermove', move)
    box.addEventListener('pointerup', up)
    box.addEventListener('pointercancel', up)
    box.addEventListener('wheel', wheel, { passive: false })
    box.addEventListener('dblclick', twice)
    return () => {
      box.removeEventListener('pointerdown', down)
      box.removeEventListener('pointermove', move)
      box.removeEventListener('pointerup', up)
      box.removeEventListener('pointercancel', up)
      box.removeEventListener('wheel', wheel)
      box.removeEventListener('dblclick', twice)
    }
  }, [pen])
}
