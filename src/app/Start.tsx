import { useEffect } from 'react'
import { Link } from 'wouter'
import type { PartState } from '../core/client'
import { formatBytes } from '../ui/format'
import { AddPhotos } from './AddPhotos'
import { OfflineReady } from './OfflineReady'
import { useStudio } from './store'
import { useIntake } from './useIntake'
import { WindowDrop } from './WindowDrop'

/** What the first cutout needs: the model, in the seller's words. */
function modelLine(parts: readonly PartState[]): string {
  const model = parts.find((part) => part.id === 'isnet')
  if (!model) return 'The cutout model is loaded once, with your first photos, and kept on this device.'
  if (model.at === 'here') return `The cutout model (${formatBytes(model.bytes)}) is on this device already.`
  return `The cutout model, ${formatBytes(model.bytes)}, is loaded once with your first photos and then kept on this device.`
}

/** A project that does not exist yet: the first screen ever seen, and "New project". */
export function Start() {
  const parts = useStudio((state) => state.parts)
  const intake = useIntake(null)
  useEffect(() => {
    document.title = 'Vitrine'
  }, [])
  return (
    <div className="start">
      <header className="start__head">
        <h1 className="title start__title">From snapshots to listing-ready photos</h1>
        <p className="lead">
          Vitrine cuts out your products, sets them on clean backgrounds and checks them against each marketplace’s rules, all inside this
          browser.
        </p>
      </header>
      <AddPhotos intake={intake} size="area" />
      <WindowDrop intake={intake} into="a new project" />
      <dl className="start__facts">
        <div>
          <dt>Nothing is uploaded</dt>
          <dd>
            Your photos never leave this device.{' '}
            <Link href="/privacy" className="link">
              Check it yourself
            </Link>
          </dd>
        </div>
        <div>
          <dt>Loaded once</dt>
          <dd>{modelLine(parts)}</dd>
        </div>
        <div>
          <dt>Works offline</dt>
          <dd>
            <p>Fetch everything now, and the network may be off from then on.</p>
            <OfflineReady />
          </dd>
        </div>
      </dl>
    </div>
  )
}
