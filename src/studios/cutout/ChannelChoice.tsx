import { useId } from 'react'
import type { ChannelId } from '../../core/channels'
import { offers } from './offers'

interface ChannelChoiceProps {
  readonly chosen: readonly ChannelId[]
  readonly disabled: boolean
  onChange(chosen: readonly ChannelId[]): void
}

/** The channels to export for, each with what it gets. */
export function ChannelChoice({ chosen, disabled, onChange }: ChannelChoiceProps) {
  const name = useId()
  const toggle = (id: ChannelId, on: boolean) =>
    onChange(offers.map((offer) => offer.id).filter((other) => (other === id ? on : chosen.includes(other))))
  return (
    <fieldset className="channels" disabled={disabled}>
      <legend className="visually-hidden">Channels</legend>
      {offers.map(({ id, title, line }) => (
        <label key={id} className="checkbox channel">
          <input
            type="checkbox"
            aria-labelledby={`${name}-${id}`}
            aria-describedby={`${name}-${id}-line`}
            checked={chosen.includes(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          />
          <span>
            <span id={`${name}-${id}`}>{title}</span>
            <span id={`${name}-${id}-line`} className="hint number channel-line">
              {line}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
