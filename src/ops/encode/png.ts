import squoosh, { init } from '@jsquash/png/encode.js'
import type { ImageValue, RunContext } from '../../core/recipe'

let ready: Promise<unknown> | null = null

async function load(ctx: RunContext): Promise<void> {
  ready ??= ctx.part('png').then(async (bytes) => init(await WebAssembly.compile(bytes)))
  try {
    await ready
  } catch (error) {
    ready = null
    throw error
  }
}

/** A PNG, RGBA, 8 bits, straight alpha, lossless, without metadata. */
export async function pngOf(image: ImageValue, ctx: RunContext): Promise<Uint8Array<ArrayBuffer>> {
  await load(ctx)
  // The codec reads the whole buffer under the view.
  const data = image.data.byteLength === image.data.buffer.byteLength ? image.data : new Uint8ClampedArray(image.data)
  const pixels = { data, width: image.width, height: image.height, colorSpace: 'srgb' as const }
  const bytes = new Uint8Array(await squoosh(pixels as ImageData))
  const ending = String.fromCharCode(...bytes.subarray(-8, -4))
  if (bytes[0] !== 0x89 || ending !== 'IEND') throw new Error('the PNG has no end')
  return bytes
}
