import type { OwnNetwork } from './network'
import type { Hash } from './recipe'

const OWN = 'own:'

/** Whether a network is the seller's own, not of the catalogue. */
export const isOwn = (id: string): id is OwnNetwork['id'] => id.startsWith(OWN)

/** The SHA-256 that the id of one of the seller's own networks names. */
export const hashOfOwn = (id: OwnNetwork['id']): Hash => id.slice(OWN.length) as Hash
