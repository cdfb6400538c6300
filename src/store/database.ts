import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { fail } from '../core/fault'
import type { Entry } from '../core/ledger'
import type { StoredNetwork } from '../core/network'
import type { Photo, Project } from '../core/project'
import type { Hash, Json, Key } from '../core/recipe'
import type { Keyring } from '../core/sealing'

/** A file that is no secret (a network), stored by content. IndexedDB keeps Blobs as files, so they leave no copy behind when deleted. */
export interface StoredBlob {
  readonly hash: Hash
  readonly blob: Blob
  readonly bytes: number
}

/** Bytes that only the vault opens. */
export type Box = Uint8Array<ArrayBuffer>

export interface StoredProject {
  readonly id: string
  /** Sealed JSON of a `Project`. */
  readonly box: Box
}

export interface StoredPhoto {
  readonly id: string
  readonly project: string
  /** What its original and its matte are called among the files. */
  readonly files: readonly string[]
  readonly done: boolean
  readonly bytes: number
  /** Sealed JSON of a `Photo`. */
  readonly box: Box
}

/** An original or a matte. Its name is made of its content by the project's own key, so that it tells nothing. */
export interface StoredFile {
  readonly name: string
  readonly project: string
  readonly bytes: number
  readonly sealed: Blob
}

/** The result of a step. Its name is made of the key of the request. */
export interface StoredResult {
  readonly name: string
  readonly project: string
  /** Names of the files that it was made from: when the last photo of one goes, so does the result. */
  readonly files: readonly string[]
  /** False = may be evicted and made again. */
  readonly keep: boolean
  readonly bytes: number
  /** Milliseconds since 1970 of the last use, for eviction. */
  readonly used: number
  /** Sealed JSON of a `Packed`. */
  readonly box: Box
  /** The mask's bytes, deflated, or the file's; null for facts. */
  readonly sealed: Blob | null
}

export interface StoredLine {
  readonly n: number
  /** Sealed JSON of an `Entry`. */
  readonly box: Box
}

/** What a line of the ledger keeps to itself; it goes with its project. */
export interface StoredDetails {
  readonly n: number
  /** Empty for what belongs to none; then the studio's own key seals it. */
  readonly project: string
  /** Sealed JSON of a `Details`. */
  readonly box: Box
}

/** A ledger that ended when a backup was made of it, and what its lines keep to themselves; both came with that backup. */
export interface StoredArchive {
  /** The id of the backup. */
  readonly backup: string
  /** Whose details they are; empty for the lines themselves, which the studio's own key seals. */
  readonly project: string
  /** ISO 8601, UTC: when the backup was made. */
  readonly made: string
  readonly lines: number
  /** JSON of a `PastLedger`; details as JSON Lines. */
  readonly sealed: Blob
}

export interface StoredCheckpoint {
  readonly size: number
  /** ISO 8601, UTC. */
  readonly at: string
  /** See `core/checkpoint.ts`. */
  readonly note: string
}

export interface Schema extends DBSchema {
  projects: { key: string; value: StoredProject }
  photos: { key: string; value: StoredPhoto; indexes: { project: string; files: string } }
  files: { key: string; value: StoredFile; indexes: { project: string } }
  results: { key: string; value: StoredResult; indexes: { project: string; files: string } }
  ledger: { key: number; value: StoredLine }
  details: { key: number; value: StoredDetails; indexes: { project: string } }
  archives: { key: [backup: string, project: string]; value: StoredArchive; indexes: { project: string } }
  blobs: { key: string; value: StoredBlob }
  settings: { key: string; value: Json }
  networks: { key: StoredNetwork['id']; value: StoredNetwork }
  /** Key pairs whose private half no script can read. */
  keys: { key: string; value: CryptoKeyPair }
  /** The ledger's signed checkpoints, by the number of lines that they vouch for. */
  checkpoints: { key: number; value: StoredCheckpoint }
  /** What versions before the vault stored in the clear, until it has been brought over (see `plain.ts`). */
  'plain-projects': { key: string; value: Project }
  'plain-photos': { key: string; value: Photo; indexes: { project: string } }
  'plain-results': { key: string; value: PlainResult; indexes: { files: string } }
  'plain-ledger': { key: number; value: Entry }
}
export type Database = IDBPDatabase<Schema>

export interface PlainResult {
  readonly key: Key
  readonly keep: boolean
  readonly body:
    | { readonly kind: 'mask'; readonly width: number; readonly height: number; readonly deflated: Blob }
    | { readonly kind: 'file'; readonly blob: Blob }
    | { readonly kind: 'facts'; readonly facts: Json }
}

/** The database, and the keys that open what it holds. */
export interface Cabinet {
  readonly db: Database
  readonly keys: Keyring
}

const VERSION = 5

/** Opens the studio's database. Throws a fault where the browser has none (private windows of some browsers). */
export async function openDatabase(name = 'vitrine'): Promise<Database> {
  if (typeof indexedDB === 'undefined') return noStorage()
  try {
    return await openDB<Schema>(name, VERSION, {
      upgrade(db, from, _to, tx) {
        // Before version 4 nothing was sealed: those stores step aside.
        if (from > 0 && from < 4) {
          const clear = (store: string) => tx.objectStore(store as 'projects') as unknown as { name: string }
          for (const store of ['projects', 'photos', 'results', 'ledger']) clear(store).name = `plain-${store}`
        }
        if (from < 1) {
          db.createObjectStore('blobs', { keyPath: 'hash' })
          db.createObjectStore('settings')
        }
        if (from < 2) db.createObjectStore('networks', { keyPath: 'id' })
        if (from < 3) {
          db.createObjectStore('keys')
          db.createObjectStore('checkpoints', { keyPath: 'size' })
        }
        if (from < 4) {
          db.createObjectStore('projects', { keyPath: 'id' })
          const photos = db.createObjectStore('photos', { keyPath: 'id' })
          photos.createIndex('project', 'project')
          photos.createIndex('files', 'files', { multiEntry: true })
          db.createObjectStore('files', { keyPath: 'name' }).createIndex('project', 'project')
          const results = db.createObjectStore('results', { keyPath: 'name' })
          results.createIndex('project', 'project')
          results.createIndex('files', 'files', { multiEntry: true })
          db.createObjectStore('ledger', { keyPath: 'n' })
          db.createObjectStore('details', { keyPath: 'n' }).createIndex('project', 'project')
        }
        if (from < 5) db.createObjectStore('archives', { keyPath: ['backup', 'project'] }).createIndex('project', 'project')
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
