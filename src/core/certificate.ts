import type { ChannelId } from './channels'
import type { FidelityFacts } from './fidelity'
import { type Entry, hashOfJson } from './ledger'
import type { Hash, Json, Key, OneOrMany } from './recipe'

/** A step as it was asked for. Its key is the SHA-256 of the RFC 8785 form of `{op, v, params, from, model}`. */
export interface CertifiedStep {
  readonly key: Key
  readonly op: string
  readonly v: number
  readonly params: Json
  /** Keys of what it read (a list where it read a list): of other steps, or `blob:` and the SHA-256 of stored bytes. */
  readonly from: Readonly<Record<string, OneOrMany<Key>>>
  /** SHA-256 of the network that it asked; null = none. */
  readonly model: string | null
}

/** A line of the ledger, and what proves that a signed checkpoint vouches for it. */
export interface Attested {
  readonly entry: Entry
  /** RFC 6962 inclusion proof, lowest first, hex. */
  readonly path: readonly string[]
  /** C2SP tlog-checkpoint; null = this browser cannot sign. */
  readonly checkpoint: string | null
  /** What checks its signature. */
  readonly key: string
}

/** What a certificate says of a file. */
export interface Claims {
  readonly certificate: 'Vitrine fidelity certificate, version 1'
  /** ISO 8601, UTC, by this computer's clock. */
  readonly at: string
  readonly file: {
    readonly name: string
    readonly sha256: Hash
    readonly bytes: number
    readonly channel: { readonly id: ChannelId; readonly title: string }
  }
  readonly original: { readonly sha256: Hash; readonly bytes: number }
  /** Key of the last step, which wrote the file: the ledger's line about the export names it. */
  readonly request: Key
  readonly steps: readonly CertifiedStep[]
  /** Operation and version that measured. */
  readonly measuredBy: string
  readonly measured: FidelityFacts
  readonly says: readonly string[]
  readonly doesNotSay: readonly string[]
}

/** What shows which of a file's pixels are the photo's own. The ledger's line holds the hash of the claims, a checkpoint the line. */
export interface Certificate extends Claims {
  readonly ledger: Attested
}

export const SAYS = [
  'Solid pixels are made of nothing but the product’s own pixels in the photo, moved and scaled. The photo was laid onto the file’s grid a second time, by other code, and the file, decoded again, was held against it.',
  '“Unaltered” are those that differ by no more than the tolerance: before encoding one level of 255, in a JPEG what its own quantisation allows to a pixel and to the mean of a block.',
  'Edge pixels mix product and background: there the product’s colour is estimated, so that the old background does not show. ΔE00 (CIEDE2000) says by how much; about 1 is just seen side by side.',
] as const

export const DOES_NOT_SAY = [
  'That the photo shows the product as it is: what a camera or another program did before is not known here.',
  'That the outline is right: what counts as product is what was cut out, or mended by hand.',
  'When it was: the clock is this computer’s.',
  'Who made it, by which program: the key is that of one browser’s ledger. Compare it with one that you were given before. Who has the photo can measure again.',
] as const

/** The hash that the ledger's line bears as `certificate`. */
export const claimsHash = ({ ledger: _, ...claims }: Claims & { readonly ledger?: unknown }): Promise<Hash> => hashOfJson(claims)

/** The certificate as a file to keep. */
export const certificateText = (certificate: Certificate): string => `${JSON.stringify(certificate, null, 2)}\n`

/** A share in percent, rounded down, so that 100 % is said of all alone; a dash of nothing. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return '–'
  return part === whole ? '100 %' : `${(Math.floor((part / whole) * 10_000) / 100).toFixed(2)} %`
}

/** What share of the product's solid pixels is the photo's own, as text: unaltered before the file was encoded and in the file. */
export const ownText = ({ solid: { pixels, same } }: FidelityFacts): string => shareText(Math.min(same.placed, same.file), pixels)
