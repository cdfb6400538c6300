import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LOCALLY_SIGNED, LONGEST_NAME } from '../../src/core/credentials'
import { faultOf } from '../../src/core/fault'
import { type Cabinet, openDatabase } from '../../src/store/database'
import { readLedger } from '../../src/store/ledger'
import { cabinetOf } from '../../tests/support/vault'
import { CredentialsDesk } from './credentials'

// Without a file system of the browser's own, slots lie among the settings.
const SLOT = 'slot-credentials-device'
const DAY = 86_400_000
let cabinet: Cabinet
let desk: CredentialsDesk
let serial = 0

beforeEach(async () => {
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => Promise<unknown>) => work() } })
  vi.useFakeTimers({ toFake: ['Date'] })
  cabinet = await cabinetOf(await openDatabase(`credentials-${serial++}`))
  desk = new CredentialsDesk(async () => {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const after = (days: number) => vi.setSystemTime(Date.now() + days * DAY)

test('this device’s certificate is made when it is first needed, kept, and nowhere readable', async () => {
  expect(await desk.signatures(cabinet)).toEqual({ device: null, own: null })
  const { certificate, growth } = await desk.signer(cabinet, 'device')
  const { device } = await desk.signatures(cabinet)
  expect(device).toMatchObject({ name: LOCALLY_SIGNED, fingerprint: certificate })
  expect(growth).toBeLessThan(6000)
  expect((await new CredentialsDesk(async () => {}).signer(cabinet, 'device')).certificate).toBe(certificate)
  const kept = Buffer.from(String(await cabinet.db.get('settings', SLOT)), 'base64')
  expect(kept.length).toBeGreaterThan(1000)
  expect(kept.toString('latin1')).not.toMatch(/Vitrine|leaf/)
})

test('a name is taken as text of one line and no longer than certificates allow; the ledger has a line of it', async () => {
  const { device } = await desk.nameDevice(cabinet, `  Ünal\n& Søhne\u0000 ${'x'.repeat(99)}`)
  expect(device?.name).toMatch(/^Ünal & Søhne x+$/)
  expect(device?.name.length).toBeLessThanOrEqual(LONGEST_NAME)
  expect((await desk.nameDevice(cabinet, '  ')).device?.name).toBe(LOCALLY_SIGNED)
  const lines = await readLedger(cabinet)
  expect(lines.map(({ did }) => did)).toEqual(['setting', 'setting'])
  expect(JSON.stringify(lines)).not.toContain('Ünal')
})

test('it is made anew after a year under the same name and by the same authority, which vouched for it before', async () => {
  await desk.nameDevice(cabinet, 'Mugs')
  const before = (await desk.signatures(cabinet)).device
  after(300)
  expect((await desk.signer(cabinet, 'device')).certificate).toBe(before?.fingerprint)
  after(100)
  expect((await desk.signer(cabinet, 'device')).certificate).not.toBe(before?.fingerprint)
  const now = (await desk.signatures(cabinet)).device
  expect([now?.name, now?.issuer]).toEqual(['Mugs', before?.issuer])
  expect(Date.parse(now?.until ?? '')).toBeGreaterThan(Date.parse(before?.until ?? ''))
})

test('one whose writing was cut off is made anew', async () => {
  const { certificate } = await desk.signer(cabinet, 'device')
  const whole = String(await cabinet.db.get('settings', SLOT))
  await cabinet.db.put('settings', Buffer.from(whole, 'base64').subarray(0, 300).toString('base64'), SLOT)
  expect(await desk.signatures(cabinet)).toEqual({ device: null, own: null })
  expect((await desk.signer(cabinet, 'device')).certificate).not.toBe(certificate)
})

test('without a certificate of one’s own nothing is signed with one, and the remedy is named', async () => {
  const refused = await desk.signer(cabinet, 'own').catch(faultOf)
  expect(refused).toMatchObject({ code: 'no-certificate', remedy: expect.stringMatching(/This device/) })
})
