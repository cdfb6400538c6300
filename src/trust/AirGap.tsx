import { PlugZap, Unplug } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { isCutOff } from '../core/air-gap'
import type { Client, PartState } from '../core/client'
import { type Fault, faultOf } from '../core/fault'
import { Badge } from '../ui/Badge'
import { FaultNote } from '../ui/FaultNote'

interface AirGapProps {
  readonly client: Client
  readonly parts: readonly PartState[]
}

/** Cuts the studio off from the network altogether, models being here. */
export function AirGap({ client, parts }: AirGapProps) {
  const name = useId()
  const [cut, setCut] = useState<boolean | null>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const missing = parts.filter(({ at }) => at !== 'here')
  useEffect(() => {
    isCutOff().then(setCut, () => setCut(null))
  }, [])
  const change = async (next: boolean) => {
    setBusy(true)
    setFault(null)
    try {
      if (next && missing.length > 0) await client.loadParts('all')
      await client.cutOff(next)
      setCut(next)
    } catch (thrown) {
      setFault(faultOf(thrown))
    }
    setBusy(false)
  }
  if (cut === null) return null
  return (
    <section className="trust-section" aria-labelledby={name}>
      <div className="spread">
        <h2 className="heading" id={name}>
          Air gap
        </h2>
        {cut ? <Badge tone="ok">Cut off</Badge> : null}
      </div>
      <p>
        {cut
          ? 'The service worker lets nothing through, not even for the app’s own files, and from the next loading of the page on the browser is told to refuse it, too. No new version is looked for by the app.'
          : 'With everything on this device the studio needs no network at all. Cut off, not even the app’s own files may be asked for.'}
      </p>
      <FaultNote fault={fault} />
      <div className="row">
        <button type="button" className="button" disabled={busy} onClick={() => void change(!cut)}>
          {cut ? <PlugZap size={16} aria-hidden /> : <Unplug size={16} aria-hidden />}
          {cut
            ? 'Allow the app’s own files again'
            : busy && missing.length > 0
              ? 'Loading what is missing…'
              : missing.length > 0
                ? 'Load what is missing and cut off'
                : 'Cut off'}
        </button>
        <span className="hint">
          What the browser itself does is out of reach: once a day it may look whether <code className="code">sw.js</code> has changed. That
          carries nothing. To rule it out, take the computer off the network.
        </span>
      </div>
    </section>
  )
}
