import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { Client } from '../core/client'
import { faultOf } from '../core/fault'
import { Dialog } from '../ui/Dialog'
import { SecretField } from '../ui/SecretField'

/** Asks for the passphrase a last time. */
export function RemovePassphrase({ client, onClose }: { readonly client: Client; readonly onClose: () => void }) {
  const form = useId()
  const [now, setNow] = useState('')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!busy) field.current?.focus()
  }, [busy])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (now === '') {
      setWrong('Type the passphrase or the recovery code.')
      field.current?.focus()
      return
    }
    setBusy(true)
    setWrong(null)
    try {
      await client.removePassphrase(now)
      onClose()
    } catch (thrown) {
      const { sentence, remedy } = faultOf(thrown)
      setWrong(`${sentence} ${remedy}`)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title="Remove the passphrase"
      onClose={busy ? undefined : onClose}
      foot={
        <>
          <button type="button" className="button" disabled={busy} onClick={onClose}>
            Keep it
          </button>
          <button type="submit" form={form} className="button button--danger" disabled={busy}>
            {busy ? 'Removing…' : 'Remove it'}
          </button>
        </>
      }
    >
      <form id={form} className="stack vault-form" noValidate onSubmit={(event) => void submit(event)} aria-busy={busy}>
        <p>
          What is stored stays encrypted, but its key lies on this device again: whoever can use this browser can open the studio. Your
          recovery code stops working.
        </p>
        <SecretField
          ref={field}
          label="Present passphrase"
          kind="current-password"
          hint="Or the recovery code."
          value={now}
          error={wrong}
          onChange={setNow}
        />
      </form>
    </Dialog>
  )
}
