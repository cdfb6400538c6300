type Triple = readonly [number, number, number]

/** All that must be known of a matte network to run it. */
export interface Network {
  /** As in the catalogue, or `own:` and the SHA-256 of the file. */
  readonly id: string
  /** Hex SHA-256 of the file; part of every key of what the network computed. */
  readonly sha256: string
  /**
   * Red, green and blue planes, `(v - mean) / scale` of 8-bit sRGB values; shape 1 x 3 x side x side. `half`: its numbers
   * are float16, not float32.
   */
  readonly input: { readonly name: string; readonly side: number; readonly mean: Triple; readonly scale: Triple; readonly half?: boolean }
  /** One plane of side x side. `sigmoid` brings it to 0 to 1, where it does not lie already. */
  readonly output: { readonly name: string; readonly sigmoid: boolean }
  /** The dimensions that the file leaves open, by name, and what the session fixes them to. */
  readonly free: Readonly<Record<string, number>>
}

/** A network that the seller brought: checked on a test picture, then kept on this device. */
export interface OwnNetwork {
  /** `own:` and the SHA-256 of the file; what `PhotoDoc.cutout` names. */
  readonly id: `own:${string}`
  /** The file's name without its ending. */
  readonly title: string
  readonly bytes: number
  /** It looks at squares of this many px. */
  readonly side: number
  /** ISO 8601, UTC. */
  readonly added: string
  /** How well it cut out the test picture: intersection over union with the truth, 0 to 1. */
  readonly agreement: number
}
