import 'fake-indexeddb/auto'
import { beforeAll, expect, test, vi } from 'vitest'
import { TRAFFIC_CHANNEL, type Traffic } from '../../src/core/traffic'
import { openDatabase } from '../../src/store/database'
import { readDetails, readLedger } from '../../src/store/ledger'
import { oneLock } from '../../tests/support/locks'
import { cabinetOf } from '../../tests/support/vault'
import { watchService } from './refusals'

beforeAll(oneLock)

test('the ledger hears of each refusal of the service worker once, also of those while it was closed', async () => {
  const cabinet = await cabinetOf(await openDatabase('refusals'))
  const channel = new BroadcastChannel(TRAFFIC_CHANNEL)
  const tell = (refused: number) => {
    const last = Array.from({ length: refused }, (_, i) => ({ at: '', path: `/secret-${refused - i}`, kind: 'refused' as const, bytes: 0 }))
    const traffic: Traffic = { kind: 'traffic', sentBytes: 0, requests: 1, receivedBytes: 1, refused, last }
    channel.postMessage(traffic)
  }
  const lines = async () => (await readLedger(cabinet)).map(({ did, body: { by, count } }) => ({ did, by, count }))
  const line = (count: number) => ({ did: 'refused', by: 'service worker', count })
  let open = false
  const stop = watchService(() => (open ? Promise.resolve(cabinet) : null), 10)
  tell(2)
  await new Promise((resume) => setTimeout(resume, 60))
  expect(await lines()).toEqual([])
  open = true
  tell(3)
  await vi.waitFor(async () => expect(await lines()).toEqual([line(3)]))
  tell(3)
  tell(5)
  await vi.waitFor(async () => expect(await lines()).toEqual([line(3), line(2)]))
  // Where it was to go is told to nobody but the studio: an address can hold anything.
  expect(JSON.stringify(await readLedger(cabinet))).not.toContain('secret')
  expect((await readDetails(cabinet)).at(-1)?.details).toEqual({ addresses: ['/secret-5', '/secret-4'] })
  stop()
  channel.close()
})
