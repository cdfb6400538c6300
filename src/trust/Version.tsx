import { Check, Copy, Download, Fingerprint } from 'lucide-react'
import { useState } from 'react'
import { type Fault, faultOf } from '../core/fault'
import { copyText } from '../ui/copy'
import { FaultNote } from '../ui/FaultNote'
import { formatBytes, formatPlural } from '../ui/format'
import { saveFile } from '../ui/save'
import { computeSums, type Installed, installedHere, type Sums } from './installed'

/** The version in `package.json`, put in by the build. */
declare const __VITRINE_VERSION__: string

/** What runs here: its version, and on demand the SHA-256 of every file of it, to be held against the published list. */
export function Version({ installed = installedHere() }: { readonly installed?: Installed }) {
  const [sums, setSums] = useState<Sums | 'busy' | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const compute = async () => {
    setSums('busy')
    setFault(null)
    try {
      setSums(await computeSums(installed))
    } catch (thrown) {
      setSums(null)
      setFault(faultOf(thrown))
    }
  }
  return (
    <section className="trust-section" aria-labelledby="version">
      <h2 className="heading" id="version">
        This version
      </h2>
      <p>
        Vitrine <span className="number">{__VITRINE_VERSION__}</span>. The same source builds to the same bytes, and every build publishes
        the SHA-256 of its files as <code className="code">SHA256SUMS</code>. Here this page computes them of the files that are installed
        in this browser. Nothing is fetched for it.
      </p>
      <button type="button" className="button" disabled={sums === 'busy'} onClick={() => void compute()}>
        <Fingerprint size={16} aria-hidden /> Compute the hashes of what runs here
      </button>
      <FaultNote fault={fault} />
      <p className="hint" role="status">
        {sums === 'busy' ? 'Computing…' : sums ? `${formatPlural(sums.files, 'file')}, ${formatBytes(sums.bytes)}.` : ''}
      </p>
      {sums && sums !== 'busy' ? <Result sums={sums} onFault={setFault} /> : null}
    </section>
  )
}

function Result({ sums, onFault }: { readonly sums: Sums; readonly onFault: (fault: Fault) => void }) {
  const [copied, setCopied] = useState('')
  const copy = (what: string, text: string) =>
    copyText(text).then(
      () => setCopied(what),
      (thrown: unknown) => onFault(faultOf(thrown)),
    )
  const save = () =>
    saveFile(`vitrine-${__VITRINE_VERSION__}-SHA256SUMS.txt`, () => new Blob([sums.text], { type: 'text/plain' })).catch(
      (thrown: unknown) => onFault(faultOf(thrown)),
    )
  const icon = (what: string) => (copied === what ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />)
  return (
    <>
      <p>
        SHA-256 of the list below: <code className="code">{sums.sha256}</code>. Whoever runs{' '}
        <code className="code">npm run verify-build</code> with the source and this address is told what it has to be. Two browsers that
        show the same have the same app.
      </p>
      <div className="row">
        <button type="button" className="button" onClick={() => void copy('hash', sums.sha256)}>
          {icon('hash')} Copy hash
        </button>
        <button type="button" className="button" onClick={() => void copy('list', sums.text)}>
          {icon('list')} Copy list
        </button>
        <button type="button" className="button" onClick={() => void save()}>
          <Download size={16} aria-hidden /> Save list
        </button>
        <span className="visually-hidden" role="status">
          {copied ? 'Copied' : ''}
        </span>
      </div>
      <details className="disclosure">
        <summary>All {formatPlural(sums.files, 'file')}</summary>
        <pre className="code trust-note">{sums.text}</pre>
      </details>
      <p className="hint">
        Each line has to stand in the published list too. That has more: the service worker (<code className="code">sw.js</code>), which a
        page cannot read, and the models and codecs under <code className="code">parts/</code>, which are checked when they are loaded. A
        page that lies could show any numbers, so compare from outside of it as well.
      </p>
    </>
  )
}
