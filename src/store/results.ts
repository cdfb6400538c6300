import type { Hash, Json, Key, Value } from '../core/recipe'
import type { Sealer } from '../core/sealing'
import type { Cabinet, Database, StoredResult } from './database'
import { openJson, sealJson } from './sealed'

async function through(bytes: Blob | Uint8Array<ArrayBuffer>, stream: GenericTransformStream): Promise<ArrayBuffer> {
  return await new Response(new Response(bytes).body?.pipeThrough(stream)).arrayBuffer()
}

/** What a value is, beside its bytes. */
type Packed =
  | { readonly kind: 'mask'; readonly width: number; readonly height: number }
  | { readonly kind: 'file'; readonly type: string }
  | { readonly kind: 'facts'; readonly facts: Json }

/** Null for images, which are made again instead. */
async function pack(value: Value): Promise<{ packed: Packed; payload: Blob | null } | null> {
  switch (value.kind) {
    case 'mask': {
      const payload = new Blob([await through(value.data, new CompressionStream('deflate-raw'))])
      return { packed: { kind: 'mask', width: value.width, height: value.height }, payload }
    }
    case 'file':
      return { packed: { kind: 'file', type: value.blob.type }, payload: value.blob }
    case 'facts':
      return { packed: { kind: 'facts', facts: value.facts }, payload: null }
    case 'image':
      return null
  }
}

/** A mask's bytes, deflated. */
export const inflated = async (bytes: Blob | Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await through(bytes, new DecompressionStream('deflate-raw')))

async function unpack(packed: Packed, payload: Uint8Array<ArrayBuffer> | null): Promise<Value> {
  if (packed.kind === 'facts') return packed
  if (!payload) throw new Error('a stored result is damaged')
  if (packed.kind === 'file') return { kind: 'file', blob: new Blob([payload], { type: packed.type }) }
  const data = await inflated(payload)
  if (data.length !== packed.width * packed.height) throw new Error('a stored matte is damaged')
  return { ...packed, data }
}

const about = (name: string) => `result ${name}`
const nameOf = async (sealer: Sealer, key: Key) => await sealer.nameOf(`result ${key}`)
/** What a file of the project is called in the store. */
export const fileName = async (sealer: Sealer, hash: Hash): Promise<string> => await sealer.nameOf(`file ${hash}`)

/** The stored value of a project under `key`, or null. Marks it as used. */
export async function readResult({ db, keys }: Cabinet, project: string, key: Key): Promise<Value | null> {
  const sealer = await keys.project(project)
  const found = await db.get('results', await nameOf(sealer, key))
  if (!found) return null
  if (!found.keep) await db.put('results', { ...found, used: Date.now() })
  const packed = (await openJson(sealer, found.box, about(found.name))) as Packed
  return await unpack(packed, found.sealed && (await sealer.openFile(found.sealed, about(found.name))))
}

/** A result on its way into the store. */
export interface Result {
  readonly key: Key
  readonly value: Value
  /** Originals and mattes that it was made from. */
  readonly files: readonly Hash[]
  /** False = may be evicted and made again. */
  readonly keep: boolean
}

/** The sealed record of a project's result, ready to be put; null for values that are not stored. */
export async function resultRecord(sealer: Sealer, project: string, { key, value, files, keep }: Result): Promise<StoredResult | null> {
  const made = await pack(value)
  if (!made) return null
  const name = await nameOf(sealer, key)
  const [box, sealed, names] = await Promise.all([
    sealJson(sealer, made.packed, about(name)),
    made.payload && sealer.sealFile(made.payload, about(name)),
    Promise.all(files.map((hash) => fileName(sealer, hash))),
  ])
  return { name, project, files: names, keep, bytes: box.length + (sealed?.size ?? 0), used: Date.now(), box, sealed }
}

/** Evicts the least recently used results that may be made again until they take at most `limit` bytes. Returns the bytes freed. */
export async function evict(db: Database, limit: number): Promise<number> {
  const evictable: { name: string; bytes: number; used: number }[] = []
  const tx = db.transaction('results', 'readwrite')
  for await (const { value } of tx.store) if (!value.keep) evictable.push({ name: value.name, bytes: value.bytes, used: value.used })
  let total = evictable.reduce((sum, result) => sum + result.bytes, 0)
  let freed = 0
  for (const result of evictable.sort((a, b) => a.used - b.used)) {
    if (total <= limit) break
    await tx.store.delete(result.name)
    total -= result.bytes
    freed += result.bytes
  }
  await tx.done
  return freed
}
