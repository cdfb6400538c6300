import { argon2id } from 'hash-wasm'
import { z } from '../core/schema'

/** How a passphrase becomes a key: Argon2id (RFC 9106), one lane. */
export const Cost = z.object({
  memoryKiB: z
    .int()
    .min(19 * 1024)
    .max(1024 * 1024),
  passes: z.int().min(1).max(64),
})
export type Cost = z.infer<typeof Cost>

/** To begin with: what the RFC advises where memory is short. */
export const USUAL: Cost = { memoryKiB: 64 * 1024, passes: 3 }
/** OWASP's least (2023), for devices on which the usual takes much too long. */
export const LEAST: Cost = { memoryKiB: 19 * 1024, passes: 2 }
/** What opening may take, ms. */
const AIM = 500
const MOST = 1200

/** The 32 bytes that a passphrase comes to. Text is taken in normal form, so that it is the same from every keyboard. */
export async function stretched(passphrase: string, salt: Uint8Array, { memoryKiB, passes }: Cost): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await argon2id({
    password: passphrase.normalize('NFKC'),
    salt,
    parallelism: 1,
    iterations: passes,
    memorySize: memoryKiB,
    hashLength: 32,
    outputType: 'binary',
  })
  return new Uint8Array(bytes)
}

/** The cost at which opening takes about half a second on this device; never under OWASP's least. */
export async function tuned(time: (cost: Cost) => Promise<number> = timed): Promise<Cost> {
  const one = (await time(USUAL)) / USUAL.passes
  if (one > MOST) return LEAST
  return { ...USUAL, passes: Math.min(12, Math.max(one * USUAL.passes > MOST ? 1 : USUAL.passes, Math.round(AIM / one))) }
}

async function timed(cost: Cost): Promise<number> {
  const began = performance.now()
  await stretched('how long does this take', new Uint8Array(16), cost)
  return performance.now() - began
}
