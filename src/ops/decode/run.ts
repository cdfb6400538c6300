import type { Header } from '../../core/format/header'
import { damaged } from '../../core/format/refuse'
import { sniff } from '../../core/format/sniff'
import type { RunContext, Runner } from '../../core/recipe'
import type { decode } from './index'
import { openWithMagick } from './magick'
import { browserOpens, openNative } from './native'
import { type Pixels, turned, turning } from './pixels'
import { NotRead } from './strips'

/** Their decoders set the picture upright by themselves. (ImageMagick leaves a JPEG XL as stored.) */
const TURNED_BY_DECODER: ReadonlySet<string> = new Set(['heic', 'avif'])
/** Every browser opens these, so that a refusal means damage and not a missing decoder. */
const EVERYWHERE: ReadonlySet<string> = new Set(['jpeg', 'png', 'gif'])

/** Opens a photo whose header was read: upright, sRGB, straight alpha, then turned clockwise by `quarters`. */
export async function open(
  data: Uint8Array<ArrayBuffer>,
  header: Header,
  quarters: number,
  ctx: Pick<RunContext, 'part'>,
): Promise<Pixels> {
  const stored = await openStored(data, header, () => ctx.part('magick'))
  return turned(stored, turning(TURNED_BY_DECODER.has(header.format) ? 1 : header.orientation, quarters))
}

async function openStored(data: Uint8Array<ArrayBuffer>, header: Header, wasm: () => Promise<ArrayBuffer>): Promise<Pixels> {
  if (!browserOpens(header)) return await openWithMagick(data, header, wasm)
  try {
    return await openNative(data, header)
  } catch (refusal) {
    if (!(refusal instanceof NotRead)) throw refusal
    if (EVERYWHERE.has(header.format) && refusal.message !== 'an empty strip') damaged()
    return await openWithMagick(data, header, wasm)
  }
}

export const run: Runner<typeof decode> = async ({ file }, { turn }, ctx) => {
  const data = new Uint8Array(await file.blob.arrayBuffer())
  const { width, height, data: pixels } = await open(data, sniff(data), turn, ctx)
  return { kind: 'image', width, height, data: pixels }
}
