import { fail } from '../core/fault'
import type { OwnNetwork, StoredNetwork } from '../core/network'
import { hashOfOwn } from '../core/own'
import type { Database } from './database'

/** The seller's own networks, by title. */
export async function listNetworks(db: Database): Promise<OwnNetwork[]> {
  return (await db.getAll('networks')).map(({ own }) => own).sort((a, b) => a.title.localeCompare(b.title))
}

/** Stores a network and its file in one transaction: after a crash there are both or neither. */
export async function putNetwork(db: Database, stored: StoredNetwork, file: Blob): Promise<void> {
  const tx = db.transaction(['networks', 'blobs'], 'readwrite', { durability: 'strict' })
  const blob = { hash: hashOfOwn(stored.id), blob: file, bytes: file.size }
  await Promise.all([tx.objectStore('blobs').put(blob), tx.objectStore('networks').put(stored), tx.done])
}

/** What is known of a network; throws the fault `network-gone` when it is not here. */
export async function readNetwork(db: Database, id: OwnNetwork['id']): Promise<StoredNetwork> {
  return (await db.get('networks', id)) ?? gone()
}

/** The file of a network; throws the fault `network-gone` when it is not here. */
export async function readNetworkFile(db: Database, id: OwnNetwork['id']): Promise<Blob> {
  return (await db.get('blobs', hashOfOwn(id)))?.blob ?? gone()
}

/** Removes a network with its file in one transaction. */
export async function deleteNetwork(db: Database, id: OwnNetwork['id']): Promise<void> {
  const tx = db.transaction(['networks', 'blobs'], 'readwrite', { durability: 'strict' })
  await Promise.all([tx.objectStore('networks').delete(id), tx.objectStore('blobs').delete(hashOfOwn(id)), tx.done])
}

function gone(): never {
  return fail(
    'network-gone',
    'The network of your own that this photo asks for is not on this device.',
    'Choose another cutout, or open the network’s file again.',
  )
}
