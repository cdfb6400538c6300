import type { FileFormat } from './channels'
import type { Hash } from './recipe'
import type { DataMining, DigitalSource } from './rights'

/** Whose certificate signs an export's Content Credentials: one that this device made itself, or one that the seller brought. */
export type SignedBy = 'device' | 'own'

/** What this device's certificate is called unless the seller chooses a name, and what it always names as its organisation. */
export const LOCALLY_SIGNED = 'Vitrine, locally signed'
/** Longest name of a certificate's owner, in UTF-16 units (X.520 allows 64 characters). */
export const LONGEST_NAME = 64

/** The certificate that a file's credentials are signed with. */
export interface Certificate {
  /** Common name of its owner; the organisation, or the whole name, where there is none. */
  readonly name: string
  /** Who issued it, likewise. */
  readonly issuer: string
  /** SHA-256 of its DER form. */
  readonly fingerprint: Hash
  /** ISO 8601, UTC: it counts between these. */
  readonly from: string
  readonly until: string
}

/** What files can be signed with here. */
export interface Signatures {
  /** Made by this device; null until it is first needed. `authority` is what vouches for it, as PEM: who trusts that can check it. */
  readonly device: (Certificate & { readonly authority: string }) | null
  /** Brought by the seller; null where there is none. */
  readonly own: Certificate | null
}

/** What the Content Credentials of a file say, and whether they hold. */
export interface CredentialsReport {
  /**
   * `none`: there are none. `invalid`: the file, or what it says, was changed after it was signed, or its certificate does not hold.
   * `unknown`: unchanged, signed by a certificate that this device does not know. `known`: unchanged, signed here or by the seller's own.
   */
  readonly state: 'none' | 'invalid' | 'unknown' | 'known'
  /** Codes of what is wrong (C2PA 2.2, “Validation status codes”). */
  readonly wrong: readonly string[]
  /** Common name of the signer; null where the file does not say. */
  readonly signer: string | null
  /** The program that made the claim. */
  readonly generator: string | null
  /** C2PA's names of what was done, in order. */
  readonly actions: readonly string[]
  readonly source: string | null
  /** What the file says of AI training and data mining: use -> `allowed`, `notAllowed`, `constrained` (CAWG 1.1). */
  readonly training: Readonly<Record<string, string>>
}

/** What is true of one exported file, as far as its credentials say it. */
export interface Statement {
  readonly source: DigitalSource
  /** SHA-256 of the photo as it was added. */
  readonly original: Hash
  /** The photo was turned by hand. */
  readonly turned: boolean
  /** File pixels per pixel of the photo. */
  readonly scale: number
  /** Who told product from background. */
  readonly matte: 'network' | 'own network' | 'own matte'
  /** The cutout was mended by hand. */
  readonly mended: boolean
  /** The set in which it stands; null where there is none. `others`: products of other photos in it. `relit`: its light falls on products. */
  readonly set: { readonly others: number; readonly relit: boolean } | null
  /** What the seller's rights fields prohibit; null = nothing. */
  readonly mining: DataMining | null
}

/** Whether a file of this format can carry Content Credentials: c2pa-rs puts none into a PSD. */
export const carriesCredentials = (format: FileFormat): boolean => format !== 'psd'

/** Puts signed Content Credentials into finished files. */
export interface FileSigner {
  readonly by: SignedBy
  readonly certificate: Hash
  /** Bytes that a file grows by at most. */
  readonly growth: number
  /** The same picture with its credentials. Throws the fault `not-signed`. */
  sign(file: Blob, statement: Statement): Promise<Blob>
}
