import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { Client } from '../core/client'
import { faultOf } from '../core/fault'
import { Dialog } from '../ui/Dialog'
import { SecretField } from '../ui/SecretField'
import { PassphrasePair, wrongPair } from './PassphrasePair'

interface ChoosePassphraseProps {
  readonly client: Client
  /** There is one already. */
  readonly change: boolean
  readonly onClose: () => void
  readonly onCode: (code: string) => void
}

interface Wrong {
  readonly field: 'now' | 'next' | 'again' | 'sure' | 'form'
  readonly says: string
}

/** Asks for a new passphrase, twice, and for the present one where there is one. */
export function ChoosePassphrase({ client, change, onClose, onCode }: ChoosePassphraseProps) {
  const form = useId()
  const [now, setNow] = useState('')
  const [pair, setPair] = useState({ next: '', again: '' })
  const [sure, setSure] = useState(false)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const fields = { now: useRef<HTMLInputElement>(null), next: useRef<HTMLInputElement>(null), again: useRef<HTMLInputElement>(null) }
  const check = useRef<HTMLInputElement>(null)
  const { now: nowField, next: nextField, again: againField } = fields

  // The first field, not the cross, is where the keyboard begins.
  useEffect(() => (change ? nowField : nextField).current?.focus(), [change, nowField, nextField])
  useEffect(() => {
    if (busy || !wrong) return
    const at = { now: nowField, next: nextField, again: againField, sure: check, form: null }[wrong.field]
    at?.current?.focus()
  }, [busy, wrong, nowField, nextField, againField])

  const fault = (): Wrong | null => {
    if (change && now === '') return { field: 'now', says: 'Type the present passphrase or the recovery code.' }
    const wrong = wrongPair(pair)
    if (wrong) return wrong
    if (!change && !sure) return { field: 'sure', says: 'Tick this to go on.' }
    return null
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const found = fault()
    setWrong(found)
    if (found) return
    setBusy(true)
    try {
      onCode(await client.setPassphrase(pair.next, change ? now : null))
    } catch (thrown) {
      const { code, sentence, remedy } = faultOf(thrown)
      setWrong({ field: change && (code === 'wrong-passphrase' || code === 'wait') ? 'now' : 'form', says: `${sentence} ${remedy}` })
      setBusy(false)
    }
  }
  const says = (field: Wrong['field']) => (wrong?.field === field ? wrong.says : null)
  return (
    <Dialog
      title={change ? 'Change the passphrase' : 'Lock with a passphrase'}
      onClose={busy ? undefined : onClose}
      foot={
        <>
          <button type="button" className="button" disabled={busy} onClick={onClose}>
            Cancel
          </button>
          <button type="submit" form={form} className="button button--primary" disabled={busy}>
            {busy ? 'Locking…' : change ? 'Change it' : 'Lock it'}
          </button>
        </>
      }
    >
      <form id={form} className="stack vault-form" noValidate onSubmit={(event) => void submit(event)} aria-busy={busy}>
        <p>
          {change
            ? 'The old passphrase and the old recovery code stop working. You get a new code.'
            : 'From then on the studio opens with this passphrase, or with a recovery code that you get next.'}
        </p>
        {change ? (
          <SecretField
            ref={nowField}
            label="Present passphrase"
            kind="current-password"
            hint="Or the recovery code."
            value={now}
            error={says('now')}
            onChange={setNow}
          />
        ) : null}
        <PassphrasePair label="New passphrase" pair={pair} says={says} fields={fields} onChange={setPair} />
        {change ? null : (
          <div className="field">
            <label className="checkbox">
              <input
                ref={check}
                type="checkbox"
                checked={sure}
                aria-describedby={says('sure') ? `${form}-sure` : undefined}
                onChange={(event) => setSure(event.target.checked)}
              />
              <span>I understand that without the passphrase or the recovery code nobody can open my pictures, Vitrine included</span>
            </label>
            <p className="secret__error" role="alert" id={`${form}-sure`}>
              {says('sure')}
            </p>
          </div>
        )}
        <p className="secret__error" role="alert">
          {says('form')}
        </p>
      </form>
    </Dialog>
  )
}
