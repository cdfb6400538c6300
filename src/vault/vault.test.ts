import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memorySlots, vaultOf } from '../../tests/support/vault'
import { faultOf } from '../core/fault'
import { LEAST, stretched, tuned, USUAL } from './passphrase'
import { newRecoveryCode, readRecoveryCode } from './recovery'
import { sealerOf } from './sealer'

const bytes = (text: string) => new TextEncoder().encode(text)
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was thrown',
    (error) => faultOf(error).code,
  )
const secret = (fill: number) => new Uint8Array(32).fill(fill)

describe('what is sealed', () => {
  test('opens to the same bytes, about the same thing, with the same key, and in no other way', async () => {
    const [mine, other] = [await sealerOf(secret(1)), await sealerOf(secret(2))]
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.string(), fc.nat(), async (plain, about, at) => {
        const box = await mine.seal(Uint8Array.from(plain), about)
        expect([...(await mine.open(box, about))]).toEqual([...plain])
        expect(await codeOf(mine.open(box, `${about}.`))).toBe('damaged')
        expect(await codeOf(other.open(box, about))).toBe('damaged')
        const flipped = box.slice()
        flipped[at % box.length] = (flipped[at % box.length] as number) ^ 1
        expect(await codeOf(mine.open(flipped, about))).toBe('damaged')
        expect(await codeOf(mine.open(box.slice(0, -1), about))).toBe('damaged')
      }),
      { numRuns: 40 },
    )
  })

  const PIECE = 2 ** 20
  test.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE + 7])(
    'files of %i bytes open whole; none of their pieces can be left out, moved or changed',
    async (size) => {
      const sealer = await sealerOf(secret(3))
      const plain = new Uint8Array(size).map((_, i) => (i * 2654435761) >>> 24)
      const box = await sealer.sealFile(new Blob([plain]), 'file')
      expect(Buffer.compare(Buffer.from(await sealer.openFile(box, 'file')), Buffer.from(plain))).toBe(0)
      const sealed = new Uint8Array(await box.arrayBuffer())
      const wrong = [sealed.slice(0, -1), sealed.slice(0, 7), sealed.map((byte, i) => (i === sealed.length - 20 ? byte ^ 128 : byte))]
      if (size > PIECE) {
        const piece = PIECE + 16
        wrong.push(sealed.slice(0, 7 + piece)) // the end cut off between two pieces
        wrong.push(Uint8Array.from([...sealed.subarray(0, 7), ...sealed.subarray(7 + piece)])) // the first left out
      }
      for (const one of wrong) expect(await codeOf(sealer.openFile(new Blob([one]), 'file'))).toBe('damaged')
      expect(await codeOf(sealer.openFile(box, 'another file'))).toBe('damaged')
    },
  )

  test('names tell nothing, are always the same here, and others elsewhere', async () => {
    const [mine, other] = [await sealerOf(secret(4)), await sealerOf(secret(5))]
    expect(await mine.nameOf('photo')).toBe(await mine.nameOf('photo'))
    expect(await mine.nameOf('photo')).not.toBe(await mine.nameOf('photo '))
    expect(await mine.nameOf('photo')).not.toBe(await other.nameOf('photo'))
    expect(await mine.nameOf('photo')).toMatch(/^[0-9a-f]{32}$/)
  })
})

describe('passphrases', () => {
  test('come to what Argon2id says (the reference implementation’s own vector of version 1.3)', async () => {
    const key = await stretched('password', bytes('somesalt'), { memoryKiB: 65536, passes: 2 })
    expect(Buffer.from(key).toString('hex')).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7')
  })

  test('cost about half a second, at least OWASP’s least, on quick and on slow devices', async () => {
    const costFor = (msForOnePass: number) => tuned(async ({ passes }) => msForOnePass * passes)
    expect(await costFor(170)).toEqual(USUAL)
    expect(await costFor(40)).toEqual({ ...USUAL, passes: 12 })
    expect(await costFor(700)).toEqual({ ...USUAL, passes: 1 })
    expect(await costFor(2000)).toEqual(LEAST)
  })

  test('a recovery code is read however it was typed, and nothing else is taken for one', () => {
    for (let i = 0; i < 50; i++) {
      const code = newRecoveryCode()
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(readRecoveryCode(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code)
      expect(readRecoveryCode(code.slice(1))).toBeNull()
    }
    expect(readRecoveryCode('correct horse battery staple')).toBeNull()
  })
})

describe('the vault', () => {
  const sealed = async (vault: Awaited<ReturnType<typeof vaultOf>>) =>
    await (await vault.keys.create('p')).seal(bytes('a jacket nobody has seen'), 'photo')
  const read = async (vault: Awaited<ReturnType<typeof vaultOf>>, box: Uint8Array<ArrayBuffer>) =>
    new TextDecoder().decode(await (await vault.keys.project('p')).open(box, 'photo'))

  test('opens by itself without a passphrase; with one, by it or by the recovery code alone', { timeout: 60_000 }, async () => {
    const slots = memorySlots()
    const first = await vaultOf(slots)
    expect(first.state).toMatchObject({ lock: 'device', open: true })
    const box = await sealed(first)
    expect(await read(await vaultOf(slots), box)).toBe('a jacket nobody has seen')

    const code = await first.setPassphrase('five quiet words for this', null)
    expect(await read(first, box)).toBe('a jacket nobody has seen')
    const later = await vaultOf(slots)
    expect(later.state).toMatchObject({ lock: 'passphrase', open: false })
    expect(() => later.keys).toThrow('locked')
    expect(await codeOf(later.unlock('five quiet words for that'))).toBe('wrong-passphrase')
    expect(later.state).toMatchObject({ open: false, wrong: 1, waitUntil: null })
    await later.unlock('five quiet words for this')
    expect(await read(later, box)).toBe('a jacket nobody has seen')
    expect(later.state).toMatchObject({ open: true, wrong: 0 })
    later.lock()
    expect(() => later.keys).toThrow('locked')

    // Forgotten: the kit opens it and sets another one; the old passphrase and the old code then open nothing.
    await later.unlock(code.toLowerCase())
    const second = await later.setPassphrase('another six words for all this', code)
    for (const old of ['five quiet words for this', code]) expect(await codeOf((await vaultOf(slots)).unlock(old))).toBe('wrong-passphrase')
    const third = await vaultOf(slots)
    await third.unlock(second)
    await third.removePassphrase('another six words for all this')
    expect(await read(await vaultOf(slots), box)).toBe('a jacket nobody has seen')
  })

  test('locked, no slot holds the vault’s key, a project’s key or the passphrase', { timeout: 60_000 }, async () => {
    const slots = memorySlots()
    const vault = await vaultOf(slots)
    await sealed(vault)
    const { device } = JSON.parse(new TextDecoder().decode(slots.files.get('head-a')?.subarray(32))) as { device: string }
    const code = await vault.setPassphrase('five quiet words for this', null)
    const all = [...slots.files.values()].map((file) => new TextDecoder('latin1').decode(file)).join()
    for (const one of [device, atob(device), 'five quiet', code]) expect(all).not.toContain(one)
  })

  test('too many wrong passphrases make one wait, longer each time, also after the studio was closed or the clock set back', {
    timeout: 120_000,
  }, async () => {
    const slots = memorySlots()
    await (await vaultOf(slots)).setPassphrase('five quiet words for this', null)
    let now = Date.UTC(2026, 10, 23)
    const open = () => vaultOf(slots, () => now)
    for (let i = 0; i < 3; i++) expect(await codeOf((await open()).unlock('wrong'))).toBe('wrong-passphrase')
    const vault = await open()
    expect(vault.state).toMatchObject({ wrong: 3, waitUntil: new Date(now + 1000).toISOString() })
    expect(await codeOf(vault.unlock('five quiet words for this'))).toBe('wait')
    now += 1001
    expect(await codeOf(vault.unlock('wrong'))).toBe('wrong-passphrase')
    now -= 365 * 86_400_000
    expect(Date.parse((await open()).state.waitUntil as string) - now).toBeLessThanOrEqual(300_000)
    now += 300_001 + 365 * 86_400_000
    await (await open()).unlock('five quiet words for this')
    expect((await open()).state.wrong).toBe(0)
  })

  test('cut off at any write of a change it opens the old way or the new one, and loses nothing', { timeout: 240_000 }, async () => {
    for (let writes = 0; ; writes++) {
      const slots = memorySlots()
      const vault = await vaultOf(slots)
      const box = await sealed(vault)
      const before = await vault.setPassphrase('the first passphrase', null)
      slots.left = writes
      const after = await vault.setPassphrase('the second passphrase', before).catch(() => null)
      slots.left = Infinity
      const opens = async (phrase: string) => {
        const again = await vaultOf(slots)
        return await again.unlock(phrase).then(
          () => read(again, box),
          () => null,
        )
      }
      const found = [await opens('the first passphrase'), await opens('the second passphrase')]
      expect(found.filter((one) => one === 'a jacket nobody has seen')).toHaveLength(1)
      if (!after) continue
      expect(found[0]).toBeNull()
      break
    }
  })

  test('a shredded project cannot be opened again, by whatever passphrase', async () => {
    const slots = memorySlots()
    const vault = await vaultOf(slots)
    await sealed(vault)
    await vault.keys.create('q')
    await vault.keys.shred('p')
    for (const one of [vault, await vaultOf(slots)]) expect(await codeOf(one.keys.project('p'))).toBe('key-gone')
    expect(await vault.keys.projects()).toEqual(['q'])
  })

  test('damaged keys, those of a newer version and lost ones are not replaced by new ones, unless nothing is stored yet', async () => {
    const slots = memorySlots()
    await vaultOf(slots)
    for (const name of ['head-a', 'head-b']) slots.files.set(name, bytes('not a head of any version that is known'))
    const clock = () => 0
    expect(await codeOf(vaultOf(slots, clock, false))).toBe('vault-broken')
    expect(new TextDecoder().decode(slots.files.get('head-a'))).toContain('not a head')
    expect(await codeOf(vaultOf(memorySlots(), clock, false))).toBe('keys-gone')
    // Cut off at its very first writes, a studio begins again.
    for (const left of [0, 1]) {
      const first = memorySlots()
      first.left = left
      await vaultOf(first).catch(() => {})
      first.left = Infinity
      expect((await vaultOf(first)).state.open).toBe(true)
    }
  })

  test('what one tab changes, another sees: a passphrase taken away opens it there, too', { timeout: 60_000 }, async () => {
    const slots = memorySlots()
    const first = await vaultOf(slots)
    const box = await sealed(first)
    await first.setPassphrase('five quiet words for this', null)
    const second = await vaultOf(slots)
    await second.refresh()
    expect(second.state).toMatchObject({ lock: 'passphrase', open: false })
    await first.removePassphrase('five quiet words for this')
    await second.refresh()
    expect(second.state).toMatchObject({ lock: 'device', open: true })
    expect(await read(second, box)).toBe('a jacket nobody has seen')
  })
})
