import { z } from './schema'

/** A network that the seller brought: checked on a test picture, then kept on this device. */
export const OwnNetwork = z.object({
  /** `own:` and the SHA-256 of the file; what `PhotoDoc.cutout` names. */
  id: z.templateLiteral(['own:', z.string()]),
  /** The file's name without its ending. */
  title: z.string(),
  bytes: z.int(),
  /** It looks at squares of this many px. */
  side: z.int(),
  /** ISO 8601, UTC. */
  added: z.string(),
  /** How well it cut out the test picture: intersection over union with the truth, 0 to 1. */
  agreement: z.number(),
})
export type OwnNetwork = z.infer<typeof OwnNetwork>
