import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { fail } from '../core/fault'
import type { Entry } from '../core/ledger'
import type { Network, OwnNetwork } from '../core/network'
import type { Photo, Project } from '../core/project'
import type { Hash, Json, Key } from '../core/recipe'

/** A file of the seller's (an original, a matte, a network), stored by content. IndexedDB keeps Blobs as files, so they leave no copy behind when deleted. */
export interface StoredBlob {
  readonly hash: Hash
  readonly blob: Blob
  readonly bytes: number
}

/** The result of a step, stored under the key of the request. */
export interface StoredResult {
  readonly key: Key
  /** Originals that it was made from: when the last photo of one goes, so does the result. */
  readonly files: readonly Hash[]
  /** False = may be evicted and made again. */
  readonly keep: boolean
  readonly bytes: number
  /** Milliseconds since 1970 of the last use, for eviction. */
  readonly used: number
  readonly body: StoredBody
}
export type StoredBody =
  | { readonly kind: 'mask'; readonly width: number; readonly height: number; readonly deflated: Blob }
  | { readonly kind: 'file'; readonly blob: Blob }
  | { readonly kind: 'facts'; readonly facts: Json }

/** A network of the seller's, and all that was learnt of it. Its file lies among the originals, by content. */
export interface StoredNetwork {
  readonly id: OwnNetwork['id']
  readonly own: OwnNetwork
  readonly network: Network
  /** Its answer to the test picture (see `models/probe.ts`), which every later engine has to give, too. */
  readonly golden: readonly number[]
}

export interface StoredCheckpoint {
  readonly size: number
  /** ISO 8601, UTC. */
  readonly at: string
  /** See `core/checkpoint.ts`. */
  readonly note: string
}

export interface Schema extends DBSchema {
  projects: { key: string; value: Project }
  photos: { key: string; value: Photo; indexes: { project: string; file: string; matte: string } }
  blobs: { key: string; value: StoredBlob }
  results: { key: string; value: StoredResult; indexes: { files: string } }
  ledger: { key: number; value: Entry }
  settings: { key: string; value: Json }
  networks: { key: StoredNetwork['id']; value: StoredNetwork }
  /** Key pairs whose private half no script can read. */
  keys: { key: string; value: CryptoKeyPair }
  /** The ledger's signed checkpoints, by the number of lines that they vouch for. */
  checkpoints: { key: number; value: StoredCheckpoint }
}
export type Database = IDBPDatabase<Schema>

/** Opens the studio's database. Throws a fault where the browser has none (private windows of some browsers). */
export async function openDatabase(name = 'vitrine'): Promise<Database> {
  if (typeof indexedDB === 'undefined') return noStorage()
  try {
    return await openDB<Schema>(name, 3, {
      upgrade(db, from, _to, tx) {
        if (from < 1) {
          db.createObjectStore('projects', { keyPath: 'id' })
          const photos = db.createObjectStore('photos', { keyPath: 'id' })
          photos.createIndex('project', 'project')
          photos.createIndex('file', 'file')
          db.createObjectStore('blobs', { keyPath: 'hash' })
          db.createObjectStore('results', { keyPath: 'key' }).createIndex('files', 'files', { multiEntry: true })
          db.createObjectStore('ledger', { keyPath: 'n' })
          db.createObjectStore('settings')
        }
        if (from < 2) {
          tx.objectStore('photos').createIndex('matte', 'doc.matte')
          db.createObjectStore('networks', { keyPath: 'id' })
        }
        if (from < 3) {
          db.createObjectStore('keys')
          db.createObjectStore('checkpoints', { keyPath: 'size' })
        }
      },
      blocking(_from, _to, event) {
        ;(event.target as IDBDatabase).close()
      },
    })
  } catch {
    return noStorage()
  }
}

function noStorage(): never {
  return fail(
    'no-storage',
    'This browser window does not let Vitrine store anything, so no photo can be worked on here.',
    'Open Vitrine in an ordinary (not private) window, or allow this site to store data in the browser’s settings.',
    true,
  )
}
