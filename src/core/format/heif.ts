import { type Box, boxes, itemPlaces } from './boxes'
import { type Bytes, EndOfBytes, type Extent } from './bytes'
import { type Block, type Cicp, type Format, type Header, header, TURNS, uprightSize } from './header'
import { damaged, notAPhoto } from './refuse'

const FILMS = /^(mp4|isom|iso\d|qt {2}|M4V|avc1|3gp|mmp4|dash|f4v)/

/** Reads HEIC, HEIF and AVIF: the primary item's size, turn, depth and colours, and the items that are not pixels. */
export function readHeif(bytes: Bytes): Header {
  const top = [...boxes(bytes, 0, bytes.length)]
  const brands = top[0] ? bytes.text(top[0].body, Math.min(4096, top[0].end - top[0].body)) : ''
  if (brands.startsWith('crx ')) notAPhoto('raw')
  const meta = top.find((box) => box.type === 'meta')
  if (!meta) {
    if (FILMS.test(brands) || top.some((box) => box.type === 'moov')) notAPhoto('film')
    damaged()
  }
  const inner = new Map([...boxes(bytes, meta.body + 4, meta.end)].map((box) => [box.type, box]))
  const need = (type: string): Box => inner.get(type) ?? damaged()
  const pitm = need('pitm')
  const primary = bytes.u8(pitm.body) === 0 ? bytes.u16(pitm.body + 4) : bytes.u32(pitm.body + 4)
  const items = itemTypes(bytes, need('iinf'))
  const places = itemPlaces(bytes, need('iloc'), inner.get('idat') ?? null)
  const { properties, of } = propertiesOf(bytes, need('iprp'))
  const mine = of(primary)

  const look = { wide: 0, high: 0, quarters: 0, mirrored: false, bits: 8, icc: [] as Extent[], cicp: null as Cicp | null }
  for (const { type, body, end } of mine) {
    if (type === 'ispe') [look.wide, look.high] = [bytes.u32(body + 4), bytes.u32(body + 8)]
    else if (type === 'pixi') look.bits = bytes.u8(body + 5)
    else if (type === 'clap') [look.wide, look.high] = [cut(bytes, body), cut(bytes, body + 8)]
    else if (type === 'irot') {
      const left = bytes.u8(body) & 3
      look.quarters += look.mirrored ? left : 4 - left
    } else if (type === 'imir') {
      // Axis 0 swaps top and bottom: half a turn and a mirror from left to right.
      if ((bytes.u8(body) & 1) === 0) look.quarters += 2
      look.mirrored = !look.mirrored
    } else if (type === 'colr' && bytes.is(body, 'nclx'))
      look.cicp = { primaries: bytes.u16(body + 4), transfer: bytes.u16(body + 6), matrix: bytes.u16(body + 8), at: body + 4 }
    else if (type === 'colr' && (bytes.is(body, 'prof') || bytes.is(body, 'rICC'))) look.icc = [{ at: body + 4, length: end - body - 4 }]
  }
  const orientation = 1 + TURNS.findIndex(([q, m]) => q === look.quarters % 4 && m === Number(look.mirrored))
  const { width, height } = uprightSize(look.wide, look.high, orientation)
  return header(formatOf(items.get(primary), brands, properties), width, height, {
    orientation,
    bits: look.bits,
    icc: look.icc,
    cicp: look.cicp,
    frames: framesIn(bytes, top),
    transparency: [...items.keys()].some((item) => of(item).some((box) => isAlpha(bytes, box))),
    colour: mine.some((box) => box.type === 'pixi' && bytes.u8(box.body + 4) === 1) ? 'grey' : 'rgb',
    blocks: [
      ...blocksOf(bytes, items, places),
      ...top.filter((box) => isC2pa(bytes, box)).map((box) => ({ kind: 'c2pa' as const, at: box.body, length: box.end - box.body })),
    ],
  })
}

/** A side of the clean aperture: a fraction. */
function cut(bytes: Bytes, at: number): number {
  const under = bytes.u32(at + 4)
  return under === 0 ? 0 : Math.round(bytes.u32(at) / under)
}

function formatOf(type: string | undefined, brands: string, properties: readonly Box[]): Format {
  const has = (name: string) => properties.some((box) => box.type === name)
  if (type === 'av01' || (type === 'grid' && has('av1C') && !has('hvcC'))) return 'avif'
  if (type === 'hvc1' || has('hvcC')) return 'heic'
  return brands.includes('avif') || brands.includes('avis') ? 'avif' : 'heic'
}

function itemTypes(bytes: Bytes, iinf: Box): Map<number, string> {
  const wide = bytes.u8(iinf.body) > 0
  const types = new Map<number, string>()
  for (const { type, body, end } of boxes(bytes, iinf.body + (wide ? 8 : 6), iinf.end)) {
    if (type !== 'infe') continue
    const version = bytes.u8(body)
    if (version < 2) continue
    const id = version === 2 ? bytes.u16(body + 4) : bytes.u32(body + 4)
    const at = body + (version === 2 ? 8 : 10)
    const kind = bytes.text(at, 4)
    types.set(id, kind === 'mime' && bytes.find('rdf+xml', at, end) >= 0 ? 'xmp' : kind)
  }
  return types
}

function propertiesOf(bytes: Bytes, iprp: Box): { properties: Box[]; of: (item: number) => Box[] } {
  const parts = [...boxes(bytes, iprp.body, iprp.end)]
  const ipco = parts.find((box) => box.type === 'ipco') ?? damaged()
  const properties = [...boxes(bytes, ipco.body, ipco.end)]
  const links = new Map<number, number[]>()
  for (const { type, body, end } of parts) {
    if (type !== 'ipma') continue
    const [wideId, wideIndex] = [bytes.u8(body) > 0, (bytes.u8(body + 3) & 1) === 1]
    let at = body + 8
    for (let i = 0, count = bytes.u32(body + 4); i < count; i++) {
      if (at >= end) throw new EndOfBytes('ipma')
      const item = wideId ? bytes.u32(at) : bytes.u16(at)
      at += wideId ? 4 : 2
      const linked = links.get(item) ?? []
      links.set(item, linked)
      for (let left = bytes.u8(at++); left > 0; left--) {
        linked.push(wideIndex ? bytes.u16(at) & 0x7fff : bytes.u8(at) & 0x7f)
        at += wideIndex ? 2 : 1
      }
    }
  }
  return { properties, of: (item) => (links.get(item) ?? []).flatMap((index) => properties[index - 1] ?? []) }
}

const isAlpha = (bytes: Bytes, { type, body, end }: Box): boolean =>
  type === 'auxC' && (bytes.find('alpha', body, end) >= 0 || bytes.find('hevc:2015:auxid:1', body, end) >= 0)

const isC2pa = (bytes: Bytes, { type, body }: Box): boolean => type === 'uuid' && bytes.is(body, '\xd8\xfe\xc3\xd6\x1b\x0e\x48\x3c')

function blocksOf(bytes: Bytes, items: ReadonlyMap<number, string>, places: ReadonlyMap<number, Extent[]>): Block[] {
  return [...items].flatMap(([item, type]): Block[] => {
    const place = places.get(item)?.[0]
    if (!place || (type !== 'Exif' && type !== 'xmp')) return []
    if (type === 'xmp') return [{ kind: 'xmp', ...place }]
    const skip = 4 + bytes.u32(place.at)
    return place.length > skip ? [{ kind: 'exif', at: place.at + skip, length: place.length - skip }] : []
  })
}

/** Pictures in the track of an image sequence, 1 without one. */
function framesIn(bytes: Bytes, top: readonly Box[]): number {
  const inside = (box: Box): number => {
    if (box.type === 'stsz') return bytes.u32(box.body + 8)
    if (!['moov', 'trak', 'mdia', 'minf', 'stbl'].includes(box.type)) return 0
    return Math.max(0, ...[...boxes(bytes, box.body, box.end)].map(inside))
  }
  return Math.max(1, ...top.map(inside))
}
