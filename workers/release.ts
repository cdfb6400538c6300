import { hex } from '../src/core/bytes'
import type { Release } from '../src/core/release'

/** The version in `package.json`, put in by the build. */
declare const __VITRINE_VERSION__: string

/** Tells of the version whose files lie in the cache under these keys. `kept`: address of a file and its key. */
export async function release(kept: ReadonlyMap<string, string>, base: string): Promise<Release> {
  const files: [string, string][] = []
  for (const [url, key] of kept) {
    const bytes = await (await caches.match(key))?.arrayBuffer()
    if (!bytes) continue
    const sum = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
    files.push([decodeURIComponent(new URL(url).pathname.slice(base.length)), sum])
  }
  return { version: __VITRINE_VERSION__, files: files.sort(([a], [b]) => (a < b ? -1 : 1)) }
}
