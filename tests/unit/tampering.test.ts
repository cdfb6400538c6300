import fc from 'fast-check'
import { expect, test } from 'vitest'
import { audit } from '../../src/core/audit'
import { keyFrom, notesOf } from '../../src/core/checkpoint'
import { soundLedger, tampered, tamperings } from '../support/tampering'

const LINES = 23

test('a sound ledger holds, also cut at a checkpoint nobody kept a later one of', async () => {
  const { evidence } = await soundLedger(LINES, 5)
  expect(await audit(evidence)).toMatchObject({ lines: LINES, checkpoints: 5, covered: LINES, findings: [], remarks: [] })
  const ledger = evidence.ledger.split('\n').slice(0, 20).join('\n')
  const checkpoints = evidence.checkpoints.split('\n\n— ').slice(0, 5).join('\n\n— ').split('\n').slice(0, -3).join('\n')
  expect(notesOf(checkpoints).map(({ size }) => size)).toEqual([5, 10, 15, 20])
  expect(await audit({ ...evidence, ledger, checkpoints })).toMatchObject({ covered: 20, findings: [] })
  // A later checkpoint that somebody kept gives it away.
  expect((await audit({ ...evidence, ledger })).findings).toMatchObject([{ what: 'cut', line: 21 }])
})

test('every single change is found, and the first line that is wrong is named', async () => {
  const sound = await soundLedger(LINES, 5)
  await fc.assert(
    fc.asyncProperty(tamperings(LINES), async (wish) => {
      const forged = await tampered(sound, wish)
      if (!forged) return
      const { findings } = await audit({ ...sound.evidence, ledger: forged.ledger })
      const first = findings[0]?.line ?? Number.NaN
      if (forged.within) {
        expect(first).toBeLessThanOrEqual(forged.line)
        expect(first).toBeGreaterThan(forged.line - 5)
      } else expect(first).toBe(forged.line)
    }),
    { numRuns: 600 },
  )
})

test('checkpoints that are forged, foreign or damaged do not count, and say so', async () => {
  const { evidence } = await soundLedger(8, 8)
  const other = await soundLedger(8, 8)
  const whats = async (change: Partial<typeof evidence>) => (await audit({ ...evidence, ...change })).findings.map(({ what }) => what)
  expect(await whats({})).toEqual([])
  expect(await whats({ checkpoints: evidence.checkpoints.replace('\n8\n', '\n7\n') })).toEqual(['signature'])
  expect(await whats({ checkpoints: other.evidence.checkpoints })).toEqual(['signature'])
  expect(await whats({ checkpoints: evidence.checkpoints.slice(0, 40) })).toEqual(['signature'])
  expect(await whats({ key: other.evidence.key })).toEqual(['signature'])
  expect(await whats({ key: 'x' })).toEqual(['key'])
  // Whoever made a new key for an old ledger has to be given away by the key that somebody kept.
  expect(await whats({ ...other.evidence, key: evidence.key })).toEqual(['signature'])
  await expect(keyFrom((evidence.key ?? '').replace('vitrine', 'vitrina'))).rejects.toThrow('altered')
})

test('any text in place of a ledger, of checkpoints or of a key is a finding, never an exception', async () => {
  const { evidence } = await soundLedger(3, 3)
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.constantFrom('ledger', 'checkpoints', 'key'), async (text, part) => {
      const { findings } = await audit({ ...evidence, [part]: text })
      if (text.trim() !== '' || part !== 'checkpoints') expect(findings.length).toBeGreaterThan(0)
    }),
  )
})

test('lines made to break a reader are findings, too', async () => {
  const { entries, evidence } = await soundLedger(3, 3)
  const deep = '['.repeat(200_000) + ']'.repeat(200_000)
  const line = JSON.stringify({ ...entries[1], body: 'x' })
  for (const body of [`{"a":${deep}}`, '{"a":"\\ud800"}', '{"__proto__":{"n":7}}', '{"a":1e400}', '[]']) {
    const lines = evidence.ledger
      .trimEnd()
      .split('\n')
      .with(1, line.replace('"body":"x"', `"body":${body}`))
    expect((await audit({ ...evidence, ledger: lines.join('\n') })).findings[0]).toMatchObject({ line: 2 })
  }
})

test('what cannot be known is said: lines after the newest checkpoint, a clock that was set back', async () => {
  const { evidence } = await soundLedger(6, 4)
  const none = await audit({ ...evidence, checkpoints: '' })
  expect(none).toMatchObject({ covered: 0, findings: [] })
  expect(none.remarks[0]).toMatch(/No checkpoint/)
})
