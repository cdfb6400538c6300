import type { Keeping } from '../../src/engine/make'
import type { Cabinet } from '../../src/store/database'
import { putOutcome, putResults } from '../../src/store/projects'
import { evict, readResult } from '../../src/store/results'
import { record } from './notary'

/** What may be made again is kept up to this much, so that an export after a check costs nothing. */
const CACHE_LIMIT = 300e6
const PUTS_PER_EVICTION = 10

/** The engine's storage, kept in IndexedDB, sealed. */
export function keepingIn(cabinet: Cabinet): Keeping {
  let puts = 0
  return {
    readResult: (project, key) => readResult(cabinet, project, key),
    async keepResults(project, made) {
      await putResults(cabinet, project, made)
      if (++puts % PUTS_PER_EVICTION === 0) await evict(cabinet.db, CACHE_LIMIT)
    },
    keepOutcome: (photo, made) => putOutcome(cabinet, photo, made),
    async write(lines) {
      await record(cabinet, lines)
    },
  }
}
