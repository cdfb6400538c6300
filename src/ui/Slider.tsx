import { useId, useState } from 'react'
import { useSettled } from './useSettled'

interface SliderProps {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly step: number
  /** The value in words. */
  tell(value: number): string
  /** What a double click goes back to. */
  readonly rest?: number
  readonly disabled?: boolean
  /** While the thumb moves. */
  onPreview?(value: number): void
  /** Once, when it is let go; by key, with every press. */
  onCommit(value: number): void
}

/** A native slider with its name and value, which tells of a gesture once it is over. */
export function Slider({ label, value, least, most, step, tell, rest, disabled, onPreview, onCommit }: SliderProps) {
  const [held, setHeld] = useState<number | null>(null)
  const name = useId()
  const input = useSettled((value) => {
    setHeld(null)
    onCommit(Number(value))
  })
  const now = held ?? value
  return (
    <div className="slider">
      <label htmlFor={name}>{label}</label>
      <output className="hint number" htmlFor={name}>
        {tell(now)}
      </output>
      <input
        ref={input}
        id={name}
        type="range"
        className="range"
        min={least}
        max={most}
        step={step}
        value={now}
        disabled={disabled}
        aria-valuetext={tell(now)}
        onChange={(event) => {
          setHeld(Number(event.target.value))
          onPreview?.(Number(event.target.value))
        }}
        onDoubleClick={() => rest !== undefined && onCommit(rest)}
      />
    </div>
  )
}
