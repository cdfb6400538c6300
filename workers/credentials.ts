import './trusted-types'
import init, { WasmBuilder, WasmReader } from '@contentauth/c2pa-wasm'
import * as Comlink from 'comlink'
import type { CredentialsReport } from '../src/core/credentials'
import { fail } from '../src/core/fault'
import type { Json } from '../src/core/recipe'
import { z } from '../src/core/schema'
import { readPart } from '../src/store/parts'
import type { ClaimSigner } from '../src/vault/credentials'

/** What the credentials worker answers to. It holds no key: what is to be signed goes back to the conductor. */
export interface CredentialsWorker {
  /**
   * The same file with a signed manifest, read back and found whole. `definition` as `manifestOf` makes it. Throws the
   * fault `not-signed`, its sentence naming what the library or the check said.
   */
  sign(file: Blob, definition: Json, signer: Pick<ClaimSigner, 'alg' | 'reserveSize'>, sign: ClaimSigner['sign']): Promise<Blob>
  /** `anchors`: PEM of certificates that are known here. */
  read(file: Blob, anchors: string): Promise<CredentialsReport>
}

/** Of c2pa-rs. Whatever it might ask the network for is off; the build takes its way out, too (`models/plugin.ts`). */
const settings = (anchors: string | null): string =>
  JSON.stringify({
    version: 1,
    verify: { verify_trust: anchors !== null, remote_manifest_fetch: false, ocsp_fetch: false, verify_timestamp_trust: false },
    core: { allowed_network_hosts: [] },
    builder: { thumbnail: { enabled: false } },
    ...(anchors ? { trust: { user_anchors: anchors } } : {}),
  })

let started: Promise<unknown> | null = null

function start(): Promise<unknown> {
  started ??= readPart('c2pa').then((bytes) => init({ module_or_path: bytes }))
  started.catch(() => {
    started = null
  })
  return started
}

/** What of a reader's answer is looked at. It may come out of a stranger's file. */
const Store = z.object({
  active_manifest: z.string().optional(),
  validation_state: z.string().optional(),
  validation_status: z.array(z.object({ code: z.string() })).default([]),
  manifests: z.record(
    z.string(),
    z.object({
      claim_generator_info: z.array(z.object({ name: z.string(), version: z.string().optional() })).default([]),
      signature_info: z.object({ common_name: z.string().optional(), issuer: z.string().optional() }).default({}),
      assertions: z.array(z.object({ label: z.string(), data: z.unknown() })).default([]),
    }),
  ),
})
const Actions = z.object({ actions: z.array(z.object({ action: z.string(), digitalSourceType: z.string().optional() })) })
const Entries = z.object({ entries: z.record(z.string(), z.object({ use: z.string() })) })

const NOTHING: CredentialsReport = {
  state: 'none',
  wrong: [],
  signer: null,
  generator: null,
  actions: [],
  source: null,
  training: {},
}

async function read(file: Blob, anchors: string): Promise<CredentialsReport> {
  await start()
  let reader: WasmReader
  try {
    reader = await WasmReader.fromBlob(file.type, file, settings(anchors))
  } catch (error) {
    const why = String(error)
    return /Jumbf ?NotFound|no JUMBF data|ProvenanceMissing/i.test(why)
      ? NOTHING
      : { ...NOTHING, state: 'invalid', wrong: [why.slice(0, 200)] }
  }
  try {
    const store = Store.parse(JSON.parse(reader.json()))
    const claim = store.manifests[store.active_manifest ?? '']
    if (!claim) return NOTHING
    const said = (label: string) => claim.assertions.find((one) => one.label.startsWith(label))?.data
    const { actions } = Actions.safeParse(said('c2pa.actions')).data ?? { actions: [] }
    const { entries } = Entries.safeParse(said('cawg.training-mining')).data ?? { entries: {} }
    const [generator] = claim.claim_generator_info
    return {
      state: store.validation_state === 'Trusted' ? 'known' : store.validation_state === 'Valid' ? 'unknown' : 'invalid',
      wrong: store.validation_status.map(({ code }) => code),
      signer: claim.signature_info.common_name ?? claim.signature_info.issuer ?? null,
      generator: generator ? [generator.name, generator.version].filter(Boolean).join(' ') : null,
      actions: actions.map(({ action }) => action),
      source: actions.find(({ digitalSourceType }) => digitalSourceType)?.digitalSourceType ?? null,
      training: Object.fromEntries(Object.entries(entries).map(([use, { use: may }]) => [use, may])),
    }
  } finally {
    reader.free()
  }
}

async function sign(...[file, definition, signer, ask]: Parameters<CredentialsWorker['sign']>): Promise<Blob> {
  await start()
  let bytes: Uint8Array<ArrayBuffer>
  const builder = WasmBuilder.fromJson(JSON.stringify(definition), settings(null))
  try {
    bytes = new Uint8Array(await builder.sign({ ...signer, sign: ask }, file.type, file))
  } catch (error) {
    return notSigned(error instanceof Error ? error.message : String(error))
  } finally {
    builder.free()
    ;(ask as unknown as Comlink.Remote<typeof ask>)[Comlink.releaseProxy]()
  }
  const signed = new Blob([bytes], { type: file.type })
  const { state, wrong } = await read(signed, '')
  return state === 'unknown' || state === 'known' ? signed : notSigned(wrong.join(', '))
}

function notSigned(why: string): never {
  return fail(
    'not-signed',
    `The Content Credentials could not be put into the file (${why.slice(0, 120)}).`,
    'Export it once more, or without Content Credentials.',
    true,
  )
}

Comlink.expose({ sign, read } satisfies CredentialsWorker)
