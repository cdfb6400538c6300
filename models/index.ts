/** One heavy thing that comes when first used, in pieces small enough for every static host (25 MiB). */
export interface Part {
  readonly id: string
  readonly title: string
  /** What it is for, in a few words a seller reads. */
  readonly purpose: string
  readonly kind: 'model' | 'runtime' | 'codec'
  readonly bytes: number
  /** Hex SHA-256 of the whole. */
  readonly sha256: string
  readonly licence: string
  readonly pieces: readonly { readonly url: string; readonly bytes: number; readonly sha256: string }[]
}
