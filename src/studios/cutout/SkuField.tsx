import { useRef, useState } from 'react'

interface SkuFieldProps {
  readonly sku: string
  readonly name: string
  readonly disabled: boolean
  onCommit(sku: string): void
}

/** What the file's name gives as SKU when none is typed: the name without its ending. */
const fromName = (name: string) => name.replace(/\.[^.]+$/, '')

/** Stock keeping unit. Typing is free; Enter or leaving the field commits once, Escape takes it back. */
export function SkuField({ sku, name, disabled, onCommit }: SkuFieldProps) {
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
    if (text !== undefined && text !== sku) onCommit(text)
  }
  return (
    <label className="field">
      <span className="field__label">SKU</span>
      <input
        className="input"
        maxLength={80}
        placeholder={fromName(name)}
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        value={typed ?? sku}
        onChange={(event) => type(event.target.value)}
        onBlur={end}
        onKeyDown={(event) => {
          if (event.key === 'Enter') end()
          if (event.key === 'Escape') {
            event.stopPropagation()
            type(null)
            event.currentTarget.blur()
          }
        }}
      />
      <span className="hint">Goes into file names. Empty: taken from the file’s name.</span>
    </label>
  )
}
