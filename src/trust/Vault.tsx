import { Lock } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { Client, VaultState } from '../core/client'
import { type Fault, faultOf } from '../core/fault'
import { FaultNote } from '../ui/FaultNote'
import { ChoosePassphrase } from './ChoosePassphrase'
import { RecoveryKit } from './RecoveryKit'
import { RemovePassphrase } from './RemovePassphrase'

const MINUTES = [5, 10, 30, 60]

interface VaultProps {
  readonly client: Client
  readonly vault: VaultState
  readonly lock: () => void
}

/** How what is stored here is locked, and what can be changed about it. */
export function Vault({ client, vault, lock }: VaultProps) {
  const name = useId()
  const [asking, ask] = useState<'choose' | 'remove' | null>(null)
  // The recovery code lives here alone, until its kit has been put away.
  const [code, setCode] = useState<string | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const locked = vault.lock === 'passphrase'
  const idle = vault.idleMinutes
  const choices = idle === null || MINUTES.includes(idle) ? MINUTES : [...MINUTES, idle].sort((a, b) => a - b)
  const close = () => ask(null)

  // The button that began it may be gone with the lock that it changed: the keyboard goes on from here.
  const section = useRef<HTMLElement>(null)
  const begun = useRef(false)
  useEffect(() => {
    if (asking !== null || code !== null) begun.current = true
    else if (begun.current && document.activeElement === document.body) section.current?.focus({ preventScroll: true })
  }, [asking, code])
  return (
    <section ref={section} className="trust-section vault" aria-labelledby={name} tabIndex={-1}>
      <h2 className="heading" id={name}>
        Vault
      </h2>
      {locked ? (
        <>
          <p>
            Everything stored here is encrypted, and only your passphrase or your recovery code opens it. Vitrine keeps neither, so nobody
            can open it for you.
          </p>
          <div className="vault-bar">
            <label className="row">
              <span>Lock by itself</span>
              <select
                className="input trust-select"
                autoComplete="off"
                value={idle ?? 'never'}
                onChange={(event) => {
                  const { value } = event.target
                  setFault(null)
                  client.chooseIdle(value === 'never' ? null : Number(value)).catch((thrown: unknown) => setFault(faultOf(thrown)))
                }}
              >
                {choices.map((minutes) => (
                  <option key={minutes} value={minutes}>
                    {minutes === 60 ? 'after an hour' : `after ${minutes} minutes`}
                  </option>
                ))}
                <option value="never">never</option>
              </select>
            </label>
            <p className="hint">
              {idle === null
                ? 'It stays open until you lock it or close its last tab.'
                : 'Counted from the last time you touched the studio. A running batch, export or backup is waited for.'}
            </p>
          </div>
          <FaultNote fault={fault} />
          <div className="row">
            <button type="button" className="button" title="Ctrl+Shift+L, on a Mac ⌘⇧L" onClick={lock}>
              <Lock size={16} aria-hidden /> Lock now
            </button>
            <button type="button" className="button" onClick={() => ask('choose')}>
              Change passphrase…
            </button>
            <button type="button" className="button button--danger" onClick={() => ask('remove')}>
              Remove passphrase…
            </button>
          </div>
        </>
      ) : (
        <>
          <p>Everything stored here is encrypted. Its key lies on this device, so whoever can use this browser can open the studio.</p>
          <button type="button" className="button" onClick={() => ask('choose')}>
            <Lock size={16} aria-hidden /> Lock with a passphrase…
          </button>
        </>
      )}
      {asking === 'choose' ? (
        <ChoosePassphrase
          client={client}
          change={locked}
          onClose={close}
          onCode={(made) => {
            setCode(made)
            close()
          }}
        />
      ) : null}
      {asking === 'remove' ? <RemovePassphrase client={client} onClose={close} /> : null}
      {code === null ? null : <RecoveryKit code={code} onDone={() => setCode(null)} />}
    </section>
  )
}
