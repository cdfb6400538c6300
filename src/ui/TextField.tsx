import { useRef, useState } from 'react'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  /** What holds when nothing is typed. */
  readonly placeholder: string
  readonly hint?: string
  readonly maxLength: number
  readonly disabled: boolean
  onCommit(value: string): void
}

/** A line of text. Typing is free; Enter or leaving the field commits once, Escape takes it back. */
export function TextField({ label, value, placeholder, hint, maxLength, disabled, onCommit }: TextFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  // Read when the field loses focus, which Escape causes before the next drawing.
  const latest = useRef<string | null>(null)
  const type = (text: string | null) => {
    latest.current = text
    setTyped(text)
  }
  const end = () => {
    const text = latest.current?.trim()
    type(null)
    if (text !== undefined && text !== value) onCommit(text)
  }
  return (
    <label className="field">
      <span className="field__label">{label}</span>
      <input
        className="input"
        maxLength={maxLength}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        value={typed ?? value}
        onChange={(event) => type(event.target.value)}
        onBlur={end}
        onKeyDown={(event) => {
          if (event.key === 'Enter') end()
          if (event.key === 'Escape') {
            event.stopPropagation()
            // In a dialog the same key would close it, with what was typed.
            if (latest.current !== null) event.preventDefault()
            type(null)
            event.currentTarget.blur()
          }
        }}
      />
      {hint ? <span className="hint">{hint}</span> : null}
    </label>
  )
}
