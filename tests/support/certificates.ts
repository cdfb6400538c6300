import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { hex } from '../../src/core/bytes'
import type { Attested } from '../../src/core/certificate'
import { channelOf } from '../../src/core/channels/list'
import { type Entry, follow, type Line, leafOf } from '../../src/core/ledger'
import { leafHash, pathOf, rootOf, treesOf } from '../../src/core/merkle'
import { type Photo, PhotoDoc } from '../../src/core/project'
import type { FileValue, Hash, ImageValue, Key, MaskValue, RunContext } from '../../src/core/recipe'
import { fidelityOf, recipesFor } from '../../src/engine/certify'
import { run as backdrop } from '../../src/ops/backdrop/run'
import { run as encode } from '../../src/ops/encode/run'
import { run as fidelity } from '../../src/ops/fidelity/run'
import { run as heat } from '../../src/ops/heat/run'
import { run as place } from '../../src/ops/place/run'
import { run as resize } from '../../src/ops/resize/run'
import { channelRecipes } from '../../src/studios/cutout/recipes'
import { newSigningKey, signed, verifierText } from '../../src/vault/signing'
import type { Compared } from '../../workers/conductor/certificate'
import { decoded } from './pictures'

const require = createRequire(import.meta.url)
const codecs: Record<string, string> = {
  mozjpeg: '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm',
  png: '@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
}
export const codecContext = {
  signal: new AbortController().signal,
  alive: () => {},
  part: async (id: string) => new Uint8Array(await readFile(require.resolve(codecs[id] as string))).buffer,
} as unknown as RunContext

/** Opened by a decoder that the app does not use. */
export async function opened({ blob }: FileValue): Promise<ImageValue> {
  const { width, height, data } = decoded(new Uint8Array(await blob.arrayBuffer()))
  return { kind: 'image', width, height, data: new Uint8ClampedArray(data) }
}

export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex') as Hash

/** A photo exported for Etsy and compared, by the app's own operations, without a browser. */
export async function comparedExport(image: ImageValue, mask: MaskValue, bytes: Uint8Array): Promise<Compared> {
  const ctx = codecContext
  const channel = channelOf('etsy', null)
  const doc = PhotoDoc.parse({})
  const { output } = channel
  if (output.frame === 'photo' || output.format === 'psd') throw new Error('Etsy’s files have a size, and no layers')
  const placed = await place({ image, mask }, { frame: output.frame, fill: output.fill }, ctx)
  const canvas = await backdrop({ image: placed }, { colour: [255, 255, 255] }, ctx)
  const file = await encode(
    { image: canvas },
    { format: output.format, quality: output.quality, maxBytes: output.maxBytes, rights: null },
    ctx,
  )
  const again = await opened(file)
  const facts = await fidelity({ original: image, mask, placed, file, decoded: again }, { ground: [255, 255, 255] }, ctx)
  const small = async (of: ImageValue) =>
    await encode(
      { image: await resize({ image: of }, { maxSide: 720 }, ctx) },
      { format: 'jpeg', quality: 90, maxBytes: null, rights: null },
      ctx,
    )
  const map = await encode(
    { image: await heat({ facts }, { cell: 4 }, ctx) },
    { format: 'png', quality: 98, maxBytes: null, rights: null },
    ctx,
  )
  const original = sha256(bytes)
  const { file: recipe } = channelRecipes({ doc, name: 'cup.jpg' }, channel, null)
  const values = [facts, map, await small(image), await small(again)]
  if (recipesFor(doc, channel, recipe).length !== values.length) throw new Error('a certificate wants other values')
  const compared = await fidelityOf({ modelSha: (model) => sha256(model) }, original, recipe, values)
  const photo = { id: 'photo-1', project: 'project-1', file: original, bytes: bytes.length, doc } as Photo
  const report = {
    photo: photo.id,
    channel: channel.id,
    verdict: 'pass' as const,
    findings: [],
    bytes: file.blob.size,
    width: again.width,
    height: again.height,
    fault: null,
  }
  const made = { request: compared.steps.at(-1)?.key as Key, steps: [] }
  return { photo, channel, file, made, fidelity: compared, report }
}

/** A ledger of so many lines, which takes one more and proves that it has it. */
export async function smallLedger(lines: number): Promise<{ attest(line: Line): Promise<Attested>; entries: Entry[] }> {
  const pair = await newSigningKey()
  const entries: Entry[] = []
  const put = async ({ did, body }: Line) =>
    void entries.push(await follow(entries.at(-1) ?? null, new Date(1_790_000_000_000).toISOString(), did, body))
  for (let n = 0; n < lines; n++) await put({ did: 'import', body: { photo: `p${n}` } })
  return {
    entries,
    async attest(line) {
      const n = entries.length
      await put(line)
      const leaves = await Promise.all(entries.map((entry) => leafHash(leafOf(entry))))
      const [before, all] = await treesOf(leaves, [n, leaves.length])
      if (!before || !all) throw new Error('no tree')
      return {
        entry: entries[n] as Entry,
        path: (await pathOf(before, leaves.slice(n))).map(hex),
        checkpoint: await signed(pair, { size: all.size, root: await rootOf(all) }),
        key: await verifierText(pair),
      }
    },
  }
}
