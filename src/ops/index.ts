import type { Op } from '../core/recipe'
import { adopt } from './adopt'
import { assess } from './assess'
import { backdrop } from './backdrop'
import { balance } from './balance'
import { blank } from './blank'
import { decode } from './decode'
import { edge } from './edge'
import { encode } from './encode'
import { fidelity } from './fidelity'
import { fit } from './fit'
import { heat } from './heat'
import { illuminant } from './illuminant'
import { inspect } from './inspect'
import { lay } from './lay'
import { layered } from './layered'
import { matte } from './matte'
import { matteFile } from './matte-file'
import { measure } from './measure'
import { mend } from './mend'
import { mesh } from './mesh'
import { place } from './place'
import { refine } from './refine'
import { render } from './render'
import { resize } from './resize'
import { shadow } from './shadow'
import { sheet } from './sheet'
import { silhouette } from './silhouette'
import { survey } from './survey'
import { tilt } from './tilt'
import { turn } from './turn'

/** Every operation there is. Ids are plain words and never renamed. */
export const ops = {
  inspect,
  decode,
  resize,
  turn,
  matte,
  adopt,
  refine,
  fit,
  edge,
  mend,
  assess,
  place,
  backdrop,
  blank,
  illuminant,
  balance,
  mesh,
  survey,
  render,
  shadow,
  sheet,
  lay,
  encode,
  layered,
  measure,
  fidelity,
  heat,
  silhouette,
  tilt,
  'matte-file': matteFile,
} as const

export type OpId = keyof typeof ops

/** The declaration of `id`; throws when a document names an operation this version does not know. */
export function opOf(id: string): Op {
  const op = (ops as unknown as Record<string, Op>)[id]
  if (!op) throw new RangeError(`no operation is called “${id}”`)
  return op
}
