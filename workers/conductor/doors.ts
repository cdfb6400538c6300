import type { Client, News } from '../../src/core/client'
import { listNetworks } from '../../src/store/networks'
import { listProjects } from '../../src/store/projects'
import { emptyScratch } from '../../src/store/scratch'
import type { Vault } from '../../src/vault/vault'
import { record, witness } from './notary'
import { clearOverdue } from './retention'
import { closeBackups, exporting } from './running'
import { closeDesk, crew, desk, entrance, model, news, opened, parts, restCredentials, taken } from './studio'

/** What one tab does with the locks, the others hear. */
const tabs = new BroadcastChannel('vitrine-vault')

/** Forgets the keys and ends whatever holds what they opened. */
async function leave(vault: Vault): Promise<void> {
  exporting.end()
  closeBackups()
  const was = await closeDesk()
  vault.lock()
  const open = [...(was?.batch.photos.values() ?? [])]
  for (const id of new Set(open.map(({ project }) => project))) was?.batch.closeProject(id)
  crew.rest()
  restCredentials()
  taken.clear()
  await emptyScratch()
}

/** The complete first news, once the vault is open. */
async function tellAll(): Promise<void> {
  const { vault } = await entrance()
  const { cabinet } = await desk()
  await clearOverdue()
  news.tell({
    vault: vault.state,
    projects: await listProjects(cabinet),
    networks: await listNetworks(cabinet.db),
    parts: await parts.states(),
    engine: model.state,
  })
  news.flush()
}

/** A change of the locks: told here and in the other tabs, and written down. */
async function changeLocks<T>(what: string, work: (vault: Vault) => Promise<T>): Promise<T> {
  const { vault } = await entrance()
  try {
    const done = await work(vault)
    await record((await desk()).cabinet, [{ did: 'setting', body: { vault: what } }])
    tabs.postMessage('changed')
    return done
  } finally {
    news.tell({ vault: vault.state })
  }
}

/** Listens to the other tabs from now on. */
export function listenToTabs(): void {
  tabs.onmessage = async ({ data }) => {
    const { vault } = await entrance()
    await vault.refresh()
    if (data === 'lock') await leave(vault)
    // The passphrase was taken away elsewhere: what was locked here is open.
    if (vault.state.open && !opened()) await tellAll()
    else news.tell({ vault: vault.state })
  }
}

/** What the screens may ask about the locks. */
export const doors = {
  async listen(hear: (item: News) => void) {
    news.listen(hear)
    const { vault } = await entrance()
    if (vault.state.open) return await tellAll()
    news.tell({ vault: vault.state })
    news.flush()
  },

  async unlock(secret) {
    const { vault } = await entrance()
    try {
      await vault.unlock(secret)
    } catch (error) {
      news.tell({ vault: vault.state })
      throw error
    }
    await record((await desk()).cabinet, [{ did: 'unlock', body: {} }])
    await tellAll()
  },

  async lock() {
    const { vault } = await entrance()
    if (vault.state.lock === 'device') return
    if (opened()) await witness((await desk()).cabinet).catch(() => null)
    await leave(vault)
    tabs.postMessage('lock')
    news.tell({ vault: vault.state })
  },

  setPassphrase: (next, now) => changeLocks('passphrase', (vault) => vault.setPassphrase(next, now)),

  removePassphrase: (now) => changeLocks('device', (vault) => vault.removePassphrase(now)),

  chooseIdle: (minutes) => changeLocks(minutes === null ? 'never by itself' : `after ${minutes} min`, (vault) => vault.chooseIdle(minutes)),
} satisfies Pick<Client, 'listen' | 'unlock' | 'lock' | 'setPassphrase' | 'removePassphrase' | 'chooseIdle'>
