import { Eye, EyeOff } from 'lucide-react'
import { type ReactNode, type Ref, useId, useState } from 'react'

interface SecretFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Which of the two a password manager should offer or make. */
  readonly kind: 'current-password' | 'new-password'
  readonly hint?: ReactNode
  /** What is wrong with it; read out at once. */
  readonly error?: string | null
  readonly disabled?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

/** A field for a passphrase, with a button that shows what was typed. */
export function SecretField({ label, value, onChange, kind, hint, error, disabled, ref }: SecretFieldProps) {
  const [shown, setShown] = useState(false)
  const id = useId()
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <div className="secret">
        <input
          ref={ref}
          id={id}
          className="input"
          type={shown ? 'text' : 'password'}
          autoComplete={kind}
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          value={value}
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={[error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined}
          onChange={(event) => onChange(event.target.value)}
        />
        <button
          type="button"
          className="icon-button icon-button--small"
          aria-label={`Show ${label.toLowerCase()}`}
          title={shown ? 'Hide' : 'Show'}
          aria-pressed={shown}
          aria-controls={id}
          disabled={disabled}
          onClick={() => setShown((now) => !now)}
        >
          {shown ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
        </button>
      </div>
      <p className="secret__error" role="alert" id={`${id}-error`}>
        {error}
      </p>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
