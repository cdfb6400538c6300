import type { Keeping, Made } from '../../src/engine/make'
import type { Database, StoredResult } from '../../src/store/database'
import { putOutcome } from '../../src/store/projects'
import { evict, readResult, resultRecord } from '../../src/store/results'
import { record } from './notary'

/** What may be made again is kept up to this much, so that an export after a check costs nothing. */
const CACHE_LIMIT = 300e6
const PUTS_PER_EVICTION = 10

const records = async (made: readonly Made[]): Promise<StoredResult[]> =>
  (await Promise.all(made.map((one) => resultRecord(one.key, one.value, one.files, one.keep)))).filter((record) => record !== null)

/** The engine's storage, kept in IndexedDB. */
export function keepingIn(db: Database): Keeping {
  let puts = 0
  return {
    readResult: (key) => readResult(db, key),
    async keepResults(made) {
      const ready = await records(made)
      const tx = db.transaction('results', 'readwrite')
      await Promise.all([...ready.map((record) => tx.store.put(record)), tx.done])
      if (++puts % PUTS_PER_EVICTION === 0) await evict(db, CACHE_LIMIT)
    },
    async keepOutcome(photo, made) {
      await putOutcome(db, photo, await records(made))
    },
    async write(lines) {
      await record(db, lines)
    },
  }
}
