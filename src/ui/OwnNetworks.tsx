import { Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Client } from '../core/client'
import { type Fault, faultOf } from '../core/fault'
import type { OwnNetwork } from '../core/network'
import { Dialog } from './Dialog'
import { FaultNote } from './FaultNote'
import { FileField } from './FileField'
import { formatBytes, formatShare } from './format'

interface OwnNetworksProps {
  readonly client: Client
  readonly networks: readonly OwnNetwork[]
  onAdded(id: OwnNetwork['id']): void
  onClose(): void
}

/** Opens networks from disk, says how they did on the test picture, and lists those that are kept. */
export default function OwnNetworks({ client, networks, onAdded, onClose }: OwnNetworksProps) {
  const file = useRef<HTMLInputElement>(null)
  const [checking, setChecking] = useState<string | null>(null)
  const [added, setAdded] = useState<OwnNetwork | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const open = async (chosen: File) => {
    setChecking(chosen.name)
    setAdded(null)
    setFault(null)
    try {
      const network = await client.addNetwork(chosen)
      setAdded(network)
      onAdded(network.id)
    } catch (thrown) {
      setFault(faultOf(thrown))
    } finally {
      setChecking(null)
    }
  }
  const remove = (id: OwnNetwork['id']) => {
    setAdded(null)
    client.removeNetwork(id).catch((thrown: unknown) => setFault(faultOf(thrown)))
  }
  return (
    <Dialog title="Your own network" onClose={onClose}>
      <div className="stack own-networks">
        <p>
          Open a cutout network in the ONNX format from this device: BiRefNet, RMBG, U2-Net, MODNet, BEN or another that takes one picture
          and gives one matte. It is checked on a test picture and stays on this device.
        </p>
        <p className="banner">Check that its licence allows commercial use: RMBG and others do not.</p>
        <div>
          <button type="button" className="button button--primary" disabled={checking !== null} onClick={() => file.current?.click()}>
            Open an .onnx file…
          </button>
          <FileField ref={file} label="Network file" accept=".onnx,.ort" onFiles={([chosen]) => chosen && void open(chosen)} />
        </div>
        {checking ? (
          <p className="row" role="status">
            <span className="spinner" aria-hidden /> Checking {checking} on a test picture. This can take a minute.
          </p>
        ) : null}
        {added ? (
          <p role="status">
            <strong>{added.title} works.</strong> On the test picture it agrees with the truth to {formatShare(added.agreement)}. It is
            chosen now.
          </p>
        ) : null}
        <FaultNote fault={fault} />
        {networks.length > 0 ? (
          <ul className="own-list" aria-label="Your own networks">
            {networks.map(({ id, title, bytes, side, agreement }) => (
              <li key={id}>
                <div className="own-name">
                  <p className="clip" title={title}>
                    {title}
                  </p>
                  <p className="hint number">
                    {side} px, {formatBytes(bytes)}, {formatShare(agreement)} on the test picture
                  </p>
                </div>
                <button
                  type="button"
                  className="icon-button icon-button--small"
                  aria-label={`Remove ${title}`}
                  title="Remove from this device"
                  disabled={checking !== null}
                  onClick={() => remove(id)}
                >
                  <Trash2 size={15} aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Dialog>
  )
}
