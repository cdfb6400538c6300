import { inflate } from './inflate'
import { textOf } from './leaf'

const MOST = 4e6

/** What a PNG text chunk says. `profile` = bytes of another kind of notes that ImageMagick and others write out as hexadecimal. */
export interface PngText {
  readonly keyword: string
  readonly text: string
  readonly profile: Uint8Array | null
}

/** Reads a chunk given from its type on: `tEXt`, `zTXt` or `iTXt`. */
export async function pngText(chunk: Uint8Array): Promise<PngText> {
  const type = textOf(chunk.subarray(0, 4))
  const end = (from: number) => {
    const zero = chunk.indexOf(0, from)
    return zero < 0 ? chunk.length : zero
  }
  const keywordEnd = end(4)
  const keyword = textOf(chunk.subarray(4, keywordEnd))
  let body = chunk.subarray(keywordEnd + 1)
  if (type === 'zTXt') body = await inflate(body.subarray(1), MOST)
  else if (type === 'iTXt') {
    const packed = body[0] === 1
    body = chunk.subarray(end(end(keywordEnd + 3) + 1) + 1)
    if (packed) body = await inflate(body, MOST)
  }
  const text = textOf(body)
  if (!keyword.startsWith('Raw profile type')) return { keyword, text, profile: null }
  // A blank line, the name, the length, then the bytes.
  const hex = (/^\s*\w+\s+\d+\s+([\s\S]*)$/.exec(text)?.[1] ?? '').replace(/\s+/g, '')
  const profile = new Uint8Array(hex.length >> 1)
  for (let i = 0; i < profile.length; i++) profile[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)
  return { keyword, text: '', profile }
}
