// The app's own conductor without its screens, to be killed in the middle of whatever it does, and looked over afterwards.
import { connect } from '../../../src/app/client'
import type { News } from '../../../src/core/client'
import { faultOf } from '../../../src/core/fault'
import { sha256 } from '../../../src/core/ledger'
import { PhotoDoc } from '../../../src/core/project'

export interface Found {
  readonly lock: 'device' | 'passphrase'
  /** What opened it; null where nothing was needed. */
  readonly secret: string | null
  /** By project: its name, and the SHA-256 of what comes back for each of its photos. */
  readonly projects: readonly { readonly id: string; readonly name: string; readonly photos: readonly string[] }[]
  /** What is wrong with the ledger. */
  readonly findings: readonly string[]
}
export type Deed =
  | { readonly do: 'create'; readonly name: string; readonly photos: readonly string[] }
  | { readonly do: 'rename'; readonly project: string; readonly name: string }
  | { readonly do: 'edit'; readonly project: string; readonly sku: string }
  | { readonly do: 'delete'; readonly project: string }
  /** Backed up, and restored beside itself. */
  | { readonly do: 'copy'; readonly project: string }
  | { readonly do: 'lock'; readonly next: string | null; readonly now: string | null }

declare global {
  interface Window {
    /** Opens the studio with any of the secrets and tells all that is in it. */
    lookOver(secrets: readonly string[]): Promise<Found>
    /** Does it, and resolves when the studio has said that it is done. */
    act(deed: Deed): Promise<void>
    /** Writes a studio of version 3 (before anything was sealed) in place of what is there. */
    writePlain(name: string, photos: readonly string[]): Promise<void>
  }
}

const client = connect()
const known = new Map<string, readonly string[]>()
let latest: News = {}

const bytesFrom = (seed: string) => new TextEncoder().encode(seed.repeat(400))

function heard(enough: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => (enough() ? resolve() : setTimeout(look, 10))
    look()
  })
}

window.lookOver = async (secrets) => {
  await client.listen((news) => {
    latest = { ...latest, ...news }
    if (news.opened)
      known.set(
        news.opened.project.id,
        news.opened.photos.map(({ id }) => id),
      )
  })
  await heard(() => latest.vault !== undefined)
  let opener: string | null = null
  for (const secret of latest.vault?.open ? [] : secrets) {
    const fits = await client.unlock(secret).then(
      () => true,
      (error: unknown) => {
        if (faultOf(error).code !== 'wrong-passphrase') throw error
        return false
      },
    )
    if (!fits) continue
    opener = secret
    break
  }
  if (!latest.vault?.open && opener === null) throw new Error('no passphrase opens it')
  await heard(() => latest.projects !== undefined)
  const projects = []
  for (const { id, name } of latest.projects ?? []) {
    await client.pause(id)
    await client.openProject(id)
    await heard(() => known.has(id))
    const photos = await Promise.all(
      (known.get(id) ?? []).map(async (photo) => {
        const blob = await client.original(photo).catch(() => null)
        return blob ? await sha256(await blob.arrayBuffer()) : 'not stored'
      }),
    )
    projects.push({ id, name, photos: photos.sort() })
  }
  const { findings } = await client.verifyLedger()
  return { lock: latest.vault?.lock ?? 'device', secret: opener, projects, findings: findings.map(({ says }) => says) }
}

window.act = async (deed) => {
  switch (deed.do) {
    case 'create': {
      const id = await client.createProject(deed.name)
      await client.pause(id)
      return await client.addFiles(
        id,
        deed.photos.map((seed) => new File([bytesFrom(seed)], `${seed}.jpg`)),
      )
    }
    case 'rename':
      return await client.changeProject(deed.project, { name: deed.name })
    case 'edit': {
      const doc = PhotoDoc.parse({ sku: deed.sku })
      return await client.editPhotos((known.get(deed.project) ?? []).map((id) => ({ id, doc })))
    }
    case 'delete':
      return void (await client.deleteProject(deed.project))
    case 'copy': {
      const passphrase = 'a passphrase for a backup'
      const { file } = await client.backup({ projects: [deed.project], passphrase, into: null }, () => {})
      await client.openBackup(file as Blob, passphrase)
      return void (await client.restoreBackup([deed.project], () => {}))
    }
    case 'lock':
      if (deed.next === null) return await client.removePassphrase(deed.now ?? '')
      return void (await client.setPassphrase(deed.next, deed.now))
  }
}

window.writePlain = async (name, photos) => {
  const root = await navigator.storage.getDirectory()
  await root.removeEntry('vault', { recursive: true }).catch(() => {})
  await new Promise((done) => {
    const gone = indexedDB.deleteDatabase('vitrine')
    gone.onsuccess = gone.onerror = gone.onblocked = done
  })
  const open = indexedDB.open('vitrine', 3)
  open.onupgradeneeded = () => {
    for (const [store, keyPath] of Object.entries({
      projects: 'id',
      photos: 'id',
      blobs: 'hash',
      results: 'key',
      ledger: 'n',
      networks: 'id',
      checkpoints: 'size',
    })) {
      const made = open.result.createObjectStore(store, { keyPath })
      if (store === 'photos') for (const index of ['project', 'file']) made.createIndex(index, index)
      if (store === 'results') made.createIndex('files', 'files', { multiEntry: true })
    }
    open.result.createObjectStore('settings')
    open.result.createObjectStore('keys')
  }
  const db = await new Promise<IDBDatabase>((done) => {
    open.onsuccess = () => done(open.result)
  })
  const files = await Promise.all(photos.map(async (seed) => ({ seed, hash: await sha256(bytesFrom(seed)) })))
  const tx = db.transaction(['projects', 'photos', 'blobs'], 'readwrite', { durability: 'strict' })
  const now = new Date().toISOString()
  tx.objectStore('projects').put({ id: 'plain', name, created: now, opened: now, brand: [0, 0, 0], cutout: 'fine', paused: true })
  for (const [order, { seed, hash }] of files.entries()) {
    tx.objectStore('blobs').put({ hash, blob: new Blob([bytesFrom(seed)]), bytes: 1 })
    const state = { at: 'waiting' }
    const photo = {
      id: seed,
      project: 'plain',
      name: `${seed}.jpg`,
      bytes: 1,
      order,
      file: hash,
      doc: {},
      state,
      facts: null,
      matte: null,
      thumb: null,
    }
    tx.objectStore('photos').put(photo)
  }
  await new Promise((done) => {
    tx.oncomplete = done
  })
  db.close()
}
