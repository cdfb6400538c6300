import { z } from './schema'

const Triple = z.tuple([z.number(), z.number(), z.number()]).readonly()

/** All that must be known of a matte network to run it. */
export const Network = z.object({
  /** As in the catalogue, or `own:` and the SHA-256 of the file. */
  id: z.string(),
  /** Hex SHA-256 of the file; part of every key of what the network computed. */
  sha256: z.string(),
  /**
   * Red, green and blue planes, `(v - mean) / scale` of 8-bit sRGB values; shape 1 x 3 x side x side. `half`: its numbers
   * are float16, not float32.
   */
  input: z.object({ name: z.string(), side: z.int().positive(), mean: Triple, scale: Triple, half: z.boolean().optional() }).readonly(),
  /** One plane of side x side. `sigmoid` brings it to 0 to 1, where it does not lie already. */
  output: z.object({ name: z.string(), sigmoid: z.boolean() }).readonly(),
  /** The dimensions that the file leaves open, by name, and what the session fixes them to. */
  free: z.record(z.string(), z.number()).readonly(),
})
export type Network = Readonly<z.infer<typeof Network>>

const Own = z.templateLiteral(['own:', z.string()])

/** A network that the seller brought: checked on a test picture, then kept on this device. */
export const OwnNetwork = z.object({
  /** `own:` and the SHA-256 of the file; what `PhotoDoc.cutout` names. */
  id: Own,
  /** The file's name without its ending. */
  title: z.string(),
  bytes: z.number(),
  /** It looks at squares of this many px. */
  side: z.number(),
  /** ISO 8601, UTC. */
  added: z.string(),
  /** How well it cut out the test picture: intersection over union with the truth, 0 to 1. */
  agreement: z.number(),
})
export type OwnNetwork = Readonly<z.infer<typeof OwnNetwork>>

/** A network of the seller's, and all that was learnt of it. Its file lies among the originals, by content. */
export const StoredNetwork = z.object({
  id: Own,
  own: OwnNetwork,
  network: Network,
  /** Its answer to the test picture (see `models/probe.ts`), which every later engine has to give, too. */
  golden: z.array(z.number()).readonly(),
})
export type StoredNetwork = Readonly<z.infer<typeof StoredNetwork>>
