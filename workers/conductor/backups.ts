import type { BackupContents, BackupMade, BackupProgress, BackupWish, Casualty, Restored } from '../../src/core/backup'
import { streamSha256 } from '../../src/core/digest'
import { fail } from '../../src/core/fault'
import { datedName } from '../../src/core/naming'
import type { Project } from '../../src/core/project'
import { projectParts, studioParts } from '../../src/store/backup/collect'
import { write } from '../../src/store/backup/frames'
import { type Backup, bundlesOf, check, openParts } from '../../src/store/backup/open'
import { type Returned, restoredSummary, restoreProjects, restoreStudio } from '../../src/store/backup/restore'
import type { Cabinet } from '../../src/store/database'
import { readProjects } from '../../src/store/projects'
import { onDisk } from '../../src/store/scratch'
import { newBackup, openBackup, readBackupHead } from '../../src/vault/backup'
import { ledgerKeyText, notes, record, witness } from './notary'
import { paced, secondsLeft } from './pace'
import { placeRefused } from './place'

type Hear = (progress: BackupProgress) => void
const TYPE = 'application/octet-stream'

/** Tells how far a run is; what it is told of is not exactly what it ends with, so the end is told by `Infinity`. */
function counter(doing: BackupProgress['doing'], total: number, hear: Hear): (bytes: number) => void {
  const began = performance.now()
  const tell = paced(hear)
  let done = 0
  return (bytes) => {
    done = Math.min(done + bytes, total)
    tell({ doing, done, total, secondsLeft: secondsLeft(began, done, total) })
  }
}

/** What the projects take in the store, bytes: about what their backup takes. */
async function sizeOf({ db }: Cabinet, projects: readonly Project[], whole: boolean): Promise<number> {
  let total = whole ? (await db.getAll('networks')).reduce((sum, { own }) => sum + own.bytes, 0) : 0
  for (const { id } of projects) {
    for (const { bytes } of await db.getAllFromIndex('files', 'project', id)) total += bytes
    for (const { bytes, keep } of await db.getAllFromIndex('results', 'project', id)) if (keep) total += bytes
  }
  return total
}

/**
 * Writes a backup as a stream, reads all of it again, and writes a line in the ledger. Throws the fault `backup-bad` when
 * what was written is not what was to be written, as `placeRefused` does when the chosen place refuses.
 */
export async function makeBackup(cabinet: Cabinet, wish: BackupWish, hear: Hear, signal: AbortSignal): Promise<BackupMade> {
  const whole = wish.projects === 'all'
  const projects = (await readProjects(cabinet)).filter(({ id }) => whole || wish.projects.includes(id))
  const missing: string[] = []
  let photos = 0
  if (whole) await witness(cabinet)
  const signatures = { checkpoints: await notes(cabinet.db), key: await ledgerKeyText(cabinet.db) }
  const { head, bytes: start, sealer } = await newBackup(wish.passphrase)
  async function* parts() {
    for (const project of projects) {
      for await (const part of projectParts(cabinet, project, ({ name }) => missing.push(name))) {
        signal.throwIfAborted()
        if (part.title.kind === 'photo') photos++
        yield part
      }
    }
    if (whole) yield* studioParts(cabinet, projects, signatures)
  }
  const digest = await streamSha256()
  const wrote = counter('writing', await sizeOf(cabinet, projects, whole), hear)
  async function* watched() {
    for await (const chunk of write(head.id, start, sealer, parts())) {
      signal.throwIfAborted()
      digest.update(chunk)
      yield chunk
      wrote(chunk.length)
    }
  }
  const file = wish.into ? await intoFile(wish.into, watched()) : await onDisk(watched(), TYPE)
  wrote(Infinity)
  const found = await readBackupHead(file).then((heads) => openParts(file, heads, sealer))
  const read = counter('checking', file.size, hear)
  const casualties = await check(found, read, signal)
  read(Infinity)
  if (casualties.length > 0) {
    fail(
      'backup-bad',
      `What was written is not what was to be written (${casualties[0]?.what}), so it is no good backup.`,
      'Back up to another place: the disk or stick may be failing.',
      true,
    )
  }
  const ids = projects.map(({ id }) => id)
  const only = !whole && projects.length === 1 ? projects[0] : undefined
  const name = wish.into?.name ?? datedName(only?.name ?? 'Vitrine', head.made.slice(0, 10), 'backup')
  const body = { backup: head.id, projects: ids, photos, bytes: file.size, out: digest.hex() }
  await record(cabinet, [{ did: 'backup', body, details: { file: name } }])
  return { file: wish.into ? null : file, name, bytes: file.size, projects: projects.length, photos, missing }
}

async function intoFile(handle: FileSystemFileHandle, chunks: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const writable = await handle.createWritable().catch(placeRefused)
  try {
    for await (const chunk of chunks) await writable.write(chunk)
    await writable.close()
  } catch (error) {
    // What stood there before stays: nothing is replaced until all is written.
    await writable.abort().catch(() => {})
    return placeRefused(error)
  }
  return await handle.getFile()
}

/** Opens a backup and tells what it holds. Throws as `readBackupHead` and `openBackup` do. */
export async function openFile(cabinet: Cabinet, file: Blob, passphrase: string): Promise<{ backup: Backup; contents: BackupContents }> {
  const heads = await readBackupHead(file).catch((error: unknown) => {
    if (!(error instanceof DOMException)) throw error
    return fail('unreadable', 'The file could not be read from where it is.', 'Copy it onto this computer and open it again.', true)
  })
  const sealer = await openBackup(heads.head, passphrase)
  const backup = await openParts(file, heads, sealer)
  const here = new Set(await cabinet.db.getAllKeys('projects'))
  const projects = bundlesOf(backup).map(({ project: { id, name }, photos }) => ({ id, name, photos: photos.length, here: here.has(id) }))
  const titles = backup.frames.map(({ title }) => title)
  const ledger = titles.find((title) => title?.kind === 'ledger')
  const networks = titles.filter((title) => title?.kind === 'network').length
  const { made, casualties } = backup
  return { backup, contents: { made, bytes: file.size, projects, lines: ledger?.lines ?? null, networks, casualties } }
}

/** Restores what is wanted of an open backup, a project at a time; `returned` hears of each that is there. */
export async function restore(
  cabinet: Cabinet,
  backup: Backup,
  wanted: readonly string[],
  hear: Hear,
  signal: AbortSignal,
  returned: (one: Returned) => Promise<void>,
): Promise<Restored> {
  const bundles = bundlesOf(backup)
  const all = bundles.every(({ project }) => wanted.includes(project.id))
  const frames = all ? backup.frames : bundles.flatMap((bundle) => (wanted.includes(bundle.project.id) ? bundle.frames : []))
  const total = frames.reduce((sum, { titleBytes, bodyBytes }) => sum + titleBytes + bodyBytes, 0)
  const job = { cabinet, backup, read: counter('restoring', total, hear), signal }
  const casualties: Casualty[] = [...backup.casualties]
  const done: Returned[] = []
  for await (const one of restoreProjects(job, wanted, casualties)) {
    done.push(one)
    const { project, was, photos } = one
    const hashes = [...new Set(photos.flatMap(({ file }) => (file ? [file] : [])))]
    await record(cabinet, [
      {
        did: 'restore',
        body: { backup: backup.id, project: project.id, was, photos: photos.length, ...(hashes.length > 0 ? { in: hashes } : {}) },
      },
    ])
    await returned(one)
  }
  if (all) await restoreStudio(job, new Map(done.map(({ was, project }) => [was, project.id])), casualties)
  job.read(Infinity)
  return restoredSummary(done, casualties)
}
