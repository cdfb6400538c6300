import type { Hash } from './recipe'

/** What a seller can show of a deletion. The line of the ledger that it names bears it out, and the checkpoint that line. */
export interface Receipt {
  readonly receipt: 'Vitrine deletion receipt, version 1'
  readonly project: { readonly id: string; readonly name: string }
  /** ISO 8601, UTC, by this computer's clock. */
  readonly at: string
  readonly photos: number
  /** Of the originals. */
  readonly bytes: number
  /** SHA-256 of each original and matte that went. */
  readonly files: readonly Hash[]
  /** SHA-256 of the project's sealed key, which was overwritten first; null where there was none. */
  readonly key: Hash | null
  readonly ledger: { readonly line: number; readonly hash: Hash; readonly checkpoint: string | null; readonly key: string }
  readonly covers: readonly string[]
  readonly doesNotCover: readonly string[]
}

export const COVERS = [
  'All that this browser kept of the project: originals, mattes, small pictures, documents, names, and what its lines of the ledger kept to themselves.',
  'The project’s key was overwritten before anything else, so that what a disk may still hold of it cannot be decrypted by anybody.',
] as const

export const DOES_NOT_COVER = [
  'Copies that were made outside Vitrine: the files that you added from, exports, backups of the computer or of the browser’s profile made before.',
  'Old blocks of solid-state disks, which may outlive an overwritten file until the disk reuses them.',
  'What somebody saw or photographed on the screen.',
] as const

/** The receipt as a file to keep. */
export const receiptFile = (receipt: Receipt): Blob => new Blob([`${JSON.stringify(receipt, null, 2)}\n`], { type: 'application/json' })
