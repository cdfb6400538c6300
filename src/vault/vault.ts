import type { VaultState } from '../core/client'
import { FaultError, fail } from '../core/fault'
import { sha256 } from '../core/ledger'
import { z } from '../core/schema'
import type { Keyring, Sealer, Slots } from '../core/sealing'
import { type Head, readHead, writeHead } from './head'
import { stretched, tuned } from './passphrase'
import { newRecoveryCode, readRecoveryCode } from './recovery'
import { derive, open, seal, sealerOf } from './sealer'

type Secret = Uint8Array<ArrayBuffer>

const KEY_BYTES = 32
const IDLE_MINUTES = 10
/** Wrong passphrases that cost nothing; each further one doubles the wait, up to the most, in seconds. */
const FREE = 3
const LONGEST_WAIT = 300
/** Opening faster than this, ms, is too cheap to stay: the next opening makes the passphrase dearer. */
const TOO_FAST = 150

const Tries = z.object({ wrong: z.int().min(0), until: z.number() })
const TRIES = 'tries'
const KEY = 'key-'

interface Surroundings {
  readonly slots: Slots
  /** Runs the work while no other tab runs its own. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** Whether nothing is stored that keys were made for: only then may new ones take the place of those that are not there. */
  empty(): Promise<boolean>
  now(): number
}

/**
 * The keys of this device's studio. A random vault key seals each project's own random key; it lies on the device, or is
 * itself sealed under a passphrase (Argon2id) and a recovery code. Changing those seals it anew and nothing else.
 */
export class Vault {
  #at: Surroundings
  #head: Head
  #tries: z.infer<typeof Tries>
  #ring: Keyring | null = null

  private constructor(at: Surroundings, head: Head, tries: z.infer<typeof Tries>) {
    this.#at = at
    this.#head = head
    this.#tries = tries
  }

  /** Reads the vault of this device; makes one, with a key that lies on it, where there is none yet. Throws `vault-broken` or `keys-gone`. */
  static async of(at: Surroundings): Promise<Vault> {
    return await at.alone(async () => {
      const { head, any } = await readHead(at.slots)
      if (!head && !(await at.empty())) return any ? broken() : lost()
      const vault = new Vault(at, head ?? (await writeHead(at.slots, fresh())), await readTries(at.slots))
      const { device } = vault.#head
      if (device) vault.#ring = await ringOf(device, at.slots)
      return vault
    })
  }

  get state(): VaultState {
    const { wrong, until } = this.#tries
    // Of a clock that was set back nobody has to wait longer than the longest wait.
    const left = Math.min(until - this.#at.now(), LONGEST_WAIT * 1000)
    return {
      lock: this.#head.passphrase ? 'passphrase' : 'device',
      open: this.#ring !== null,
      idleMinutes: this.#head.idleMinutes,
      wrong,
      waitUntil: left > 0 ? new Date(this.#at.now() + left).toISOString() : null,
    }
  }

  /** Throws the fault `locked`. */
  get keys(): Keyring {
    return this.#ring ?? fail('locked', 'The studio is locked.', 'Unlock it with your passphrase.', true)
  }

  /** Another tab may have changed the locks. */
  async refresh(): Promise<void> {
    const { head } = await readHead(this.#at.slots)
    if (head) this.#head = head
    const { device } = this.#head
    if (device) this.#ring ??= await ringOf(device, this.#at.slots)
  }

  lock(): void {
    this.#ring = null
  }

  /** Opens with the passphrase or the recovery code. Throws `wait` or `wrong-passphrase`. */
  async unlock(secret: string): Promise<void> {
    await this.#at.alone(async () => {
      await this.refresh()
      const key = await this.#keyFrom(secret)
      this.#ring = await ringOf(key, this.#at.slots)
      key.fill(0)
    })
  }

  /** Resolves with the new recovery code. */
  async setPassphrase(next: string, now: string | null): Promise<string> {
    return await this.#change(now, async (key) => {
      const code = newRecoveryCode()
      const passphrase = await this.#sealedUnder(next, key)
      const recovery = { box: await seal(await recoveryKey(code), key, this.#about('recovery')) }
      await this.#rewrite({ device: null, passphrase, recovery })
      return code
    })
  }

  async removePassphrase(now: string): Promise<void> {
    await this.#change(now, (key) => this.#rewrite({ device: key.slice(), passphrase: null, recovery: null }))
  }

  async chooseIdle(idleMinutes: number | null): Promise<void> {
    await this.#at.alone(async () => {
      await this.refresh()
      await this.#rewrite({ idleMinutes })
    })
  }

  async #rewrite(change: Partial<Head>): Promise<void> {
    this.#head = await writeHead(this.#at.slots, { ...this.#head, ...change })
  }

  async #change<T>(now: string | null, work: (key: Secret) => Promise<T>): Promise<T> {
    return await this.#at.alone(async () => {
      await this.refresh()
      const { device } = this.#head
      const key = device?.slice() ?? (await this.#keyFrom(now ?? ''))
      try {
        return await work(key)
      } finally {
        key.fill(0)
      }
    })
  }

  #about(how: 'passphrase' | 'recovery'): string {
    return `vault ${this.#head.id} ${how}`
  }

  async #sealedUnder(passphrase: string, key: Secret): Promise<NonNullable<Head['passphrase']>> {
    const cost = await tuned()
    const salt = crypto.getRandomValues(new Uint8Array(16))
    return { salt, cost, box: await seal(await passphraseKey(passphrase, salt, cost), key, this.#about('passphrase')) }
  }

  /** The vault's key. Each try is counted before it is made, so that ending the studio in between gains nothing. */
  async #keyFrom(secret: string): Promise<Secret> {
    this.#tries = await readTries(this.#at.slots)
    const { passphrase, recovery } = this.#head
    const { waitUntil } = this.state
    if (waitUntil)
      return fail(
        'wait',
        'Too many wrong passphrases were tried, so for a while none is.',
        `Try again after ${waitUntil.slice(11, 19)} UTC.`,
        true,
      )
    const wrong = this.#tries.wrong + 1
    const wait = wrong < FREE ? 0 : Math.min(2 ** (wrong - FREE), LONGEST_WAIT)
    await this.#count({ wrong, until: wait === 0 ? 0 : this.#at.now() + wait * 1000 })
    const code = readRecoveryCode(secret)
    let key = code && recovery ? await opened(await recoveryKey(code), recovery.box, this.#about('recovery')) : null
    if (!key && passphrase) {
      const began = performance.now()
      key = await opened(await passphraseKey(secret, passphrase.salt, passphrase.cost), passphrase.box, this.#about('passphrase'))
      if (key && performance.now() - began < TOO_FAST) await this.#rewrite({ passphrase: await this.#sealedUnder(secret, key) })
    }
    if (!key)
      return fail(
        'wrong-passphrase',
        'That is neither the passphrase nor the recovery code.',
        'Look whether Caps Lock is on, then try again.',
        true,
      )
    await this.#count({ wrong: 0, until: 0 })
    return key
  }

  async #count(tries: z.infer<typeof Tries>): Promise<void> {
    this.#tries = tries
    await this.#at.slots.write(TRIES, new TextEncoder().encode(JSON.stringify(tries)))
  }
}

const random = () => crypto.getRandomValues(new Uint8Array(KEY_BYTES))

const fresh = (): Omit<Head, 'turn'> => ({
  format: 1,
  id: crypto.randomUUID(),
  idleMinutes: IDLE_MINUTES,
  device: random(),
  passphrase: null,
  recovery: null,
})

async function readTries(slots: Slots): Promise<z.infer<typeof Tries>> {
  const bytes = await slots.read(TRIES)
  try {
    return Tries.parse(JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())))
  } catch {
    return { wrong: 0, until: 0 }
  }
}

const passphraseKey = async (passphrase: string, salt: Secret, cost: Parameters<typeof stretched>[2]) =>
  await derive(await stretched(passphrase, salt, cost), 'passphrase', 'AES-GCM')

const recoveryKey = async (code: string) => await derive(new TextEncoder().encode(code), 'recovery code', 'AES-GCM')

/** Null when the key is another one. */
async function opened(key: CryptoKey, box: Secret, about: string): Promise<Secret | null> {
  return await open(key, box, about).catch((error: unknown) => {
    if (error instanceof FaultError) return null
    throw error
  })
}

/** The keys that a vault key opens. Keys of projects are read from the disk when they are first asked for. */
async function ringOf(vaultKey: Secret, slots: Slots): Promise<Keyring> {
  const wrapping = await derive(vaultKey, 'project keys', 'AES-GCM')
  const studio = await sealerOf(vaultKey)
  const known = new Map<string, Promise<Sealer>>()
  const about = (project: string) => `project ${project}`
  return {
    studio,
    project(id) {
      const sealer =
        known.get(id) ??
        slots.read(KEY + id).then(async (box) => {
          if (!box || box.length === 0) return gone()
          const key = await open(wrapping, box, about(id))
          const made = await sealerOf(key)
          key.fill(0)
          return made
        })
      known.set(id, sealer)
      sealer.catch(() => known.delete(id))
      return sealer
    },
    async create(id) {
      const key = random()
      await slots.write(KEY + id, await seal(wrapping, key, about(id)))
      const sealer = await sealerOf(key)
      key.fill(0)
      known.set(id, Promise.resolve(sealer))
      return sealer
    },
    async shred(id) {
      known.delete(id)
      const box = await slots.read(KEY + id)
      await slots.shred(KEY + id)
      return box && (await sha256(box))
    },
    async projects() {
      return (await slots.names()).flatMap((name) => (name.startsWith(KEY) ? [name.slice(KEY.length)] : []))
    },
  }
}

function gone(): never {
  return fail('key-gone', 'This project was deleted: its key is gone, so nobody can read it any more.', 'Open another project.')
}

function lost(): never {
  return fail(
    'keys-gone',
    'The keys of what is stored here are gone: the browser, or a program that cleans up, has removed them without the rest.',
    'Nobody can open it any more; what was exported is not affected. To begin anew, clear this site’s data in the browser’s settings.',
    true,
  )
}

function broken(): never {
  return fail(
    'vault-broken',
    'The keys of this studio are damaged, or were made by a newer version of Vitrine.',
    'Load the newest version. If this goes on, the stored projects cannot be opened any more; what was exported is not affected.',
    true,
  )
}
