import type { Hash, Key, Value } from '../core/recipe'
import type { Database, StoredBody, StoredResult } from './database'

async function through(bytes: Blob | Uint8Array<ArrayBuffer>, stream: GenericTransformStream): Promise<ArrayBuffer> {
  return await new Response(new Response(bytes).body?.pipeThrough(stream)).arrayBuffer()
}

/** The form in which a value is stored; null for images, which are made again instead. */
export async function pack(value: Value): Promise<{ body: StoredBody; bytes: number } | null> {
  if (value.kind === 'mask') {
    const deflated = new Blob([await through(value.data, new CompressionStream('deflate-raw'))])
    return { body: { kind: 'mask', width: value.width, height: value.height, deflated }, bytes: deflated.size }
  }
  if (value.kind === 'file') return { body: { kind: 'file', blob: value.blob }, bytes: value.blob.size }
  if (value.kind === 'facts') return { body: { kind: 'facts', facts: value.facts }, bytes: JSON.stringify(value.facts).length }
  return null
}

/** The value that was packed. Throws when the stored bytes are not what they were. */
export async function unpack(body: StoredBody): Promise<Value> {
  if (body.kind === 'mask') {
    const data = new Uint8Array(await through(body.deflated, new DecompressionStream('deflate-raw')))
    if (data.length !== body.width * body.height) throw new Error('a stored matte is damaged')
    return { kind: 'mask', width: body.width, height: body.height, data }
  }
  return body
}

/** The stored value under `key`, or null. Marks it as used. */
export async function readResult(db: Database, key: Key): Promise<Value | null> {
  const found = await db.get('results', key)
  if (!found) return null
  if (!found.keep) await db.put('results', { ...found, used: Date.now() })
  return await unpack(found.body)
}

/** The record of `value`, ready to be put; null for values that are not stored. */
export async function resultRecord(key: Key, value: Value, files: readonly Hash[], keep: boolean): Promise<StoredResult | null> {
  const packed = await pack(value)
  return packed && { key, files, keep, used: Date.now(), ...packed }
}

/** Evicts the least recently used results that may be made again until they take at most `limit` bytes. Returns the bytes freed. */
export async function evict(db: Database, limit: number): Promise<number> {
  const evictable: { key: string; bytes: number; used: number }[] = []
  const tx = db.transaction('results', 'readwrite')
  for await (const { value } of tx.store) if (!value.keep) evictable.push({ key: value.key, bytes: value.bytes, used: value.used })
  let total = evictable.reduce((sum, result) => sum + result.bytes, 0)
  let freed = 0
  for (const result of evictable.sort((a, b) => a.used - b.used)) {
    if (total <= limit) break
    await tx.store.delete(result.key)
    total -= result.bytes
    freed += result.bytes
  }
  await tx.done
  return freed
}
