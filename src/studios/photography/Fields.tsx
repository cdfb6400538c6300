import { type ReactNode, useId } from 'react'
import type { Scene } from '../../core/scene/document'
import { clamp } from '../../core/scene/numbers'
import { Slider } from '../../ui/Slider'
import { TextField } from '../../ui/TextField'
import type { Desk } from './desk'
import { formatLength } from './measure'

export interface AmountProps {
  readonly desk: Desk
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly step: number
  readonly rest?: number
  tell(value: number): string
  /** The scene with that value. */
  to(value: number): Scene
}

/** A slider over one number of the scene. */
export function Amount({ desk, value, least, most, to, ...slider }: AmountProps) {
  return (
    <Slider
      {...slider}
      least={least}
      most={most}
      value={clamp(value, least, most)}
      disabled={desk.disabled}
      onPreview={(value) => desk.preview(to(value))}
      onCommit={(value) => desk.commit(to(value))}
    />
  )
}

/** Steps of a slider whose every step is the same share of its value. */
const STEPS = 240

interface LengthProps extends Omit<AmountProps, 'step' | 'tell' | 'rest'> {
  tell?(value: number): string
}

/** A slider over a length, mm, as fine for small ones as for large ones. */
export function Length({ desk, value, least, most, to, tell = formatLength, label }: LengthProps) {
  const whole = Math.log(most / least)
  const at = (step: number) => Number((least * Math.exp((step / STEPS) * whole)).toPrecision(3))
  const step = Math.round((Math.log(clamp(value, least, most) / least) / whole) * STEPS)
  return (
    <Slider
      label={label}
      value={step}
      least={0}
      most={STEPS}
      step={1}
      disabled={desk.disabled}
      tell={(held) => tell(held === step ? value : at(held))}
      onPreview={(step) => desk.preview(to(at(step)))}
      onCommit={(held) => held !== step && desk.commit(to(at(held)))}
    />
  )
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options:
    | readonly (readonly [T, string])[]
    | readonly { readonly title: string; readonly options: readonly (readonly [T, string])[] }[]
  readonly disabled: boolean
  onChoose(value: T): void
}

/** One of several, in a native list. */
export function Choice<T extends string>({ label, value, options, disabled, onChoose }: ChoiceProps<T>) {
  const name = useId()
  const option = ([id, title]: readonly [T, string]) => (
    <option key={id} value={id}>
      {title}
    </option>
  )
  return (
    <div className="choice">
      <label htmlFor={name}>{label}</label>
      <select
        id={name}
        className="input"
        value={value}
        disabled={disabled}
        autoComplete="off"
        onChange={(event) => onChoose(event.target.value as T)}
      >
        {options.map((one) =>
          'options' in one ? (
            <optgroup key={one.title} label={one.title}>
              {one.options.map(option)}
            </optgroup>
          ) : (
            option(one)
          ),
        )}
      </select>
    </div>
  )
}

interface ExactProps {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly disabled: boolean
  readonly hint?: string
  /** Behind the point, at most. */
  readonly digits?: number
  onCommit(value: number): void
}

/** A number that is typed; what is no number, or out of range, is brought into it. */
export function Exact({ label, value, least, most, disabled, hint, digits = 1, onCommit }: ExactProps) {
  return (
    <TextField
      label={label}
      value={String(Number(value.toFixed(digits)))}
      placeholder=""
      hint={hint}
      maxLength={8}
      disabled={disabled}
      onCommit={(typed) => {
        const number = Number(typed.replace(',', '.').replace(/\s*mm$/, ''))
        if (typed !== '' && Number.isFinite(number)) onCommit(clamp(number, least, most))
      }}
    />
  )
}

interface SwitchProps {
  readonly label: string
  readonly on: boolean
  readonly disabled: boolean
  onChange(): void
}

/** On or off. */
export function Switch({ label, on, disabled, onChange }: SwitchProps) {
  return (
    <label className="switch">
      <input type="checkbox" role="switch" aria-checked={on} checked={on} disabled={disabled} onChange={onChange} />
      <span>{label}</span>
    </label>
  )
}

interface SectionProps {
  readonly title: string
  readonly hint?: string
  readonly act?: ReactNode
  readonly children: ReactNode
}

/** A part of a panel under its own heading. */
export function Section({ title, hint, act, children }: SectionProps) {
  const name = useId()
  return (
    <section className="editor-section set-section" aria-labelledby={name}>
      <div className="spread set-section-head">
        <h2 className="editor-title" id={name}>
          {title}
        </h2>
        {act}
      </div>
      {hint ? <p className="hint">{hint}</p> : null}
      {children}
    </section>
  )
}
