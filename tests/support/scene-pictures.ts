import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { Scene } from '../../src/core/scene/document'

/** What the picture of a shipped scene was made of, in the pictures' `made.json`. */
export const hashOfScene = (scene: unknown): string =>
  createHash('sha256')
    .update(canonicalize(Scene.parse(scene)) as string)
    .digest('hex')
    .slice(0, 16)
