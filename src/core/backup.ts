import { Photo, Project, Sha256 } from './project'
import type { Json, Key } from './recipe'
import { z } from './schema'

/**
 * A backup is a row of parts, each a title and a body, both sealed. The titles stand a second time in a list at the end:
 * what they tell (documents, settings, names) survives any one damage; a body stands once.
 */

const AnyJson = z.json() as z.ZodType<Json>

/** What a part of a backup is. */
export const Title = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('project'), project: Project }),
  z.object({ kind: z.literal('photo'), photo: Photo }),
  /** An original or a matte of the seller's; the body is its bytes. `of`: the names of the photos that need it. */
  z.object({ kind: z.literal('file'), project: z.string(), hash: Sha256, type: z.string(), of: z.array(z.string()) }),
  /** What was computed and kept (mattes of networks, small pictures); see `store/results.ts`. `of` as above. */
  z.object({
    kind: z.literal('result'),
    project: z.string(),
    key: z.custom<Key>((value) => typeof value === 'string'),
    packed: AnyJson,
    files: z.array(Sha256),
    of: z.array(z.string()),
  }),
  /** The ledger so far: the body is JSON of `PastLedger`. */
  z.object({ kind: z.literal('ledger'), lines: z.int().min(0) }),
  /** What lines of the ledger keep to themselves about a project, as JSON Lines. */
  z.object({ kind: z.literal('details'), project: z.string() }),
  /** A network of the seller's: what is known of it, and its file. */
  z.object({ kind: z.literal('network'), title: z.string(), stored: AnyJson }),
])
export type Title = z.infer<typeof Title>

/** A ledger that ended when a backup was made of it. It was signed on another device, whose key signs no more here. */
export const PastLedger = z.object({
  /** The lines, as JSON Lines. */
  ledger: z.string(),
  checkpoints: z.string(),
  /** The key, as text, that checks the checkpoints. */
  key: z.string(),
  /** What lines keep to themselves that is about no project, as JSON Lines. */
  details: z.string(),
})
export type PastLedger = z.infer<typeof PastLedger>

/** A past ledger that was restored, as the screen lists it. */
export interface PastLedgerSummary {
  /** The id of the backup. */
  readonly id: string
  /** When the backup was made, ISO 8601. */
  readonly made: string
  readonly lines: number
}

/** Something in a backup that is damaged. */
export interface Casualty {
  /** In the seller's words: a photo, a project, a place in the file. */
  readonly what: string
  /** What that costs, and what to do: whole sentences. */
  readonly says: string
}

export interface BackupWish {
  readonly projects: readonly string[] | 'all'
  readonly passphrase: string
  /** Where it is to be written; null = into the browser's own file system, to be handed to the downloads. */
  readonly into: FileSystemFileHandle | null
}

export interface BackupMade {
  /** Null when it was written where the seller chose. */
  readonly file: Blob | null
  readonly name: string
  readonly bytes: number
  readonly projects: number
  readonly photos: number
  /** Photos that could not be read, by name. */
  readonly missing: readonly string[]
}

/** What a backup holds, told before anything is restored. */
export interface BackupContents {
  /** ISO 8601. */
  readonly made: string
  readonly bytes: number
  /** `here`: a project of the same id is in the studio, so that it will be restored beside it. */
  readonly projects: readonly { readonly id: string; readonly name: string; readonly photos: number; readonly here: boolean }[]
  /** Lines of the ledger that it brings; null = none. */
  readonly lines: number | null
  readonly networks: number
  /** Damage that shows before the bodies are read. */
  readonly casualties: readonly Casualty[]
}

export interface Restored {
  readonly projects: readonly { readonly id: string; readonly name: string; readonly photos: number }[]
  readonly casualties: readonly Casualty[]
}

export interface BackupProgress {
  readonly doing: 'writing' | 'checking' | 'restoring'
  /** Bytes. */
  readonly done: number
  readonly total: number
  readonly secondsLeft: number | null
}
