import { type RefObject, useEffect, useRef } from 'react'

/**
 * Hears when a slider is let go or a colour picker closes: React's onChange is the browser's `input` event, the end of
 * the gesture is the native `change`. Returns the field's ref.
 */
export function useSettled(hear: (value: string) => void): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null)
  const latest = useRef(hear)
  useEffect(() => {
    latest.current = hear
  })
  useEffect(() => {
    const element = input.current
    const settled = () => latest.current(element?.value ?? '')
    element?.addEventListener('change', settled)
    return () => element?.removeEventListener('change', settled)
  }, [])
  return input
}
