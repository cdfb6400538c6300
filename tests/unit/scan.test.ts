import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textSecrets, tracesIn } from '../support/scan'

test('a trace of a secret is found wherever it lies, and nothing else is taken for one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-scan-'))
  const secret = Buffer.from(Uint8Array.from({ length: 5000 }, (_, i) => (i * 2654435761) >>> 24))
  const noise = Buffer.from(Uint8Array.from({ length: 100_000 }, (_, i) => (i * 40503 + (i >> 3) * 7919) >>> 5))
  const secrets = [{ name: 'photo', bytes: secret }, ...textSecrets('name', 'unreleased jacket')]
  await writeFile(join(folder, 'a'), noise)
  expect(await tracesIn(folder, secrets)).toEqual([])
  await fc.assert(
    fc.asyncProperty(fc.nat(noise.length - 100), fc.nat(secret.length - 80), async (at, from) => {
      const leak = Buffer.from(noise)
      secret.copy(leak, at, from, from + 80)
      await writeFile(join(folder, 'a'), leak)
      expect(await tracesIn(folder, secrets)).toMatchObject([{ secret: 'photo', file: 'a' }])
    }),
    { numRuns: 15 },
  )
  for (const encoding of ['utf8', 'utf16le'] as const) {
    await writeFile(join(folder, 'a'), Buffer.concat([noise, Buffer.from('“unreleased jacket.jpg”', encoding), noise]))
    expect(await tracesIn(folder, secrets)).toHaveLength(1)
  }
  await rm(folder, { recursive: true })
})
