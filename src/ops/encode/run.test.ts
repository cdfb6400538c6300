import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { crc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { ImageValue, RunContext } from '../../core/recipe'
import type { FileRights } from '../../core/rights'
import { run } from './run'

const require = createRequire(import.meta.url)
const wasm: Record<string, string> = {
  mozjpeg: '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm',
  png: '@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
}
const ctx = {
  signal: new AbortController().signal,
  part: async (id: string) => new Uint8Array(await readFile(require.resolve(wasm[id] as string))).buffer,
} as RunContext

const plain = { quality: 98, maxBytes: null, rights: null }
const nothing: FileRights = { creator: '', copyright: '', description: '', taken: '', source: null, mining: null }
const rights: FileRights = {
  ...nothing,
  creator: 'Ana <Núñez> & Söhne',
  copyright: '© 2026 "Ana"',
  description: 'Tasse 花瓶 \u0001',
  taken: '2026:11:23 10:20:30',
}

/** A textured disc on transparency. */
function disc(size: number): ImageValue {
  const data = new Uint8ClampedArray(size * size * 4)
  for (let i = 0; i < size * size; i++) {
    const [x, y] = [i % size, Math.floor(i / size)]
    if (Math.hypot(x - size / 2, y - size / 2) > size * 0.4) continue
    data.set([(x * 37 + y * 5) % 256, (y * 91) % 256, (x * y) % 256, x % 7 === 0 ? 128 : 255], i * 4)
  }
  return { kind: 'image', width: size, height: size, data }
}
const bytesOf = async (image: ImageValue, params: Parameters<typeof run>[1]) =>
  new Uint8Array(await (await run({ image }, params, ctx)).blob.arrayBuffer())

/** Markers and lengths of a JPEG's segments up to the picture itself. */
function segments(jpeg: Uint8Array): { marker: number; data: Uint8Array }[] {
  const found = []
  for (let at = 2; jpeg[at + 1] !== 0xda; ) {
    const length = ((jpeg[at + 2] as number) << 8) | (jpeg[at + 3] as number)
    found.push({ marker: jpeg[at + 1] as number, data: jpeg.subarray(at + 4, at + 2 + length) })
    at += 2 + length
  }
  return found
}
function chunks(png: Uint8Array): { type: string; data: Uint8Array }[] {
  const view = new DataView(png.buffer, png.byteOffset)
  const found = []
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at)
    const named = png.subarray(at + 4, at + 8 + length)
    expect(view.getUint32(at + 8 + length)).toBe(crc32(named))
    found.push({ type: String.fromCharCode(...named.subarray(0, 4)), data: named.subarray(4) })
    at += 12 + length
  }
  return found
}

describe('JPEG', () => {
  test('is baseline, 4:4:4, with JFIF and nothing else that is not picture', async () => {
    const jpeg = await bytesOf(disc(64), { format: 'jpeg', ...plain })
    const parts = segments(jpeg)
    expect(new Set(parts.map(({ marker }) => marker))).toEqual(new Set([0xe0, 0xdb, 0xc0, 0xc4]))
    const frame = parts.find(({ marker }) => marker === 0xc0)?.data ?? new Uint8Array()
    expect([...frame.subarray(5)].filter((_, i) => i % 3 === 2)).toEqual([0x11, 0x11, 0x11])
    expect([frame[1], frame[2], frame[3], frame[4]]).toEqual([0, 64, 0, 64])
  })

  test('says rights in one XMP segment and nowhere else', async () => {
    const parts = segments(await bytesOf(disc(64), { format: 'jpeg', ...plain, rights }))
    const text = new TextDecoder().decode(parts.find(({ marker }) => marker === 0xe1)?.data)
    expect(parts.filter(({ marker }) => marker >= 0xe0).map(({ marker }) => marker)).toEqual([0xe0, 0xe1])
    expect(text.startsWith('http://ns.adobe.com/xap/1.0/\0<?xpacket')).toBe(true)
    expect(text).toContain('Ana &lt;Núñez&gt; &amp; Söhne')
    expect(text).toContain('© 2026 &quot;Ana&quot;')
    expect(text).toContain('<rdf:li xml:lang="x-default">Tasse 花瓶</rdf:li>')
    expect(text).toContain('<xmp:CreateDate>2026-11-23T10:20:30</xmp:CreateDate>')
    expect(text).not.toMatch(/DigitalSourceType>|DataMining>|xmptk|CreatorTool/)
  })

  test('holds the longest rights there can be', async () => {
    const longest = '"'.repeat(10_000)
    const all: FileRights = { creator: longest, copyright: longest, description: longest, taken: longest, source: null, mining: null }
    const parts = segments(await bytesOf(disc(64), { format: 'jpeg', ...plain, rights: all }))
    expect(parts.find(({ marker }) => marker === 0xe1)?.data.length).toBeGreaterThan(4 * 6000)
  })

  test('has no XMP where every right is empty', async () => {
    const parts = segments(await bytesOf(disc(64), { format: 'jpeg', ...plain, rights: { ...nothing, creator: ' \u0001' } }))
    expect(parts.some(({ marker }) => marker === 0xe1)).toBe(false)
  })

  test('gets smaller until it fits, progressive first, but never under quality 90', async () => {
    const image = disc(256)
    const free = await bytesOf(image, { format: 'jpeg', ...plain })
    const fitting = await bytesOf(image, { format: 'jpeg', ...plain, maxBytes: free.length - 1 })
    expect(fitting.length).toBeLessThan(free.length)
    const least = await bytesOf(image, { format: 'jpeg', ...plain, maxBytes: 1 })
    const ninety = await bytesOf(image, { format: 'jpeg', ...plain, quality: 90 })
    expect(segments(least).some(({ marker }) => marker === 0xc2)).toBe(true)
    const table = (jpeg: Uint8Array) => [...(segments(jpeg).find(({ marker }) => marker === 0xdb)?.data ?? [])]
    expect(table(least)).toEqual(table(ninety))
    const room = Math.round((free.length + least.length) / 2)
    expect((await bytesOf(image, { format: 'jpeg', ...plain, maxBytes: room, rights })).length).toBeLessThanOrEqual(room)
  })
})

describe('PNG', () => {
  test('keeps every pixel and says sRGB, and nothing more', async () => {
    const png = await bytesOf(disc(64), { format: 'png', ...plain })
    expect([...new Set(chunks(png).map(({ type }) => type))]).toEqual(['IHDR', 'sRGB', 'IDAT', 'IEND'])
  })

  test('says rights in one iTXt chunk in front of the picture', async () => {
    const parts = chunks(await bytesOf(disc(64), { format: 'png', ...plain, rights }))
    expect([...new Set(parts.map(({ type }) => type))]).toEqual(['IHDR', 'sRGB', 'iTXt', 'IDAT', 'IEND'])
    const text = new TextDecoder().decode(parts[2]?.data)
    expect(text.startsWith('XML:com.adobe.xmp\0\0\0\0\0<?xpacket')).toBe(true)
    expect(text).toContain('Söhne')
  })

  test('takes an image that is a part of a larger buffer', async () => {
    const whole = disc(64)
    const buffer = new ArrayBuffer(whole.data.length + 64)
    const data = new Uint8ClampedArray(buffer, 32, whole.data.length)
    data.set(whole.data)
    expect(await bytesOf({ ...whole, data }, { format: 'png', ...plain })).toEqual(await bytesOf(whole, { format: 'png', ...plain }))
  })
})

test('a codec that cannot be had ends as a fault with a retry', async () => {
  const image = disc(8)
  const broken = { ...image, data: new Uint8ClampedArray(0) }
  await expect(run({ image: broken }, { format: 'png', ...plain }, ctx)).rejects.toThrow('not-written')
})
