import { type FormEvent, useId, useRef, useState } from 'react'
import type { Client } from '../core/client'
import type { Signatures } from '../core/credentials'
import { type Fault, faultOf } from '../core/fault'
import { Dialog } from '../ui/Dialog'
import { FaultNote } from '../ui/FaultNote'
import { FileField } from '../ui/FileField'

interface CredentialsBringProps {
  readonly client: Pick<Client, 'bringCertificate'>
  onBrought(signatures: Signatures): void
  onClose(): void
}

/** Takes the two files of a certificate, and says what is wrong with them. */
export function CredentialsBring({ client, onBrought, onClose }: CredentialsBringProps) {
  const form = useId()
  const [certificate, setCertificate] = useState<File | null>(null)
  const [key, setKey] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!certificate || !key || busy) return
    setBusy(true)
    setFault(null)
    try {
      onBrought(await client.bringCertificate(certificate, key))
      onClose()
    } catch (thrown) {
      setFault(faultOf(thrown))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title="Bring your certificate"
      onClose={busy ? undefined : onClose}
      foot={
        <>
          <button type="button" className="button" disabled={busy} onClick={onClose}>
            Cancel
          </button>
          <button type="submit" form={form} className="button button--primary" disabled={!certificate || !key || busy}>
            {busy ? 'Trying it…' : 'Use it'}
          </button>
        </>
      }
    >
      <form id={form} className="stack vault-form" onSubmit={(event) => void submit(event)} aria-busy={busy}>
        <p>It is tried on a picture of one pixel. Nothing leaves this device: neither the files nor a question whether it still counts.</p>
        <Choice
          label="Certificate"
          hint="PEM, with the certificates of whoever issued it in the same file (.pem, .crt, .cer)."
          accept=".pem,.crt,.cer,.chain"
          file={certificate}
          onFile={setCertificate}
        />
        <Choice label="Private key" hint="PEM, PKCS#8, without a passphrase (.pem, .key)." accept=".pem,.key" file={key} onFile={setKey} />
        <FaultNote fault={fault} />
      </form>
    </Dialog>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly hint: string
  readonly accept: string
  readonly file: File | null
  onFile(file: File): void
}

function Choice({ label, hint, accept, file, onFile }: ChoiceProps) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <div className="field">
      <span className="field__label">{label}</span>
      <div className="row">
        <button type="button" className="button" aria-label={`Choose the ${label.toLowerCase()}…`} onClick={() => field.current?.click()}>
          Choose a file…
        </button>
        <span className="clip">{file?.name ?? 'None yet'}</span>
      </div>
      <FileField ref={field} label={label} accept={accept} onFiles={([chosen]) => chosen && onFile(chosen)} />
      <p className="hint">{hint}</p>
    </div>
  )
}
