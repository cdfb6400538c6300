import type { ExportProgress, ExportWish } from '../../src/core/client'
import type { Backup } from '../../src/store/backup/open'
import { readProject } from '../../src/store/projects'
import { attest, witness } from './notary'
import type { ExportJob } from './outgoing'
import { paced } from './pace'
import { credentialsDesk, desk, photoOf } from './studio'

/** One piece of work at a time: what begins ends the one before it. */
class Turn {
  #running: AbortController | null = null

  begin(): AbortSignal {
    this.end()
    this.#running = new AbortController()
    return this.#running.signal
  }

  end(): void {
    this.#running?.abort()
  }
}

/** The export that is being made. */
export const exporting = new Turn()

/** The backup that is being written or restored. */
export const backingUp = new Turn()

/** The backup that was opened. */
export const inHand: { backup: Backup | null } = { backup: null }

/** Ends what is done with backups, and forgets the one that was opened. */
export function closeBackups(): void {
  backingUp.end()
  inHand.backup = null
}

/** All that an export needs. It ends the one before it. */
export async function exportJob(wish: ExportWish, hear: (progress: ExportProgress) => void): Promise<ExportJob> {
  const signal = exporting.begin()
  const { cabinet, shop, batch } = await desk()
  const photos = (await Promise.all(wish.photos.map(photoOf))).filter((photo) => photo.state.at === 'done')
  const id = photos[0]?.project ?? ''
  const project = batch.project(id) ?? (await readProject(cabinet, id)) ?? { id, name: 'Vitrine' }
  const signer = wish.credentials && (await (await credentialsDesk()).signer(cabinet, wish.credentials))
  return { shop, project, photos, wish, signer, signal, attest: (line) => attest(cabinet, line), hear: paced(hear) }
}

/** What leaves the studio is followed by a checkpoint, so that the lines about it are vouched for. */
export async function delivered<T>(work: Promise<T>): Promise<T> {
  const done = await work
  const { cabinet } = await desk()
  await witness(cabinet).catch(() => null)
  return done
}
