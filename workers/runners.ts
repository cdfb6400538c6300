import type { Runner } from '../src/core/recipe'
import type { AnyRunner } from '../src/engine/execute'
import type { OpId, ops } from '../src/ops'

/** Operation id -> its runner, loaded when first used. An operation without one is a type error here. */
const runners: { readonly [Id in OpId]: () => Promise<{ run: Runner<(typeof ops)[Id]> }> } = {
  inspect: () => import('../src/ops/inspect/run'),
  decode: () => import('../src/ops/decode/run'),
  resize: () => import('../src/ops/resize/run'),
  turn: () => import('../src/ops/turn/run'),
  matte: () => import('../src/ops/matte/run'),
  adopt: () => import('../src/ops/adopt/run'),
  refine: () => import('../src/ops/refine/run'),
  fit: () => import('../src/ops/fit/run'),
  edge: () => import('../src/ops/edge/run'),
  mend: () => import('../src/ops/mend/run'),
  assess: () => import('../src/ops/assess/run'),
  place: () => import('../src/ops/place/run'),
  backdrop: () => import('../src/ops/backdrop/run'),
  blank: () => import('../src/ops/blank/run'),
  illuminant: () => import('../src/ops/illuminant/run'),
  balance: () => import('../src/ops/balance/run'),
  mesh: () => import('../src/ops/mesh/run'),
  survey: () => import('../src/ops/survey/run'),
  render: () => import('../src/ops/render/run'),
  shadow: () => import('../src/ops/shadow/run'),
  sheet: () => import('../src/ops/sheet/run'),
  lay: () => import('../src/ops/lay/run'),
  encode: () => import('../src/ops/encode/run'),
  layered: () => import('../src/ops/layered/run'),
  tilt: () => import('../src/ops/tilt/run'),
  silhouette: () => import('../src/ops/silhouette/run'),
  measure: () => import('../src/ops/measure/run'),
  fidelity: () => import('../src/ops/fidelity/run'),
  heat: () => import('../src/ops/heat/run'),
  'matte-file': () => import('../src/ops/matte-file/run'),
}

/** The runner of an operation. Its input kinds and params are checked against the declaration by the engine. */
export async function runnerOf(op: string): Promise<AnyRunner> {
  const { run } = await runners[op as OpId]()
  return run as unknown as AnyRunner
}
