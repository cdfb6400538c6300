import { useEffect, useRef } from 'react'
import type { Colour } from '../../core/project'
import { colourOf, hexOf } from './colour'
import './colour.css'

interface ColourInputProps {
  readonly label: string
  readonly colour: Colour
  readonly disabled?: boolean
  /** While the picker is open. */
  onPreview(colour: Colour): void
  /** Once, when it closes with another colour. */
  onCommit(colour: Colour): void
}

/** The browser's own colour picker in a swatch. */
export function ColourInput({ label, colour, disabled, onPreview, onCommit }: ColourInputProps) {
  const input = useRef<HTMLInputElement>(null)
  const commit = useRef(onCommit)
  useEffect(() => {
    commit.current = onCommit
  })
  // React's onChange is the browser's `input` event; the end of the gesture is the native `change`.
  useEffect(() => {
    const element = input.current
    const hear = () => {
      const picked = element && colourOf(element.value)
      if (picked) commit.current(picked)
    }
    element?.addEventListener('change', hear)
    return () => element?.removeEventListener('change', hear)
  }, [])
  return (
    <label className="swatch" style={{ '--colour': hexOf(colour) } as React.CSSProperties} title={label}>
      <input
        ref={input}
        type="color"
        aria-label={label}
        value={hexOf(colour)}
        disabled={disabled}
        onChange={(event) => {
          const picked = colourOf(event.target.value)
          if (picked) onPreview(picked)
        }}
      />
    </label>
  )
}
