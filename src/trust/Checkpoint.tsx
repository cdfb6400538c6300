import { Check, Copy, FileArchive } from 'lucide-react'
import { useMemo, useState } from 'react'
import { encode } from 'uqr'
import type { Client } from '../core/client'
import { type Fault, faultOf } from '../core/fault'
import { copyText } from '../ui/copy'
import { formatMoment, formatPlural } from '../ui/format'
import { saveFile } from '../ui/save'

export type Newest = Awaited<ReturnType<Client['checkpoint']>>

interface CheckpointProps {
  readonly client: Client
  readonly newest: NonNullable<Newest>
  readonly onFault: (fault: Fault) => void
}

/** A QR code of a text as one path of black squares on white, readable in light and dark. */
function Code({ text }: { readonly text: string }) {
  const { data, size } = useMemo(() => encode(text, { ecc: 'L', border: 4 }), [text])
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      className="trust-qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="The checkpoint as a QR code"
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${size}v${size}h-${size}z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

/** What to keep outside this computer, and all that an auditor needs. */
export function Checkpoint({ client, newest, onFault }: CheckpointProps) {
  const [copied, setCopied] = useState(false)
  const [busy, setBusy] = useState(false)
  const copy = () =>
    copyText(newest.note).then(
      () => setCopied(true),
      (thrown: unknown) => onFault(faultOf(thrown)),
    )
  const download = async () => {
    setBusy(true)
    try {
      await saveFile(`vitrine-ledger-${newest.size}.zip`, () => client.evidence())
    } catch (thrown) {
      onFault(faultOf(thrown))
    }
    setBusy(false)
  }
  return (
    <div className="trust-checkpoint">
      <Code text={newest.note} />
      <div className="trust-witness">
        <h3>Checkpoint of {formatPlural(newest.size, 'line')}</h3>
        <p className="hint">
          Signed on this device on {formatMoment(newest.at)}, by a key that no script can read. Keep a copy outside this computer: print it,
          photograph the code, send it to someone. Who holds it can prove that nothing before it was changed or taken out since.
        </p>
        <pre className="code trust-note">{newest.note}</pre>
        <p className="hint">
          Key <code className="code">{newest.key}</code>
        </p>
        <div className="row">
          <button type="button" className="button" onClick={copy}>
            {copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />} Copy checkpoint
          </button>
          <button type="button" className="button" disabled={busy} onClick={() => void download()}>
            <FileArchive size={16} aria-hidden /> Download for an auditor
          </button>
          <span className="visually-hidden" role="status">
            {copied ? 'Copied' : ''}
          </span>
        </div>
      </div>
    </div>
  )
}
