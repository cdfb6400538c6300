import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react'
import { useBox } from '../useBox'
import { type Frame, frameOf, type Place, panBy, type Size, type View, zoomOf, zoomTo } from './view'

export interface StageControl {
  readonly element: RefObject<HTMLDivElement | null>
  readonly size: Size
  /** Device px per CSS px. */
  readonly density: number
  readonly frame: Frame
  /** Device px per photo px: 1 is 100 %. */
  readonly zoom: number
  readonly fitted: boolean
  fit(): void
  /** To an absolute zoom, keeping the photo's point under `at` where it is. */
  zoomTo(zoom: number, at?: Place): void
  zoomBy(factor: number, at?: Place): void
  pan(by: Place): void
}

function useDensity(): number {
  const [density, setDensity] = useState(() => window.devicePixelRatio || 1)
  useEffect(() => {
    const query = window.matchMedia(`(resolution: ${density}dppx)`)
    const hear = () => setDensity(window.devicePixelRatio || 1)
    query.addEventListener('change', hear)
    return () => query.removeEventListener('change', hear)
  }, [density])
  return density
}

/** The stage's size and what part of the photo it shows. Starts fitted, and again whenever `subject` changes. */
export function useStage(photo: Size, subject: string): StageControl {
  const { element, size } = useBox()
  const [seen, setSeen] = useState<{ subject: string; view: View }>({ subject, view: 'fit' })
  const density = useDensity()

  const view = seen.subject === subject ? seen.view : 'fit'
  const change = useCallback(
    (to: (view: View) => View) => setSeen((was) => ({ subject, view: to(was.subject === subject ? was.view : 'fit') })),
    [subject],
  )
  const { width, height } = photo
  return useMemo(() => {
    const whole = { width, height }
    return {
      element,
      size,
      density,
      frame: frameOf(view, size, whole, density),
      zoom: zoomOf(view, size, whole, density),
      fitted: view === 'fit',
      fit: () => change(() => 'fit'),
      zoomTo: (zoom, at) => change((was) => zoomTo(was, zoom, size, whole, density, at)),
      zoomBy: (factor, at) => change((was) => zoomTo(was, zoomOf(was, size, whole, density) * factor, size, whole, density, at)),
      pan: (by) => change((was) => panBy(was, by, size, whole)),
    }
  }, [view, element, size, density, width, height, change])
}
