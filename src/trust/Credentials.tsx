import { Download } from 'lucide-react'
import { type FormEvent, useEffect, useId, useState } from 'react'
import type { Client } from '../core/client'
import { type Certificate, LOCALLY_SIGNED, LONGEST_NAME, type Signatures } from '../core/credentials'
import { type Fault, faultOf } from '../core/fault'
import { Confirm } from '../ui/Confirm'
import { FaultNote } from '../ui/FaultNote'
import { formatDay } from '../ui/format'
import { saveFile } from '../ui/save'
import { CredentialsBring } from './CredentialsBring'
import { CredentialsCheck } from './CredentialsCheck'

/** What a certificate says of its owner, and what it is told by. */
function Facts({ certificate: { name, issuer, until, fingerprint } }: { readonly certificate: Certificate }) {
  return (
    <dl className="trust-certificate">
      {[
        ['Name', name],
        ['Issued by', issuer],
        ['Counts until', formatDay(new Date(until))],
        ['SHA-256', fingerprint],
      ].map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The certificates that exports can be signed with, and a look at what a signed file says. */
export function Credentials({ client }: { readonly client: Client }) {
  const heading = useId()
  const [signatures, set] = useState<Signatures | null>(null)
  const [asking, ask] = useState<'bring' | 'remove' | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const attempt = async (work: Promise<Signatures>) => {
    setFault(null)
    await work.then(set, (thrown: unknown) => setFault(faultOf(thrown)))
  }
  useEffect(() => {
    client.signatures().then(set, (thrown: unknown) => setFault(faultOf(thrown)))
  }, [client])
  const save = (authority: string) =>
    saveFile('vitrine-authority.pem', () => new Blob([authority], { type: 'application/x-pem-file' })).catch((thrown: unknown) =>
      setFault(faultOf(thrown)),
    )
  const { device = null, own = null } = signatures ?? {}
  return (
    <section className="trust-section" aria-labelledby={heading}>
      <h2 className="heading" id={heading}>
        Content Credentials
      </h2>
      <p>
        An export can carry a signed statement of how it was made (C2PA); you say so when exporting. Whoever opens the file in a checker
        sees whether it was changed since, and who signed it.
      </p>
      <FaultNote fault={fault} />
      <div className="trust-signers">
        <article className="card trust-signer" aria-label="This device’s certificate">
          <h3>This device</h3>
          <p className="hint">
            A key that no script can read out, with a certificate that this device issued itself. Files say “locally signed”, and checkers
            call the signer unknown.
          </p>
          {device ? <Facts certificate={device} /> : null}
          <Naming name={device?.name ?? ''} onName={(name) => attempt(client.nameDevice(name))} />
          {device ? (
            <>
              <button type="button" className="button" onClick={() => void save(device.authority)}>
                <Download size={16} aria-hidden /> Save the authority’s certificate
              </button>
              <p className="hint">Whoever adds it to their checker as trusted sees that files are from this device.</p>
            </>
          ) : null}
        </article>
        <article className="card trust-signer" aria-label="Your certificate">
          <h3>Your certificate</h3>
          <p className="hint">
            One that an authority issued to you for e-mail, documents or C2PA. Its key is kept encrypted here and never shown again.
          </p>
          {own ? <Facts certificate={own} /> : null}
          <div className="row">
            <button type="button" className="button" onClick={() => ask('bring')}>
              {own ? 'Replace it…' : 'Bring a certificate…'}
            </button>
            {own ? (
              <button type="button" className="button button--danger" onClick={() => ask('remove')}>
                Remove it…
              </button>
            ) : null}
          </div>
        </article>
      </div>
      <CredentialsCheck client={client} />
      {asking === 'bring' ? <CredentialsBring client={client} onBrought={set} onClose={() => ask(null)} /> : null}
      {asking === 'remove' ? (
        <Confirm
          title="Remove your certificate?"
          act="Remove it"
          onClose={() => ask(null)}
          onAct={() => void attempt(client.removeCertificate()).finally(() => ask(null))}
        >
          Its key is destroyed in this browser. Your own files of it stay where they are, and what was signed with it stays signed.
        </Confirm>
      ) : null}
    </section>
  )
}

function Naming({ name, onName }: { readonly name: string; readonly onName: (name: string) => Promise<void> }) {
  const [typed, type] = useState<string | null>(null)
  const shown = typed ?? (name === LOCALLY_SIGNED ? '' : name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void onName(shown).then(() => type(null))
  }
  return (
    <form className="trust-naming" onSubmit={submit}>
      <label className="field">
        <span className="field__label">Name in the certificate</span>
        <input
          className="input"
          value={shown}
          placeholder={LOCALLY_SIGNED}
          maxLength={LONGEST_NAME}
          autoComplete="organization"
          spellCheck={false}
          onChange={(event) => type(event.target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={name !== '' && typed === null}>
        {name === '' ? 'Make it now' : 'Save name'}
      </button>
    </form>
  )
}
