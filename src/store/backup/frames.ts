import { type Casualty, Title } from '../../core/backup'
import { joined } from '../../core/bytes'
import { z } from '../../core/schema'
import type { Sealer } from '../../core/sealing'

/**
 * The parts of a backup as they lie in its file, after the heads (docs/backup.md): of each its number, the lengths of its
 * sealed title and its sealed body, then those two. Last come all titles once more, and where that list begins.
 */

/** Number and two lengths: 32, 32 and 64 bits, big-endian. */
const HEADER = 16
const TRAILER = 32
const TRAILER_MAGIC = 'Vitrine backup\n\n'
/** The number of the list of titles. */
const LIST = 0xffffffff
/** What is handed on at once. */
const CHUNK = 4 * 2 ** 20

const AT_THE_END: Casualty = {
  what: 'The list at the end of the backup',
  says: 'It is damaged. Nothing is lost: what it says stands elsewhere, too.',
}
const CUT_OFF: Casualty = {
  what: 'The end of the backup',
  says: 'It is missing or damaged, so what stood there is not restored. Copy the file again from where it was kept, or take an earlier backup.',
}

/** A part on its way into a backup. */
export interface Part {
  readonly title: Title
  readonly body: Blob | null
}

/** A part as it lies in a file. */
export interface Frame {
  readonly n: number
  /** Null when neither the list nor the part itself tells it. */
  readonly title: Title | null
  /** Where its header begins. */
  readonly at: number
  readonly titleBytes: number
  readonly bodyBytes: number
}

const Listed = z.object({
  title: Title,
  at: z.int().min(0),
  titleBytes: z.int().min(0),
  bodyBytes: z.int().min(0),
})

const aboutTitle = (backup: string, n: number) => `backup ${backup} title ${n}`
const aboutBody = (backup: string, n: number) => `backup ${backup} body ${n}`
const aboutList = (backup: string) => `backup ${backup} list`

const header = (n: number, titleBytes: number, bodyBytes: number): Uint8Array<ArrayBuffer> => {
  const view = new DataView(new ArrayBuffer(HEADER))
  view.setUint32(0, n)
  view.setUint32(4, titleBytes)
  view.setBigUint64(8, BigInt(bodyBytes))
  return new Uint8Array(view.buffer)
}

async function* inChunks(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < blob.size; at += CHUNK) yield new Uint8Array(await blob.slice(at, at + CHUNK).arrayBuffer())
}

/** The bytes of a backup, head first. One part is in memory at a time. */
export async function* write(
  backup: string,
  head: Uint8Array<ArrayBuffer>,
  sealer: Sealer,
  parts: AsyncIterable<Part>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield head
  const list: z.input<typeof Listed>[] = []
  let at = head.length
  for await (const { title, body } of parts) {
    const n = list.length
    const label = await sealer.seal(new TextEncoder().encode(JSON.stringify(title)), aboutTitle(backup, n))
    const sealed = body && (await sealer.sealFile(body, aboutBody(backup, n)))
    const bodyBytes = sealed?.size ?? 0
    list.push({ title, at, titleBytes: label.length, bodyBytes })
    yield joined(header(n, label.length, bodyBytes), label)
    if (sealed) yield* inChunks(sealed)
    at += HEADER + label.length + bodyBytes
  }
  const sealed = await sealer.sealFile(new Blob([JSON.stringify(list)]), aboutList(backup))
  yield header(LIST, 0, sealed.size)
  yield* inChunks(sealed)
  const end = new DataView(new ArrayBuffer(TRAILER - TRAILER_MAGIC.length))
  end.setBigUint64(0, BigInt(at))
  end.setBigUint64(8, BigInt(sealed.size))
  yield joined(new TextEncoder().encode(TRAILER_MAGIC), new Uint8Array(end.buffer))
}

/** The parts of a backup, and what of its end is damaged. Without the list there they are looked for one by one. */
export async function read(
  file: Blob,
  backup: string,
  start: number,
  sealer: Sealer,
): Promise<{ frames: readonly Frame[]; casualties: readonly Casualty[] }> {
  const found = await readList(file, backup, sealer).catch(() => null)
  if (found) return { frames: found.list.map((one, n) => ({ n, ...one })), casualties: found.whole ? [] : [AT_THE_END] }
  const frames: Frame[] = []
  for (let at = start; ; ) {
    const view = new DataView(await file.slice(at, at + HEADER).arrayBuffer())
    const n = view.byteLength < HEADER ? -1 : view.getUint32(0)
    if (n === LIST) return { frames, casualties: [AT_THE_END] }
    if (n !== frames.length) return { frames, casualties: [CUT_OFF] }
    const frame = { n, at, titleBytes: view.getUint32(4), bodyBytes: Number(view.getBigUint64(8)) }
    at += HEADER + frame.titleBytes + frame.bodyBytes
    if (at > file.size) return { frames, casualties: [CUT_OFF] }
    frames.push({ ...frame, title: await readTitle(file, backup, frame, sealer).catch(() => null) })
  }
}

/** Throws when the list cannot be read; `whole` says whether its header is right, too. */
async function readList(file: Blob, backup: string, sealer: Sealer): Promise<{ list: z.infer<typeof Listed>[]; whole: boolean }> {
  const end = new Uint8Array(await file.slice(-TRAILER).arrayBuffer())
  if (new TextDecoder().decode(end.subarray(0, TRAILER_MAGIC.length)) !== TRAILER_MAGIC) throw new RangeError('there is no list')
  const view = new DataView(end.buffer, TRAILER_MAGIC.length)
  const [at, bytes] = [Number(view.getBigUint64(0)), Number(view.getBigUint64(8))]
  const from = at + HEADER
  const list = z
    .array(Listed)
    .parse(JSON.parse(new TextDecoder().decode(await sealer.openFile(file.slice(from, from + bytes), aboutList(backup)))))
  return { list, whole: same(header(LIST, 0, bytes), await file.slice(at, from).arrayBuffer()) }
}

const same = (right: Uint8Array, found: ArrayBuffer): boolean => {
  const bytes = new Uint8Array(found)
  return bytes.length === right.length && right.every((byte, i) => byte === bytes[i])
}

async function readTitle(file: Blob, backup: string, { n, at, titleBytes }: Omit<Frame, 'title'>, sealer: Sealer): Promise<Title> {
  const from = at + HEADER
  const label = new Uint8Array(await file.slice(from, from + titleBytes).arrayBuffer())
  return Title.parse(JSON.parse(new TextDecoder().decode(await sealer.open(label, aboutTitle(backup, n)))))
}

/** Whether the part's own header and title are as the list has them. */
export async function labelHolds(file: Blob, backup: string, frame: Frame, sealer: Sealer): Promise<boolean> {
  const found = await file.slice(frame.at, frame.at + HEADER).arrayBuffer()
  if (!same(header(frame.n, frame.titleBytes, frame.bodyBytes), found)) return false
  return await readTitle(file, backup, frame, sealer).then(
    () => true,
    () => false,
  )
}

/** The body of a part. Throws the fault `damaged`. */
export async function readBody(
  file: Blob,
  backup: string,
  { n, at, titleBytes, bodyBytes }: Frame,
  sealer: Sealer,
): Promise<Uint8Array<ArrayBuffer>> {
  const from = at + HEADER + titleBytes
  return await sealer.openFile(file.slice(from, from + bodyBytes), aboutBody(backup, n))
}
