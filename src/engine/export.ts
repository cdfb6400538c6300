import { type Channel, type ChannelReport, ExportFacts } from '../core/channels'
import { judge } from '../core/channels/judge'
import { carriesCredentials, type FileSigner, type SignedBy } from '../core/credentials'
import { statementOf } from '../core/credentials-manifest'
import { cutoutFiles, sceneIn } from '../core/doc'
import { faultOf } from '../core/fault'
import { sha256 } from '../core/ledger'
import type { Photo } from '../core/project'
import { type FileValue, type Hash, type Key, type Recipe, stepNames } from '../core/recipe'
import { type PhotoRights, type RightsWish, rightsOf } from '../core/rights'
import { PHOTO } from '../ops/steps'
import { channelRecipes } from '../studios/cutout/recipes'
import { type Cast, sceneFileRecipes, sceneFiles } from '../studios/photography/recipes'
import { castOf } from './cast'
import { type Fidelity, fidelityOf, recipesFor } from './certify'
import { type Made, make, type Workshop } from './make'

/** One file for one channel, measured. */
export interface Exported {
  readonly photo: Photo
  readonly channel: Channel
  readonly report: ChannelReport
  /** Null when it could not be made; the report says why. */
  readonly file: FileValue | null
  /** How it was made, for the ledger; null when it was not. */
  readonly made: {
    readonly request: Key
    readonly steps: readonly string[]
    /** Whose certificate signed it, and the SHA-256 of that; absent where none did. */
    readonly signed?: { readonly by: SignedBy; readonly certificate: Hash }
  } | null
  /** How it compares with its photo; null when that was not asked for, could not be done, or where it shows a scene. */
  readonly fidelity: Fidelity | null
}

/** What goes along with the files. */
export interface Along {
  /** What each says of its rights and origin; null = nothing. */
  readonly rights: RightsWish | null
  /** Signs each; null = nobody does. */
  readonly signer: FileSigner | null
  /** Whether each is also compared with its photo. */
  readonly certify: boolean
}

/** What is made for one channel. */
interface Order {
  readonly channel: Channel
  readonly file: Recipe
  /** The file, the facts measured of it and, where that was asked for, what a certificate says and shows. */
  readonly all: readonly Recipe[]
  /** The stored files behind it. */
  readonly from: readonly Hash[]
}

/** Throws the fault `companion-gone` where a scene lacks a photo. */
function order(photo: Photo, channel: Channel, carried: PhotoRights | null, { signer, certify }: Along, cast: Cast): Order {
  const { doc } = photo
  const scene = sceneIn(doc, channel.output)
  if (scene) {
    const { file, facts } = sceneFileRecipes(scene, cast, channel, carried, signer?.growth)
    return { channel, file, all: [file, facts], from: sceneFiles(scene, cast) }
  }
  const { file, facts } = channelRecipes(photo, channel, carried, signer?.growth)
  return { channel, file, all: [file, facts, ...(certify ? recipesFor(doc, channel, file) : [])], from: cutoutFiles(photo) }
}

/**
 * Renders, encodes, decodes again, measures and signs one photo for its channels, and compares each file with the photo where
 * that is asked for (not those that show a scene). One channel's failure leaves the others, and a comparison's failure the files.
 */
export async function exportPhoto(
  shop: Workshop,
  photo: Photo,
  channels: readonly Channel[],
  along: Along,
  signal: AbortSignal,
): Promise<Exported[]> {
  const { rights, certify } = along
  const original = photo.file
  if (!original) return channels.map((channel) => failed(photo, channel, new Error('not stored')))
  const carried = rights && rightsOf(rights, photo.facts?.rights ?? null)
  const cast = await castOf(shop, photo)
  const orders = channels.map((channel) => {
    try {
      return order(photo, channel, carried, along, cast)
    } catch (error) {
      return failed(photo, channel, error)
    }
  })
  const wanted = orders.flatMap((one) => ('all' in one ? one.all.map((recipe, i) => ({ recipe, one, i })) : []))
  const made: Made[] = []
  try {
    const { values, keys } = await make(
      shop,
      photo.project,
      wanted.map(({ recipe }) => recipe),
      { [PHOTO]: original },
      {
        signal,
        made(n, key, value, fresh) {
          const { one, i } = wanted[n] as (typeof wanted)[number]
          // What a certificate shows is wanted once.
          if (fresh && i < 2) made.push({ key, value, files: one.from, keep: false })
        },
      },
    )
    // A cache that finds no room costs time, never the export.
    await shop.keeping.keepResults(photo.project, made).catch(() => {})
    const finish = async (ordered: Order, first: number): Promise<Exported> => {
      const { channel, file: recipe, all } = ordered
      const signer = carriesCredentials(channel.output.format) ? along.signer : null
      const [written, measured, ...compared] = values.slice(first, first + all.length)
      if (written?.kind !== 'file' || measured?.kind !== 'facts') throw new Error('no file came out')
      const facts = ExportFacts.parse(measured.facts)
      const { width, height, scale } = facts
      const statement = statementOf(photo.doc, original, channel.output, scale, rights?.mining ?? null)
      // Signing adds bytes and leaves the picture as it was: what was measured of that holds.
      const file = signer ? { ...written, blob: await signer.sign(written.blob, statement) } : written
      const bytes = file.blob.size
      const { verdict, findings } = judge(channel, { ...facts, bytes })
      return {
        photo,
        channel,
        file,
        made: {
          request: keys[first] as Key,
          steps: stepNames(recipe),
          ...(signer ? { signed: { by: signer.by, certificate: signer.certificate } } : {}),
        },
        fidelity: compared.length > 0 ? await fidelityOf(shop, original, recipe, compared).catch(() => null) : null,
        report: { photo: photo.id, channel: channel.id, verdict, findings, bytes, width, height, fault: null },
      }
    }
    const ends = orders.map((one) => {
      if (!('all' in one)) return one
      const first = wanted.findIndex((other) => other.one === one)
      return finish(one, first).catch((error: unknown) => failed(photo, one.channel, error))
    })
    return await Promise.all(ends)
  } catch (error) {
    if (signal.aborted) throw error
    // A scene that cannot be rendered leaves the other channels, and they it.
    const inScene = channels.filter(({ output }) => sceneIn(photo.doc, output))
    if (inScene.length > 0 && inScene.length < channels.length) {
      const others = channels.filter((channel) => !inScene.includes(channel))
      const parts = [await exportPhoto(shop, photo, inScene, along, signal), await exportPhoto(shop, photo, others, along, signal)].flat()
      return channels.map((channel) => parts.find((one) => one.channel === channel) as Exported)
    }
    if (certify) return await exportPhoto(shop, photo, channels, { ...along, certify: false }, signal)
    return channels.map((channel) => failed(photo, channel, error))
  }
}

function failed(photo: Photo, channel: Channel, error: unknown): Exported {
  const report: ChannelReport = {
    photo: photo.id,
    channel: channel.id,
    verdict: 'fail',
    findings: [],
    bytes: 0,
    width: 0,
    height: 0,
    fault: faultOf(error),
  }
  return { photo, channel, report, file: null, made: null, fidelity: null }
}

/**
 * Exports many photos, in their order, two at a time: while one photo's files are written out, the next one's are made.
 * The consumer's pace bounds what is in memory.
 */
export async function* exportAll(
  shop: Workshop,
  photos: readonly Photo[],
  channels: readonly Channel[],
  along: Along,
  signal: AbortSignal,
): AsyncGenerator<Exported> {
  const ahead: Promise<Exported[]>[] = []
  const begin = (photo: Photo | undefined) => {
    if (!photo) return
    const work = exportPhoto(shop, photo, channels, along, signal)
    work.catch(() => {})
    ahead.push(work)
  }
  begin(photos[0])
  for (const [i] of photos.entries()) {
    begin(photos[i + 1])
    signal.throwIfAborted()
    for (const one of (await ahead.shift()) ?? []) yield one
  }
}

/** Hash of an export's bytes, for the ledger. */
export async function hashOf(file: FileValue): Promise<Hash> {
  return await sha256(await file.blob.arrayBuffer())
}
