import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { VaultState } from '../core/client'
import { type Fault, faultOf } from '../core/fault'
import { SecretField } from '../ui/SecretField'
import { useClient } from './context'
import { Mark } from './Mark'

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })

/** Whole seconds until `when`, counted down; 0 = it has come. */
function useSecondsUntil(when: string | null): number {
  const left = () => (when === null ? 0 : Math.max(0, Math.ceil((Date.parse(when) - Date.now()) / 1000)))
  const [, count] = useState(0)
  const seconds = left()
  const waiting = seconds > 0
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => count((n) => n + 1), 250)
    return () => clearInterval(timer)
  }, [waiting])
  return seconds
}

const asTime = (seconds: number) => `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, '0')}`

/** All that is shown while the vault is locked: nothing of what is in it, not even how much. */
export function Locked({ vault }: { readonly vault: VaultState }) {
  const client = useClient()
  const [secret, setSecret] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const seconds = useSecondsUntil(vault.waitUntil)
  const waiting = seconds > 0

  useEffect(() => {
    document.title = 'Locked · Vitrine'
    // The field goes when the vault opens; the keyboard goes on in what opened.
    return () => document.getElementById('main')?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (waiting || busy) return
    field.current?.focus()
    field.current?.select()
  }, [waiting, busy])

  const unlock = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || waiting) return
    if (secret === '') {
      setFault({ code: 'empty', sentence: 'Type your passphrase first.', remedy: '', retry: true })
      field.current?.focus()
      return
    }
    setFault(null)
    setBusy(true)
    try {
      await client.unlock(secret)
    } catch (thrown) {
      setFault(faultOf(thrown))
      setBusy(false)
    }
  }
  // What the line about waiting says need not be said twice.
  const told = fault?.code === 'wait' && vault.waitUntil ? null : fault
  return (
    <main className="locked" id="locked">
      <div className="locked__sheet">
        <Mark size={40} />
        <h1 className="title">Vitrine is locked</h1>
        <form className="locked__form" onSubmit={(event) => void unlock(event)} aria-busy={busy}>
          <SecretField
            ref={field}
            label="Passphrase"
            kind="current-password"
            value={secret}
            disabled={busy || waiting}
            error={told ? `${told.sentence} ${told.remedy}` : null}
            onChange={setSecret}
          />
          <div className="locked__wait">
            <p role="status">
              {vault.waitUntil === null
                ? ''
                : waiting
                  ? `Too many wrong tries. The next one is possible at ${clock.format(new Date(vault.waitUntil))}.`
                  : 'You can try again now.'}
            </p>
            {waiting ? (
              <p className="number locked__count" aria-hidden>
                {asTime(seconds)}
              </p>
            ) : null}
          </div>
          <button type="submit" className="button button--primary button--large" disabled={busy || waiting}>
            {busy ? 'Opening…' : 'Unlock'}
          </button>
        </form>
        <details className="disclosure locked__help">
          <summary>I forgot my passphrase</summary>
          <div className="stack">
            <p>
              The recovery code from your printed kit opens the studio, too. Type it into the same field, then choose a new passphrase under
              “This device”.
            </p>
            <p>
              Without the passphrase and without the code nobody can open it, us included: we hold no copy and no other key. What is in here
              cannot be recovered then. Files that you exported are where you put them, and they are not locked.
            </p>
          </div>
        </details>
      </div>
    </main>
  )
}
