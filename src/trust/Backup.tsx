import { Archive, ArchiveRestore } from 'lucide-react'
import { useId, useState } from 'react'
import type { Client } from '../core/client'
import type { ProjectSummary } from '../core/project'
import { MakeBackup } from './MakeBackup'
import { RestoreBackup } from './RestoreBackup'

interface BackupProps {
  readonly client: Client
  readonly projects: readonly ProjectSummary[]
  /** The browser has not promised to keep what is here. */
  readonly mayGo: boolean
}

/** The way out of one browser and into another. */
export function Backup({ client, projects, mayGo }: BackupProps) {
  const name = useId()
  const [open, setOpen] = useState<'make' | 'restore' | null>(null)
  const close = () => {
    setOpen(null)
    void client.closeBackup()
  }
  return (
    <section className="trust-section" aria-labelledby={name}>
      <h2 className="heading" id={name}>
        Backup
      </h2>
      <p>
        One encrypted file with all that the studio holds: originals, cutouts, what you decided about them, networks of your own, the
        ledger. It opens on any computer that has Vitrine, with the passphrase that you give it.
        {mayGo ? ' This browser may clear what it keeps, so have one.' : ''}
      </p>
      <div className="row">
        <button type="button" className="button" disabled={projects.length === 0} onClick={() => setOpen('make')}>
          <Archive size={16} aria-hidden /> Back up…
        </button>
        <button type="button" className="button" onClick={() => setOpen('restore')}>
          <ArchiveRestore size={16} aria-hidden /> Restore a backup…
        </button>
        {projects.length === 0 ? <span className="hint">There is nothing to back up yet.</span> : null}
      </div>
      {open === 'make' ? <MakeBackup client={client} projects={projects} onClose={close} /> : null}
      {open === 'restore' ? <RestoreBackup client={client} onClose={close} /> : null}
    </section>
  )
}
