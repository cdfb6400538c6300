import type { ExportProgress, ExportWish } from '../../src/core/client'
import type { Backup } from '../../src/store/backup/open'
import { readProject } from '../../src/store/projects'
import { attest, witness } from './notary'
import type { ExportJob } from './outgoing'
import { credentialsDesk, desk, photoOf } from './studio'

let exporting: AbortController | null = null

/** Ends an export that is being made. */
export const endExport = (): void => exporting?.abort()

/** The backup that is being written or restored, and the one that was opened. */
export const backups = {
  running: null as AbortController | null,
  inHand: null as Backup | null,
  begin(): AbortSignal {
    this.running?.abort()
    this.running = new AbortController()
    return this.running.signal
  },
  end() {
    this.running?.abort()
    this.inHand = null
  },
}

/** All that an export needs. It ends the one before it. */
export async function exportJob(wish: ExportWish, hear: (progress: ExportProgress) => void): Promise<ExportJob> {
  exporting?.abort()
  exporting = new AbortController()
  const { signal } = exporting
  const { cabinet, shop, batch } = await desk()
  const photos = (await Promise.all(wish.photos.map(photoOf))).filter((photo) => photo.state.at === 'done')
  const id = photos[0]?.project ?? ''
  const project = batch.project(id) ?? (await readProject(cabinet, id)) ?? { id, name: 'Vitrine' }
  const signer = wish.credentials && (await (await credentialsDesk()).signer(cabinet, wish.credentials))
  let last = 0
  const paced = (progress: ExportProgress) => {
    if (progress.done < progress.total && performance.now() - last < 200) return
    last = performance.now()
    hear(progress)
  }
  return { shop, project, photos, wish, signer, signal, attest: (line) => attest(cabinet, line), hear: paced }
}

/** What leaves the studio is followed by a checkpoint, so that the lines about it are vouched for. */
export async function delivered<T>(work: Promise<T>): Promise<T> {
  const done = await work
  const { cabinet } = await desk()
  await witness(cabinet).catch(() => null)
  return done
}
