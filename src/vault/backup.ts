import { FaultError, fail } from '../core/fault'
import { sha256 } from '../core/ledger'
import { z } from '../core/schema'
import type { Sealer } from '../core/sealing'
import { Bytes, toJson } from './head'
import { Cost, stretched, tuned } from './passphrase'
import { derive, open, seal, sealerOf } from './sealer'

/** What a backup is opened with: its own random key, sealed under what its passphrase comes to. */
const Head = z.object({
  /** Of this backup alone; everything sealed in it is bound to it. */
  id: z.uuid(),
  /** ISO 8601, UTC. */
  made: z.iso.datetime(),
  salt: Bytes,
  cost: Cost,
  box: Bytes,
})
type BackupHead = z.infer<typeof Head>

/** Bytes of a head. It stands at the beginning twice, so that a damaged one is no loss. */
const HEAD_BYTES = 1024
const COPIES = 2
const FORMAT = 1
const MAGIC = /^Vitrine backup (\d+)\n([0-9a-f]{64})\n/

const about = (id: string) => `backup ${id} key`

/** A key for a new backup, and the head (both copies) that opens it again with the passphrase. */
export async function newBackup(passphrase: string): Promise<{ head: BackupHead; bytes: Uint8Array<ArrayBuffer>; sealer: Sealer }> {
  const id = crypto.randomUUID()
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const cost = await tuned()
  const key = crypto.getRandomValues(new Uint8Array(32))
  const box = await seal(await passphraseKey(passphrase, salt, cost), key, about(id))
  const sealer = await sealerOf(key)
  key.fill(0)
  const head = { id, made: new Date().toISOString(), salt, cost, box }
  return { head, bytes: await packed(head), sealer }
}

/** Opens a backup. Throws the fault `wrong-passphrase`. */
export async function openBackup(head: BackupHead, passphrase: string): Promise<Sealer> {
  try {
    const key = await open(await passphraseKey(passphrase, head.salt, head.cost), head.box, about(head.id))
    const sealer = await sealerOf(key)
    key.fill(0)
    return sealer
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    return fail(
      'wrong-passphrase',
      'That is not the passphrase that this backup was made with.',
      'It may be another one than the studio’s. Look whether Caps Lock is on, then try again.',
      true,
    )
  }
}

/**
 * The head of a backup, which of its copies are whole, and where its parts begin. Throws `not-a-backup`, `newer-backup`, or `damaged-backup` when
 * no copy is.
 */
export async function readBackupHead(file: Blob): Promise<{ head: BackupHead; whole: readonly boolean[]; start: number }> {
  const bytes = new Uint8Array(await file.slice(0, COPIES * HEAD_BYTES).arrayBuffer())
  const heads = await Promise.all(Array.from({ length: COPIES }, (_, i) => unpacked(bytes.subarray(i * HEAD_BYTES, (i + 1) * HEAD_BYTES))))
  const head = heads.find((one) => one !== null)
  if (head) return { head, whole: heads.map((one) => one !== null), start: bytes.length }
  const text = new TextDecoder('latin1').decode(bytes)
  const format = Number(/Vitrine backup (\d+)\n/.exec(text)?.[1])
  if (format > FORMAT) {
    return fail('newer-backup', 'This backup was made by a newer version of Vitrine.', 'Load the newest version, then open it again.')
  }
  if (!(format > 0)) {
    return fail('not-a-backup', 'This file is no backup of Vitrine.', 'Choose the file that “Back up” saved; its name ends in .vitrine.')
  }
  return fail(
    'damaged-backup',
    'The beginning of this backup is damaged, and with it both copies of what its key is opened with.',
    'Copy the file again from where it was kept, or take an earlier backup.',
  )
}

const passphraseKey = async (passphrase: string, salt: Uint8Array<ArrayBuffer>, cost: Cost) =>
  await derive(await stretched(passphrase, salt, cost), 'backup passphrase', 'AES-GCM')

async function packed(head: BackupHead): Promise<Uint8Array<ArrayBuffer>> {
  const magic = `Vitrine backup ${FORMAT}\n`
  // Blanks after it, so that a head has always the same length.
  const body = new TextEncoder().encode(toJson(head).padEnd(HEAD_BYTES - magic.length - 65))
  const one = await new Blob([magic, await sha256(body), '\n', body]).arrayBuffer()
  if (one.byteLength !== HEAD_BYTES) throw new RangeError('the head of a backup has another length')
  return new Uint8Array(await new Blob(Array(COPIES).fill(one)).arrayBuffer())
}

/** Null for a copy that is not whole, or of another format. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<BackupHead | null> {
  const [magic, format, sum] = MAGIC.exec(new TextDecoder('latin1').decode(bytes)) ?? []
  if (magic === undefined || Number(format) !== FORMAT || bytes.length !== HEAD_BYTES) return null
  const body = bytes.subarray(magic.length)
  if ((await sha256(body)) !== sum) return null
  return Head.safeParse(JSON.parse(new TextDecoder().decode(body))).data ?? null
}
