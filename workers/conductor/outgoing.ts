import { makeZip } from 'client-zip'
import type { Attested } from '../../src/core/certificate'
import { channelOf } from '../../src/core/channels/list'
import type { ExportProgress, ExportWish, Missing } from '../../src/core/client'
import type { FileSigner } from '../../src/core/credentials'
import { sceneIn } from '../../src/core/doc'
import type { Fault } from '../../src/core/fault'
import type { Line } from '../../src/core/ledger'
import { datedName, fileNames, today } from '../../src/core/naming'
import type { Photo } from '../../src/core/project'
import type { Hash } from '../../src/core/recipe'
import { type Exported, exportAll, hashOf } from '../../src/engine/export'
import type { Workshop } from '../../src/engine/make'
import { onDisk } from '../../src/store/scratch'
import { secondsLeft } from './pace'
import { placeRefused } from './place'

interface Outgoing {
  /** With `/` where it lies in a folder. */
  readonly name: string
  readonly blob: Blob
}

export interface ExportJob {
  readonly shop: Workshop
  readonly project: { readonly id: string; readonly name: string }
  readonly photos: readonly Photo[]
  readonly wish: ExportWish
  readonly signer: FileSigner | null
  readonly signal: AbortSignal
  attest(line: Line): Promise<Attested>
  hear(progress: ExportProgress): void
}

/** The files of an export, named, one after the other; what could not be made is gathered in `missing`, the rest goes on. */
async function* files(job: ExportJob, missing: Missing[]): AsyncGenerator<Outgoing> {
  const { shop, photos, wish } = job
  const channels = wish.channels.map((id) => channelOf(id, wish.custom))
  const items = photos.flatMap((photo) =>
    channels.map((channel) => ({ name: photo.name, sku: photo.doc.sku, channel: channel.id, format: channel.output.format })),
  )
  const names = fileNames(items, wish.pattern, { project: job.project.name, date: today() })
  const total = items.length
  const began = performance.now()
  let done = 0
  let bytes = 0
  const along = { rights: wish.rights, signer: job.signer, certify: wish.certificates }
  for await (const one of exportAll(shop, photos, channels, along, job.signal)) {
    const name = names[done] as string
    done++
    if (one.file) {
      bytes += one.file.blob.size
      const sha256 = await hashOf(one.file)
      await shop.keeping.write([line(job, one, name, sha256)])
      yield { name, blob: one.file.blob }
      if (wish.certificates) yield* certificateOf(job, one, name, sha256, missing)
    } else if (one.report.fault)
      missing.push({ photo: one.photo.id, name: one.photo.name, channel: one.channel.id, fault: one.report.fault })
    job.hear({ done, total, bytes, secondsLeft: secondsLeft(began, done, total) })
  }
  if (wish.certificates)
    yield await certificates().then(({ verifierFile, FOLDER }) => ({ name: `${FOLDER}/verify.html`, blob: verifierFile() }))
}

/** Comes when first used: what writes pages is large. */
const certificates = () => import('./certificate')

/** What goes with a file that was just handed over: a page, and what it shows as JSON. */
async function* certificateOf(job: ExportJob, one: Exported, name: string, sha256: Hash, missing: Missing[]): AsyncGenerator<Outgoing> {
  const { certify, isCompared, FOLDER } = await certificates()
  const { photo, channel } = one
  if (!isCompared(one)) {
    const fault = sceneIn(photo.doc, channel.output) ? notOfScenes : uncertified
    missing.push({ photo: photo.id, name: photo.name, channel: channel.id, fault, certificate: true })
    return
  }
  job.signal.throwIfAborted()
  const { page, json } = await certify(one, name, sha256, job.attest)
  yield { name: `${FOLDER}/${name}.pdf`, blob: page }
  yield { name: `${FOLDER}/${name}.json`, blob: json }
}

const notOfScenes: Fault = {
  code: 'no-certificate',
  sentence: 'The file is there, but it shows a scene: certificates compare products on plain grounds with their photos only.',
  remedy: 'Where a certificate is wanted, export to a channel on white, or the transparent PNG.',
  retry: false,
}

const uncertified: Fault = {
  code: 'no-certificate',
  sentence: 'The file is there, but it could not be compared with its photo, so it has no certificate.',
  remedy: 'Close other tabs to free memory, then export it again.',
  retry: true,
}

function line(job: ExportJob, one: Exported, name: string, out: Hash): Line {
  const { photo, channel, report, made } = one
  return {
    did: 'export',
    body: {
      project: job.project.id,
      photo: photo.id,
      in: photo.file,
      out,
      channel: channel.id,
      verdict: report.verdict,
      ...made,
    },
    details: { file: name },
  }
}

/** Everything in one zip, streamed onto disk as it is made. Photos are stored in it as they are: they are compressed already. */
export async function toZip(job: ExportJob): Promise<{ file: Blob; name: string; missing: Missing[] }> {
  const missing: Missing[] = []
  const now = new Date()
  async function* entries() {
    for await (const { name, blob } of files(job, missing)) yield { name, input: blob, lastModified: now }
  }
  const file = await onDisk(makeZip(entries()) as ReadableStream<Uint8Array<ArrayBuffer>>, 'application/zip')
  return { file, name: datedName(job.project.name, today(), 'zip'), missing }
}

/** Everything into a folder that the user chose; a file of the same name is replaced. */
export async function toFolder(job: ExportJob, folder: FileSystemDirectoryHandle): Promise<{ written: number; missing: Missing[] }> {
  const missing: Missing[] = []
  let written = 0
  for await (const { name, blob } of files(job, missing)) {
    const [leaf = name, inner] = name.split('/').reverse()
    try {
      const place = inner === undefined ? folder : await folder.getDirectoryHandle(inner, { create: true })
      const handle = await place.getFileHandle(leaf, { create: true })
      const writable = await handle.createWritable()
      await writable.write(blob)
      await writable.close()
    } catch (error) {
      return placeRefused(error)
    }
    if (inner === undefined) written++
  }
  return { written, missing }
}
