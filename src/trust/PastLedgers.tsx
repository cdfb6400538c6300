import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { PastLedgerSummary } from '../core/backup'
import type { Client } from '../core/client'
import { type Fault, faultOf } from '../core/fault'
import { formatMoment, formatPlural } from '../ui/format'
import { saveFile } from '../ui/save'

/** Ledgers that came with backups. They are provable for themselves: another device's key signed them. */
export function PastLedgers({ client, onFault }: { readonly client: Client; readonly onFault: (fault: Fault) => void }) {
  const [past, setPast] = useState<readonly PastLedgerSummary[]>([])
  useEffect(() => {
    client.pastLedgers().then(setPast, (thrown: unknown) => onFault(faultOf(thrown)))
  }, [client, onFault])
  if (past.length === 0) return null
  const save = ({ id, made }: PastLedgerSummary) =>
    saveFile(`vitrine-ledger-${made.slice(0, 10)}.zip`, () => client.evidence(id)).catch((thrown: unknown) => onFault(faultOf(thrown)))
  return (
    <div className="card stack">
      <p>Before this ledger there were others; they came with backups, signed by the keys of the devices on which they were written.</p>
      <ul className="trust-list">
        {past.map((one) => (
          <li key={one.id}>
            <span className="spread">
              <span>
                {formatPlural(one.lines, 'line')} <span className="hint">· until {formatMoment(one.made)}</span>
              </span>
              <button
                type="button"
                className="button button--small"
                aria-label={`Save the ledger of ${formatMoment(one.made)} for an auditor`}
                onClick={() => void save(one)}
              >
                <Download size={15} aria-hidden /> Save for an auditor
              </button>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
