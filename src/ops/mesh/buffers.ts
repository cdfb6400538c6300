import { damaged } from './refuse'
import type { Gltf } from './schema'

/** The bytes of a file's buffers: its binary chunk, and those that stand in the text (RFC 2397, base64). Throws `model-damaged`. */
export function buffersOf({ buffers }: Pick<Gltf, 'buffers'>, binary: Uint8Array<ArrayBuffer> | null): Uint8Array<ArrayBuffer>[] {
  return buffers.map(({ uri, byteLength }, i) => {
    const bytes = uri === undefined ? binary : bytesOf(uri)
    return bytes && bytes.length >= byteLength ? bytes.subarray(0, byteLength) : damaged(`buffer ${i} ends early`)
  })
}

/** The bytes of a data URI. Throws `model-damaged`. */
export function bytesOf(uri: string): Uint8Array<ArrayBuffer> {
  const comma = uri.indexOf(',')
  if (!/^data:[^,]*;base64$/i.test(uri.slice(0, comma))) damaged('what stands in its text')
  try {
    return Uint8Array.from(atob(uri.slice(comma + 1)), (letter) => letter.charCodeAt(0))
  } catch {
    return damaged('what stands in its text')
  }
}

/**
 * A copy of a view's bytes, with room for a whole last stride: the specification lets the last element of an interleaved view end before it,
 * three's loader does not.
 */
export function viewOf({ bufferViews }: Pick<Gltf, 'bufferViews'>, buffers: readonly Uint8Array[], at: number): Uint8Array<ArrayBuffer> {
  const view = bufferViews[at]
  const buffer = view && buffers[view.buffer]
  if (!buffer) return damaged(`view ${at} is missing`)
  const { byteOffset = 0, byteLength, byteStride = 0 } = view
  const bytes = new Uint8Array(byteLength + byteStride)
  bytes.set(buffer.subarray(byteOffset, byteOffset + byteLength))
  return bytes
}
