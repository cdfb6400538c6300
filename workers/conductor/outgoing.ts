import { makeZip } from 'client-zip'
import { channelOf } from '../../src/core/channels/list'
import type { ExportProgress, ExportWish, Missing } from '../../src/core/client'
import type { FileSigner } from '../../src/core/credentials'
import type { Line } from '../../src/core/ledger'
import { fileNames } from '../../src/core/naming'
import type { Photo } from '../../src/core/project'
import { type Exported, exportAll, hashOf } from '../../src/engine/export'
import type { Workshop } from '../../src/engine/make'
import { onDisk } from '../../src/store/scratch'

interface Outgoing {
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
  hear(progress: ExportProgress): void
}

const today = () => new Date().toISOString().slice(0, 10)

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
  for await (const one of exportAll(shop, photos, channels, wish.rights, job.signer, job.signal)) {
    const name = names[done] as string
    done++
    if (one.file) {
      bytes += one.file.blob.size
      await shop.keeping.write([await line(job, one, name)])
      yield { name, blob: one.file.blob }
    } else if (one.report.fault)
      missing.push({ photo: one.photo.id, name: one.photo.name, channel: one.channel.id, fault: one.report.fault })
    job.hear({ done, total, bytes, secondsLeft: Math.ceil(((performance.now() - began) / done / 1000) * (total - done)) })
  }
}

async function line(job: ExportJob, one: Exported, name: string): Promise<Line> {
  const { photo, channel, file, report, made } = one
  const out = file ? await hashOf(file) : null
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
  const file = await onDisk(makeZip(entries()) as ReadableStream<Uint8Array<ArrayBuffer>>, 'application/zip', () => {})
  const [name] = fileNames([{ name: job.project.name, sku: '', channel: '', format: 'zip' }], '{project} {date}', {
    project: job.project.name,
    date: today(),
  })
  return { file, name: name as string, missing }
}

/** Everything into a folder that the user chose; a file of the same name is replaced. */
export async function toFolder(job: ExportJob, folder: FileSystemDirectoryHandle): Promise<{ written: number; missing: Missing[] }> {
  const missing: Missing[] = []
  let written = 0
  for await (const { name, blob } of files(job, missing)) {
    const handle = await folder.getFileHandle(name, { create: true })
    const writable = await handle.createWritable()
    await writable.write(blob)
    await writable.close()
    written++
  }
  return { written, missing }
}
