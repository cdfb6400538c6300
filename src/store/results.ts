import type { Hash, Json, Key, Value } from '../core/recipe'
import { z } from '../core/schema'
import type { Sealer } from '../core/sealing'
import type { Cabinet, Database, StoredResult } from './database'
import { openJson, sealJson } from './sealed'

async function through(bytes: Blob | Uint8Array<ArrayBuffer>, stream: GenericTransformStream): Promise<ArrayBuffer> {
  return await new Response(new Response(bytes).body?.pipeThrough(stream)).arrayBuffer()
}

/** What a value is, beside its bytes. */
export const Packed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('mask'), width: z.int().positive(), height: z.int().positive() }),
  z.object({ kind: z.literal('file'), type: z.string() }),
  z.object({ kind: z.literal('facts'), facts: z.json() as z.ZodType<Json> }),
])
export type Packed = z.infer<typeof Packed>

/** Null for images and meshes, which are made again instead. */
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
    case 'mesh':
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
  const packed = Packed.parse(await openJson(sealer, found.box, about(found.name)))
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

/** A result as it is stored: what it is, and its bytes (a mask's, deflated; none for facts). */
export interface PackedResult extends Omit<Result, 'value'> {
  readonly packed: Packed
  readonly payload: Blob | null
}

/** The sealed record of a project's result, ready to be put; null for values that are not stored. */
export async function resultRecord(sealer: Sealer, project: string, { value, ...result }: Result): Promise<StoredResult | null> {
  const made = await pack(value)
  return made && (await packedRecord(sealer, project, { ...result, ...made }))
}

async function packedRecord(sealer: Sealer, project: string, { key, packed, payload, files, keep }: PackedResult): Promise<StoredResult> {
  const name = await nameOf(sealer, key)
  const [box, sealed, names] = await Promise.all([
    // The key stands beside it, so that a backup can tell what the result answers.
    sealJson(sealer, { ...packed, key }, about(name)),
    payload && sealer.sealFile(payload, about(name)),
    Promise.all(files.map((hash) => fileName(sealer, hash))),
  ])
  return { name, project, files: names, keep, bytes: box.length + (sealed?.size ?? 0), used: Date.now(), box, sealed }
}

/** Stores a result that was packed before. */
export async function putPacked({ db, keys }: Cabinet, project: string, result: PackedResult): Promise<void> {
  await db.put('results', await packedRecord(await keys.project(project), project, result))
}

/** The results of a project that are kept and do not say what they answer (an earlier version stored them) are left out: they are made again. */
export async function* keptResults({ db, keys }: Cabinet, project: string, files: readonly Hash[]): AsyncGenerator<PackedResult> {
  const sealer = await keys.project(project)
  const hashes = new Map(await Promise.all(files.map(async (hash) => [await fileName(sealer, hash), hash] as const)))
  for (const name of await db.getAllKeysFromIndex('results', 'project', project)) {
    const found = await db.get('results', name)
    if (!found?.keep) continue
    const facts = (await openJson(sealer, found.box, about(name))) as { key?: Key }
    if (!facts.key) continue
    const payload = found.sealed && new Blob([await sealer.openFile(found.sealed, about(name))])
    const of = found.files.map((file) => hashes.get(file)).filter((hash) => hash !== undefined)
    yield { key: facts.key, packed: Packed.parse(facts), payload, files: of, keep: true }
  }
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
