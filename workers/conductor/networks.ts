import { fail } from '../../src/core/fault'
import type { OwnNetwork } from '../../src/core/network'
import { isOwn } from '../../src/core/own'
import type { ModelDesk } from '../../src/engine/model'
import type { Cabinet } from '../../src/store/database'
import { putNetwork } from '../../src/store/networks'
import { record } from './notary'

/** WebAssembly addresses 4 GB, and a network needs at least as much again as its weights take. */
const MAX_BYTES = 2e9

/**
 * Checks a network from disk and keeps it with what was learnt of it. One that is here already is checked again, so that
 * a newer version of Vitrine may know it better. Throws the fault that says why it cannot be used; nothing is kept then.
 */
export async function takeOn(cabinet: Cabinet, model: Pick<ModelDesk, 'check'>, file: File): Promise<OwnNetwork> {
  if (file.size > MAX_BYTES)
    fail(
      'network-too-large',
      `The network has ${(file.size / 1e9).toFixed(1)} GB; a browser can hold ${MAX_BYTES / 1e9} GB at most.`,
      'Choose a smaller one (a “lite” or half-precision version).',
    )
  const { network, agreement, golden, bytes } = await model.check(file)
  const { id, sha256, input } = network
  if (!isOwn(id)) throw new TypeError(`${id} is not a network of the seller’s own`)
  const title = file.name.replace(/\.[^.]+$/, '') || file.name
  const own: OwnNetwork = { id, title, bytes, side: input.side, added: new Date().toISOString(), agreement }
  await putNetwork(cabinet.db, { id, own, network, golden }, file)
  await record(cabinet, [{ did: 'part', body: { network: sha256, bytes }, details: { title } }])
  return own
}
