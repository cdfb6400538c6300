import { useEffect, useId, useState } from 'react'
import type { Client } from '../../core/client'
import type { Signatures, SignedBy } from '../../core/credentials'
import type { DataMining } from '../../core/rights'
import { formatDay } from '../../ui/format'

interface CredentialsFieldProps {
  readonly client: Pick<Client, 'signatures'>
  readonly by: SignedBy | null
  /** What the files prohibit; null = nothing. */
  readonly mining: DataMining | null
  /** Files in layers are among those chosen. */
  readonly layered: boolean
  readonly disabled: boolean
  onChange(by: SignedBy | null): void
}

const FORBID: Readonly<Record<DataMining, string>> = {
  'DMI-PROHIBITED-AIMLTRAINING': 'They also say that AI training, AI inference and data mining are not allowed.',
  'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING':
    'They also say that AI training and AI inference are not allowed, and data mining to search engines alone.',
}

/** What the choice comes to, in a seller's words. */
function worth(by: SignedBy | null, { device, own }: Signatures): string {
  switch (by) {
    case 'device':
      return `Locally signed${device ? ` as “${device.name}”` : ''}: shows that the file has not changed since Vitrine wrote it. Checkers will call the signer unknown.`
    case 'own':
      return own
        ? `Signed as “${own.name}”, issued by “${own.issuer}”, until ${formatDay(new Date(own.until))}. Checkers that trust the issuer will name you.`
        : 'There is no certificate of your own on this device: bring one under “This device”.'
    case null:
      return `A signed statement in each file of how it was made (C2PA).${own ? '' : ' To sign with a certificate of your own, bring it under “This device”.'}`
  }
}

/** Whether the files carry Content Credentials, and whose certificate signs them. */
export function CredentialsField({ client, by, mining, layered, disabled, onChange }: CredentialsFieldProps) {
  const hint = useId()
  const [signatures, set] = useState<Signatures>({ device: null, own: null })
  useEffect(() => {
    // What cannot be read now is said when it is needed: then the export itself tells why.
    void client.signatures().then(set, () => {})
  }, [client])
  return (
    <div className="field">
      <label className="field">
        <span className="field__label">Content Credentials</span>
        <select
          className="input"
          value={by ?? ''}
          disabled={disabled}
          aria-describedby={hint}
          onChange={(event) => {
            const { value } = event.target
            onChange(value === 'device' || value === 'own' ? value : null)
          }}
        >
          <option value="">None</option>
          <option value="device">Signed by this device</option>
          <option value="own" disabled={!signatures.own}>
            Signed by your certificate
          </option>
        </select>
      </label>
      <p className="hint" id={hint}>
        {worth(by, signatures)} {by && mining ? FORBID[mining] : ''} {by ? 'Some 4 kB a file; marketplaces often strip them.' : ''}{' '}
        {by && layered ? 'Layered files (PSD) go without: nothing can sign those yet.' : ''}
      </p>
    </div>
  )
}
