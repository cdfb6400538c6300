import { type RefObject, useEffect, useRef, useState } from 'react'

/** An element and its size in CSS px, followed as it changes. */
export function useBox(): { readonly element: RefObject<HTMLDivElement | null>; readonly width: number; readonly height: number } {
  const element = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const box = element.current
    if (!box) return
    const observer = new ResizeObserver(() => setSize({ width: box.clientWidth, height: box.clientHeight }))
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  return { element, ...size }
}
