import { createSHA256 } from 'hash-wasm'

type Digest = (bytes: Uint8Array) => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>

let made: Promise<Digest> | null = null

/** Where a page's policy allows no WebAssembly, WebCrypto does it, slowly. */
async function make(): Promise<Digest> {
  try {
    const sha256 = await createSHA256()
    // One after the other without a break in between, so that one state serves all.
    return (bytes) => new Uint8Array(sha256.init().update(bytes).digest('binary'))
  } catch {
    return async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
  }
}

/** SHA-256 of something short. WebCrypto's costs twenty times as much for being asked, which for a ledger of 100,000 lines is seconds. */
export async function shortSha256(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  made ??= make()
  return (await made)(bytes)
}

/** SHA-256 of what comes piece by piece, as lower-case hex. */
export async function streamSha256(): Promise<{ update(bytes: Uint8Array): void; hex(): string }> {
  const sha256 = await createSHA256()
  sha256.init()
  return { update: (bytes) => void sha256.update(bytes), hex: () => sha256.digest('hex') }
}
