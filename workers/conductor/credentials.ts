import * as Comlink from 'comlink'
import { base64, bytesOf } from '../../src/core/bytes'
import {
  type CredentialsReport,
  type FileSigner,
  LOCALLY_SIGNED,
  LONGEST_NAME,
  type Signatures,
  type SignedBy,
  type Statement,
} from '../../src/core/credentials'
import { MANIFEST_BYTES, manifestOf } from '../../src/core/credentials-manifest'
import { fail, faultOf } from '../../src/core/fault'
import { GENESIS } from '../../src/core/ledger'
import { plainText } from '../../src/core/rights'
import { z } from '../../src/core/schema'
import type { Slots } from '../../src/core/sealing'
import type { Cabinet } from '../../src/store/database'
import { keyPair } from '../../src/store/ledger'
import { openJson, sealJson } from '../../src/store/sealed'
import { slotsOf } from '../../src/store/slots'
import { type ClaimSigner, claimSigner } from '../../src/vault/credentials'
import { type DeviceChain, isFresh, issue, newCredentialsKey } from '../../src/vault/credentials-device'
import { certificateOf, checkOwn, type OwnChain, openOwn, pemOf, readOwn } from '../../src/vault/credentials-own'
import { CredentialsBench } from './credentials-bench'
import { record } from './notary'

declare const __VITRINE_VERSION__: string

/** Where the vault's folder keeps them, sealed: there what is removed leaves nothing behind. */
const DEVICE = 'credentials-device'
const OWN = 'credentials-own'

const Der = z.base64().transform((text) => bytesOf(text) as Uint8Array<ArrayBuffer>)
const Device = z.object({ leaf: Der, authority: Der })
const Own = z.object({ chain: z.array(Der).min(1), key: Der })

/** A picture of one pixel, to try a certificate on. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTjWkwAAAABJRU5ErkJggg=='

const TRIAL: Statement = {
  source: 'compositeCapture',
  original: GENESIS,
  turned: false,
  scale: 1,
  matte: 'own matte',
  mended: false,
  set: null,
  mining: null,
}

/** Keeps the certificates and keys for Content Credentials, and has files signed and read in a worker of its own. */
export class CredentialsDesk {
  #ready: () => Promise<void>
  #bench = new CredentialsBench()

  /** `ready` brings the part that signs onto the device. */
  constructor(ready: () => Promise<void>) {
    this.#ready = ready
  }

  /** Ends the worker. */
  rest(): void {
    this.#bench.rest()
  }

  async signatures({ db, keys }: Cabinet): Promise<Signatures> {
    const slots = await slotsOf(db)
    const [device, own] = [await stored(slots, keys, DEVICE, Device), await stored(slots, keys, OWN, Own)]
    return {
      device: device && { ...(await certificateOf(device.leaf)), authority: pemOf([device.authority]) },
      own: own && (await certificateOf(own.chain[0] as Uint8Array<ArrayBuffer>)),
    }
  }

  /** Gives this device's certificate a name; its keys stay. */
  async nameDevice(cabinet: Cabinet, name: string): Promise<Signatures> {
    await this.#issue(cabinet, plainText(name).replace(/\s+/g, ' ').slice(0, LONGEST_NAME).trim() || LOCALLY_SIGNED)
    return await this.#told(cabinet, 'this device’s certificate named')
  }

  /** Takes on a certificate of the seller's, after a first signature with it was read back. Throws what `readOwn` throws, or `certificate-refused`. */
  async bring(cabinet: Cabinet, certificate: File, key: File): Promise<Signatures> {
    const own = await readOwn(await certificate.text(), await key.text(), Date.now())
    await this.#tryOut(own)
    const json = { chain: own.chain.map(base64), key: base64(own.key) }
    await (await slotsOf(cabinet.db)).write(OWN, await sealJson(cabinet.keys.studio, json, OWN))
    return await this.#told(cabinet, 'certificate brought')
  }

  async remove(cabinet: Cabinet): Promise<Signatures> {
    await (await slotsOf(cabinet.db)).shred(OWN)
    return await this.#told(cabinet, 'certificate removed')
  }

  /** Who signs an export. Throws why it cannot be signed, before anything was made: no certificate, an expired one, a part that is not here. */
  async signer(cabinet: Cabinet, by: SignedBy): Promise<FileSigner> {
    await this.#ready()
    const { signer, leaf } = by === 'device' ? await this.#device(cabinet) : await this.#own(cabinet)
    return {
      by,
      certificate: (await certificateOf(leaf)).fingerprint,
      growth: MANIFEST_BYTES + signer.reserveSize,
      sign: (file, statement) => this.#sign(file, manifestOf(statement, __VITRINE_VERSION__), signer),
    }
  }

  /** What a file's credentials say, and whether they hold. */
  async read(cabinet: Cabinet, file: File): Promise<CredentialsReport> {
    await this.#ready()
    const { keys, db } = cabinet
    const slots = await slotsOf(db)
    const [device, own] = [await stored(slots, keys, DEVICE, Device), await stored(slots, keys, OWN, Own)]
    const known = [...(device ? [device.authority] : []), ...(own?.chain.slice(-1) ?? [])]
    return await this.#bench.ask((api) => api.read(file, pemOf(known)))
  }

  async #told(cabinet: Cabinet, what: string): Promise<Signatures> {
    const signatures = await this.signatures(cabinet)
    await record(cabinet, [
      {
        did: 'setting',
        body: { credentials: what, device: signatures.device?.fingerprint ?? null, own: signatures.own?.fingerprint ?? null },
      },
    ])
    return signatures
  }

  async #device(cabinet: Cabinet) {
    const kept = await stored(await slotsOf(cabinet.db), cabinet.keys, DEVICE, Device)
    const chain =
      kept && isFresh(kept, Date.now()) ? kept : await this.#issue(cabinet, kept ? (await certificateOf(kept.leaf)).name : LOCALLY_SIGNED)
    const { privateKey } = await keyPair(cabinet.db, 'credentials', newCredentialsKey)
    return { signer: claimSigner(privateKey, 'es256', [chain.leaf, chain.authority]), leaf: chain.leaf }
  }

  async #own({ db, keys }: Cabinet) {
    const own = await stored(await slotsOf(db), keys, OWN, Own)
    if (!own) return noCertificate()
    checkOwn(own, Date.now())
    return { signer: await signerOf(own), leaf: own.chain[0] as Uint8Array<ArrayBuffer> }
  }

  async #issue({ db, keys }: Cabinet, name: string): Promise<DeviceChain> {
    const [own, authority] = [
      await keyPair(db, 'credentials', newCredentialsKey),
      await keyPair(db, 'credentials-authority', newCredentialsKey),
    ]
    const chain = await issue(name, authority, own, Date.now())
    const json = { leaf: base64(chain.leaf), authority: base64(chain.authority) }
    await (await slotsOf(db)).write(DEVICE, await sealJson(keys.studio, json, DEVICE))
    return chain
  }

  async #tryOut(own: OwnChain): Promise<void> {
    await this.#ready()
    const pixel = new Blob([bytesOf(PIXEL) as Uint8Array<ArrayBuffer>], { type: 'image/png' })
    const signer = await signerOf(own)
    await this.#sign(pixel, manifestOf(TRIAL, __VITRINE_VERSION__), signer).catch((error: unknown) => {
      const why = /\(([^)]*)\)/.exec(String(error))?.[1] ?? String(error)
      return fail(
        'certificate-refused',
        `A trial signature with this certificate was not accepted (${why}).`,
        'Ask whoever issued it for one that follows C2PA’s certificate profile, or sign by this device.',
      )
    })
  }

  #sign(file: Blob, definition: ReturnType<typeof manifestOf>, { alg, reserveSize, sign }: ClaimSigner): Promise<Blob> {
    return this.#bench.ask((api) => api.sign(file, definition, { alg, reserveSize }, Comlink.proxy(sign)))
  }
}

/** Null where there is none, or one whose writing was cut off: it is made, or brought, anew. */
async function stored<T extends z.ZodType>(slots: Slots, keys: Cabinet['keys'], name: string, schema: T): Promise<z.output<T> | null> {
  const box = await slots.read(name)
  if (!box) return null
  const json = await openJson(keys.studio, box, name).catch((error: unknown) => {
    if (faultOf(error).code !== 'damaged') throw error
  })
  return schema.safeParse(json).data ?? null
}

async function signerOf(own: OwnChain): Promise<ClaimSigner> {
  const { key, alg } = await openOwn(own)
  return claimSigner(key, alg, own.chain)
}

function noCertificate(): never {
  return fail(
    'no-certificate',
    'There is no certificate of your own on this device to sign with.',
    'Bring one under “This device”, or let this device sign.',
  )
}
