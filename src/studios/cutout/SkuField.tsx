import { useState } from 'react'

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
  const end = (value: string | null) => {
    setTyped(null)
    if (value !== null && value.trim() !== sku) onCommit(value.trim())
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
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => end(typed)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') {
            event.stopPropagation()
            setTyped(null)
            event.currentTarget.blur()
          }
        }}
      />
      <span className="hint">Goes into file names. Empty: taken from the file’s name.</span>
    </label>
  )
}
