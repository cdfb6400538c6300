import type { ReactNode } from 'react'
import { DataMining, LONGEST_TEXT, type RightsWish } from '../../core/rights'
import { TextField } from '../../ui/TextField'

interface RightsFieldsProps {
  /** Whether the files carry any metadata. */
  readonly on: boolean
  readonly wish: RightsWish
  readonly disabled: boolean
  onSwitch(on: boolean): void
  onChange(wish: RightsWish): void
  /** What else the files may carry. */
  readonly children: ReactNode
}

const MEANS: Record<DataMining, string> = {
  'DMI-PROHIBITED-AIMLTRAINING': 'Prohibit AI training',
  'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING': 'Prohibit all data mining but search engines',
}

/** What the files say of their maker, and of what may be done with them. */
export function RightsFields({ on, wish, disabled, onSwitch, onChange, children }: RightsFieldsProps) {
  const put = (change: Partial<RightsWish>) => onChange({ ...wish, ...change })
  return (
    <fieldset className="rights" disabled={disabled}>
      <legend>Rights</legend>
      <label className="switch">
        <input type="checkbox" role="switch" aria-checked={on} checked={on} onChange={(event) => onSwitch(event.target.checked)} />
        <span>Carry rights in the files</span>
      </label>
      {on ? (
        <>
          <TextField
            label="Creator"
            value={wish.creator}
            placeholder="From each photo’s own file"
            maxLength={LONGEST_TEXT}
            disabled={disabled}
            onCommit={(creator) => put({ creator })}
          />
          <TextField
            label="Copyright notice"
            value={wish.copyright}
            placeholder="From each photo’s own file"
            maxLength={LONGEST_TEXT}
            disabled={disabled}
            onCommit={(copyright) => put({ copyright })}
          />
          <label className="field">
            <span className="field__label">AI training and data mining</span>
            <select
              className="input"
              value={wish.mining ?? ''}
              onChange={(event) => put({ mining: DataMining.safeParse(event.target.value).data ?? null })}
            >
              {DataMining.options.map((term) => (
                <option key={term} value={term}>
                  {MEANS[term]}
                </option>
              ))}
              <option value="">Say nothing</option>
            </select>
          </label>
          <label className="checkbox">
            <input type="checkbox" checked={wish.story} onChange={(event) => put({ story: event.target.checked })} />
            <span>Description and date of the photo, too</span>
          </label>
          <p className="hint">
            Each file also says how it was made: a product put on a backdrop, or a photo without its background. These lines are a request
            that honest readers follow, not a lock; marketplaces often strip them.
          </p>
        </>
      ) : null}
      {children}
    </fieldset>
  )
}
