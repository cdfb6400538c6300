import { useId, useRef } from 'react'

interface NamePatternProps {
  readonly pattern: string
  readonly tokens: readonly { readonly token: string; readonly means: string }[]
  /** A name made from it. */
  readonly example: string
  readonly disabled: boolean
  onChange(pattern: string): void
}

/** The pattern of file names, with an example of what it gives. */
export function NamePattern({ pattern, tokens, example, disabled, onChange }: NamePatternProps) {
  const input = useRef<HTMLInputElement>(null)
  const name = useId()
  const insert = (token: string) => {
    const field = input.current
    const [from, to] = [field?.selectionStart ?? pattern.length, field?.selectionEnd ?? pattern.length]
    onChange(pattern.slice(0, from) + token + pattern.slice(to))
    field?.focus()
    requestAnimationFrame(() => field?.setSelectionRange(from + token.length, from + token.length))
  }
  return (
    <div className="field">
      <label className="field__label" htmlFor={name}>
        File names
      </label>
      <input
        id={name}
        ref={input}
        className="input code"
        value={pattern}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        disabled={disabled}
        aria-describedby={`${name}-example`}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className="hint names-example" id={`${name}-example`}>
        e.g. <span className="code">{example}</span>
      </span>
      <fieldset className="row names-tokens" disabled={disabled} aria-label="Insert">
        {tokens.map(({ token, means }) => (
          <button
            key={token}
            type="button"
            className="badge code names-token"
            title={means}
            aria-label={`Insert ${means}`}
            disabled={disabled}
            onClick={() => insert(token)}
          >
            {token}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
