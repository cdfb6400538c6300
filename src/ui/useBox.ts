import { type RefObject, useEffect, useRef, useState } from 'react'

interface Box {
  readonly element: RefObject<HTMLDivElement | null>
  readonly size: { readonly width: number; readonly height: number }
}

/** An element and its size in CSS px, followed as it changes. */
export function useBox(): Box {
  const element = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const box = element.current
    if (!box) return
    const observer = new ResizeObserver(() => setSize({ width: box.clientWidth, height: box.clientHeight }))
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  return { element, size }
}
