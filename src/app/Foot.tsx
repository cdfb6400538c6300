import { Cpu, Download } from 'lucide-react'
import { useId } from 'react'
import { Link } from 'wouter'
import { SealBadge } from '../trust/SealBadge'
import { useTraffic } from '../trust/traffic'
import { formatBytes, formatPlural } from '../ui/format'
import { useInstall } from './install'
import { useStudio } from './store'

/** The line at the foot: what was sent, how tight the page is, what computes, and the offer to install. */
export function Foot() {
  const { sentBytes } = useTraffic()
  const engine = useStudio((state) => state.engine)
  const install = useInstall()
  const why = useId()
  const names = { webgpu: 'WebGPU', wasm: `Processor, ${formatPlural(engine?.threads ?? 0, 'thread')}` }
  return (
    <footer className="foot">
      <Link href="/privacy" className="foot__item" title="What this app has sent since it was opened, and how to check it">
        <span className={sentBytes === 0 ? 'meter-dot meter-dot--ok' : 'meter-dot meter-dot--warn'} />
        <span className="number">{formatBytes(sentBytes)} sent</span>
      </Link>
      <SealBadge />
      {engine ? (
        <>
          <button type="button" className="foot__item" popoverTarget={why} aria-describedby={`${why}-text`} title={engine.why}>
            <Cpu size={14} aria-hidden />
            <span className="number">{engine.using ? names[engine.using] : 'Engine at rest'}</span>
          </button>
          <div id={why} popover="auto" className="menu foot__why">
            <p id={`${why}-text`}>{engine.why}</p>
            <Link className="link" href="/device">
              Choose the engine
            </Link>
          </div>
        </>
      ) : null}
      {install ? (
        <button type="button" className="foot__item foot__install" onClick={install}>
          <Download size={14} aria-hidden />
          Install
        </button>
      ) : null}
    </footer>
  )
}
