import { damaged, MOST, notGltf, older, tooLarge } from './refuse'

/** What a glTF file is made of, before anything in it is believed. */
export interface Container {
  readonly json: unknown
  /** The binary chunk of a GLB; null where there is none. */
  readonly binary: Uint8Array<ArrayBuffer> | null
}

const GLB = 0x46546c67
const JSON_CHUNK = 0x4e4f534a
const BINARY_CHUNK = 0x004e4942

/**
 * Opens a .glb or .gltf by its content (glTF 2.0, chapter 4). Throws the faults `not-a-model`, `model-too-large`, `model-version` and
 * `model-damaged`.
 */
export function openContainer(bytes: Uint8Array<ArrayBuffer>): Container {
  if (bytes.length > MOST.fileBytes) tooLarge(bytes.length)
  if (bytes.length < 2) notGltf()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 12 || view.getUint32(0, true) !== GLB) return { json: parsed(bytes, notGltf), binary: null }
  const version = view.getUint32(4, true)
  if (version !== 2) older(String(version))
  const end = view.getUint32(8, true)
  if (end > bytes.length || end < 20) damaged('it ends early')
  let [json, binary]: [unknown, Uint8Array<ArrayBuffer> | null] = [undefined, null]
  for (let at = 12; at + 8 <= end; ) {
    const [length, kind] = [view.getUint32(at, true), view.getUint32(at + 4, true)]
    const from = at + 8
    if (from + length > end) damaged('it ends early')
    if (kind === JSON_CHUNK && json === undefined) json = parsed(bytes.subarray(from, from + length), damaged)
    else if (kind === BINARY_CHUNK) binary ??= bytes.subarray(from, from + length)
    // Chunks are aligned to four bytes.
    at = from + Math.ceil(length / 4) * 4
  }
  return json === undefined ? damaged('it has no description') : { json, binary }
}

function parsed(bytes: Uint8Array, refuse: () => never): unknown {
  // Text that begins with neither is no description, however long it is.
  const start = bytes.findIndex((byte) => byte > 0x20 && ![0xef, 0xbb, 0xbf].includes(byte))
  if (bytes[start] !== 0x7b) refuse()
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return damaged('its description')
  }
}
