import { Bytes, EndOfBytes } from '../../core/format/bytes'
import { textOf } from './leaf'

/** The name that an ICC profile gives itself ("Display P3"), or null when it is broken or has none. */
export function profileName(profile: Uint8Array): string | null {
  const bytes = new Bytes(profile)
  try {
    if (!bytes.is(36, 'acsp')) return null
    const count = Math.min(bytes.u32(128), 200)
    for (let i = 0; i < count; i++) {
      const entry = 132 + 12 * i
      if (!bytes.is(entry, 'desc')) continue
      const at = bytes.u32(entry + 4)
      const name = bytes.is(at, 'mluc') ? localName(bytes, at) : textOf(bytes.part({ at: at + 12, length: bytes.u32(at + 8) }))
      return name.replace(/\0[\s\S]*$/, '').trim() || null
    }
    return null
  } catch (thrown) {
    if (thrown instanceof EndOfBytes) return null
    throw thrown
  }
}

/** The first of a `mluc` tag's names, English if there is one. */
function localName(bytes: Bytes, at: number): string {
  const count = Math.min(bytes.u32(at + 8), 100)
  let record = at + 16
  for (let i = 0; i < count; i++) if (bytes.is(at + 16 + 12 * i, 'en')) record = at + 16 + 12 * i
  return new TextDecoder('utf-16be').decode(bytes.part({ at: at + bytes.u32(record + 8), length: bytes.u32(record + 4) }))
}

const PRIMARIES: Readonly<Record<number, string>> = { 1: 'sRGB', 9: 'Rec. 2020', 11: 'DCI-P3', 12: 'Display P3' }

/** The name of colours given as ITU-T H.273 numbers; null for the usual sRGB and for what has no name. */
export function cicpName({ primaries, transfer }: { primaries: number; transfer: number }): string | null {
  const name = PRIMARIES[primaries]
  if (transfer === 16) return `${name ?? 'HDR'} PQ (HDR)`
  if (transfer === 18) return `${name ?? 'HDR'} HLG (HDR)`
  return primaries === 1 ? null : (name ?? null)
}
