import { cutOff } from '../../src/core/air-gap'
import type { Client, EngineChoice } from '../../src/core/client'
import { deleteNetwork, listNetworks } from '../../src/store/networks'
import { listProjects } from '../../src/store/projects'
import { evict } from '../../src/store/results'
import { takeOn } from './networks'
import { record } from './notary'
import { desk, model, news, parts } from './studio'

/** What the screens may ask about this device. */
export const device = {
  async loadParts(ids) {
    if (ids === 'all') {
      await parts.loadEverything()
      await parts.ensure('c2pa')
    } else for (const id of ids) await parts.ensure(id)
  },

  async chooseEngine(choice: EngineChoice) {
    model.choose(choice)
  },

  async cutOff(cut) {
    await cutOff(cut)
    await record((await desk()).cabinet, [{ did: 'setting', body: { network: cut ? 'cut off' : 'own files' } }])
  },

  async addNetwork(file) {
    const { cabinet } = await desk()
    await parts.ensureRuntime()
    const own = await takeOn(cabinet, model, file)
    news.tell({ networks: await listNetworks(cabinet.db) })
    return own
  },

  async removeNetwork(id) {
    const { cabinet } = await desk()
    await deleteNetwork(cabinet.db, id)
    await record(cabinet, [{ did: 'delete', body: { network: id } }])
    news.tell({ networks: await listNetworks(cabinet.db) })
  },

  async storage() {
    const { cabinet } = await desk()
    const [{ usage = 0, quota = 0 }, persisted, projects, results, networks] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted(),
      listProjects(cabinet),
      cabinet.db.getAll('results'),
      listNetworks(cabinet.db),
    ])
    const cache = results.reduce((sum, result) => sum + (result.keep ? 0 : result.bytes), 0)
    return {
      used: usage,
      quota,
      persisted,
      projects: projects.map(({ id, name, bytes }) => ({ id, name, bytes })),
      cache,
      parts: (await parts.bytes()) + networks.reduce((sum, { bytes }) => sum + bytes, 0),
    }
  },

  async clearCache() {
    return await evict((await desk()).cabinet.db, 0)
  },
} satisfies Pick<Client, 'loadParts' | 'chooseEngine' | 'cutOff' | 'addNetwork' | 'removeNetwork' | 'storage' | 'clearCache'>
