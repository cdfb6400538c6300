import { useCallback, useEffect, useState } from 'react'
import type { VaultState } from '../core/client'
import { type Fault, faultOf } from '../core/fault'
import type { ProjectSummary } from '../core/project'
import type { Receipt } from '../core/receipt'
import { AirGap } from './AirGap'
import { Backup } from './Backup'
import { Credentials } from './Credentials'
import { Engine } from './Engine'
import { Parts } from './Parts'
import type { TrustProps } from './Privacy'
import { Storage, type Stored } from './Storage'
import { Vault } from './Vault'
import './trust.css'

export interface DeviceProps extends TrustProps {
  readonly projects: readonly ProjectSummary[]
  readonly vault: VaultState | null
  /** Hears of a project that was deleted. */
  readonly deleted: (receipt: Receipt) => void
  /** Locks the studio and loads the page anew. */
  readonly lock: () => void
}

/** What of the app lies on this device, what computes, and what may be freed. */
export default function Device({ client, parts, engine, projects, vault, deleted, lock }: DeviceProps) {
  const [stored, setStored] = useState<Stored | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const told = useCallback((thrown: unknown) => setFault(faultOf(thrown)), [])
  const read = useCallback(() => client.storage().then(setStored, told), [client, told])

  // Sizes change with whatever the lists tell of; reading them is cheap.
  const loaded = parts.filter(({ at }) => at === 'here').length
  const bytes = projects.reduce((sum, project) => sum + project.bytes, 0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: these say when the sizes are out of date
  useEffect(() => void read(), [read, loaded, bytes, projects.length])

  const attempt = (work: Promise<unknown>) => {
    setFault(null)
    return work.then(read, told)
  }
  return (
    <div className="trust">
      <h1 className="title">This device</h1>
      <p className="lead">Everything Vitrine keeps is here, in this browser. What you free is gone for good.</p>
      {fault ? (
        <p className="banner banner--fail trust-fault" role="alert">
          {fault.sentence} {fault.remedy}
        </p>
      ) : null}
      {vault ? <Vault client={client} vault={vault} lock={lock} /> : null}
      <Credentials client={client} />
      <Parts parts={parts} load={(ids) => void attempt(client.loadParts(ids))} />
      <AirGap client={client} parts={parts} />
      <Engine engine={engine} choose={(choice) => void attempt(client.chooseEngine(choice))} />
      <Storage
        stored={stored}
        projects={projects}
        remove={(id) => attempt(client.deleteProject(id).then(deleted))}
        clearCache={() => void attempt(client.clearCache())}
        persist={() => navigator.storage.persist().then((kept) => read().then(() => kept))}
      />
      <Backup client={client} projects={projects} mayGo={stored?.persisted === false} />
    </div>
  )
}
