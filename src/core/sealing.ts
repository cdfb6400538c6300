import type { Hash } from './recipe'

/** Encrypts and opens what belongs together: one project, or the studio's own records. Implemented in `src/vault`. */
export interface Sealer {
  /** The bytes, encrypted and bound to what they are `about` (a place in the store): elsewhere they do not open. */
  seal(bytes: Uint8Array<ArrayBuffer>, about: string): Promise<Uint8Array<ArrayBuffer>>
  /** Throws the fault `damaged` when they are not what was sealed about this. */
  open(box: Uint8Array<ArrayBuffer>, about: string): Promise<Uint8Array<ArrayBuffer>>
  /** The same for files, in pieces, so that none lies in memory twice. */
  sealFile(file: Blob, about: string): Promise<Blob>
  openFile(box: Blob, about: string): Promise<Uint8Array<ArrayBuffer>>
  /** What a text is called where everybody may look: the same text has the same name here, and another one elsewhere. */
  nameOf(text: string): Promise<string>
}

/** The keys of an open vault. */
export interface Keyring {
  readonly studio: Sealer
  /** Throws the fault `key-gone` when the project's key was destroyed or never was. */
  project(id: string): Promise<Sealer>
  /** A new key, on the disk before this resolves. */
  create(project: string): Promise<Sealer>
  /**
   * Overwrites the project's key; from then on nothing that was sealed with it can be read by anybody. Resolves with the
   * SHA-256 of what was overwritten (the key, itself sealed); null where there was none.
   */
  shred(project: string): Promise<Hash | null>
  /** The projects that have a key. */
  projects(): Promise<string[]>
}

/** A few small secrets on the disk, which leave nothing behind when they are overwritten. */
export interface Slots {
  /** Null when there is none of that name. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** On the disk before it resolves. What was there is overwritten. */
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  /** Overwrites with noise, then removes. */
  shred(name: string): Promise<void>
  names(): Promise<string[]>
}
