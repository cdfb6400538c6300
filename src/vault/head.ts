import { base64, bytesOf, joined } from '../core/bytes'
import { z } from '../core/schema'
import type { Slots } from '../core/sealing'
import { Cost } from './passphrase'

/** Bytes, as base64 in JSON. */
export const Bytes = z.base64().transform((text) => bytesOf(text) as Uint8Array<ArrayBuffer>)

/** What the vault's key opens with. It lies on the disk twice, so that one copy is whole whenever the power goes. */
const Head = z.object({
  format: z.literal(1),
  /** Counts up with each change: the higher copy holds. */
  turn: z.int().min(0),
  id: z.string(),
  idleMinutes: z.number().positive().nullable(),
  /** The vault's key itself; null once it is locked with a passphrase. */
  device: Bytes.nullable(),
  /** The vault's key, sealed under what the passphrase comes to. */
  passphrase: z.object({ salt: Bytes, cost: Cost, box: Bytes }).nullable(),
  /** The same, under the recovery code. */
  recovery: z.object({ box: Bytes }).nullable(),
})
export type Head = z.infer<typeof Head>

const COPIES = ['head-a', 'head-b'] as const
const SUM = 32

/** A value as JSON, the bytes in it as base64. */
export const toJson = (value: unknown): string => JSON.stringify(value, (_, one) => (one instanceof Uint8Array ? base64(one) : one))

async function packed(head: Head): Promise<Uint8Array<ArrayBuffer>> {
  const body = new TextEncoder().encode(toJson(head))
  return joined(new Uint8Array(await crypto.subtle.digest('SHA-256', body)), body)
}

/** Null for a copy that is not there, was not written whole, or is of a version that this one does not know. */
async function unpacked(bytes: Uint8Array<ArrayBuffer> | null): Promise<Head | null> {
  if (!bytes || bytes.length <= SUM) return null
  const body = bytes.subarray(SUM)
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', body))
  if (sum.some((byte, i) => byte !== bytes[i])) return null
  return Head.safeParse(JSON.parse(new TextDecoder().decode(body))).data ?? null
}

/** The head that holds, and whether any copy was there at all. An older copy, which an interrupted change left, is overwritten. */
export async function readHead(slots: Slots): Promise<{ head: Head | null; any: boolean }> {
  const copies = await Promise.all(COPIES.map((name) => slots.read(name)))
  const heads = await Promise.all(copies.map(unpacked))
  const head = heads.reduce((best, one) => (one && (!best || one.turn > best.turn) ? one : best), null)
  if (head) {
    const bytes = await packed(head)
    for (const [i, name] of COPIES.entries()) if (heads[i]?.turn !== head.turn) await slots.write(name, bytes)
  }
  return { head, any: copies.some((copy) => copy !== null) }
}

/** Writes a head in the present one's place. First over the copy that does not matter, so that at no moment none is whole. */
export async function writeHead(slots: Slots, head: Omit<Head, 'turn'>): Promise<Head> {
  const { head: before } = await readHead(slots)
  const next: Head = { ...head, turn: (before?.turn ?? 0) + 1 }
  const bytes = await packed(next)
  for (const name of COPIES) await slots.write(name, bytes)
  return next
}
