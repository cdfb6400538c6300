import { type Channel, type ChannelReport, ExportFacts } from '../core/channels'
import { judge } from '../core/channels/judge'
import type { FileSigner, SignedBy } from '../core/credentials'
import { statementOf } from '../core/credentials-manifest'
import { faultOf } from '../core/fault'
import { sha256 } from '../core/ledger'
import type { Photo } from '../core/project'
import { type FileValue, type Hash, type Key, stepNames } from '../core/recipe'
import { type RightsWish, rightsOf } from '../core/rights'
import { channelRecipes, filesOf, PHOTO } from '../studios/cutout/recipes'
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
  /** How it compares with its photo; null when that was not asked for, or could not be done. */
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

/**
 * Renders, encodes, decodes again, measures and signs one photo for its channels, and compares each file with the photo where
 * that is asked for. One channel's failure leaves the others, and a comparison's failure the files.
 */
export async function exportPhoto(
  shop: Workshop,
  photo: Photo,
  channels: readonly Channel[],
  along: Along,
  signal: AbortSignal,
): Promise<Exported[]> {
  const { rights, signer, certify } = along
  const original = photo.file
  if (!original) return channels.map((channel) => failed(photo, channel, new Error('not stored')))
  const carried = rights && rightsOf(rights, photo.facts?.rights ?? null)
  const wanted = channels.map((channel) => {
    const { file, facts } = channelRecipes(photo.doc, channel, carried, signer?.growth)
    return { recipe: file, all: [file, facts, ...(certify ? recipesFor(photo.doc, channel, file) : [])] }
  })
  // As many for each channel.
  const each = wanted[0]?.all.length ?? 0
  const made: Made[] = []
  const files = filesOf(original, photo.doc)
  try {
    const { values, keys } = await make(
      shop,
      photo.project,
      wanted.flatMap(({ all }) => all),
      { [PHOTO]: original },
      {
        signal,
        // What a certificate shows is wanted once.
        made: (i, key, value, fresh) => void (fresh && i % each < 2 && made.push({ key, value, files, keep: false })),
      },
    )
    // A cache that finds no room costs time, never the export.
    await shop.keeping.keepResults(photo.project, made).catch(() => {})
    const finish = async ({ recipe }: (typeof wanted)[number], channel: Channel, i: number): Promise<Exported> => {
      const [written, measured, ...compared] = values.slice(i * each, (i + 1) * each)
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
          request: keys[i * each] as Key,
          steps: stepNames(recipe),
          ...(signer ? { signed: { by: signer.by, certificate: signer.certificate } } : {}),
        },
        fidelity: certify ? await fidelityOf(shop, original, recipe, compared).catch(() => null) : null,
        report: { photo: photo.id, channel: channel.id, verdict, findings, bytes, width, height, fault: null },
      }
    }
    const ends = channels.map((channel, i) =>
      finish(wanted[i] as (typeof wanted)[number], channel, i).catch((error: unknown) => failed(photo, channel, error)),
    )
    return await Promise.all(ends)
  } catch (error) {
    if (signal.aborted) throw error
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
