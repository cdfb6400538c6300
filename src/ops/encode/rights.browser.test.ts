import { expect, test } from 'vitest'
import { commands } from 'vitest/browser'
import { ExportFacts } from '../../core/channels'
import { readHeader } from '../../core/format/sniff'
import type { ImageValue, MaskValue, RunContext } from '../../core/recipe'
import { type FileRights, plainText } from '../../core/rights'
import { xmpOf } from '../../core/xmp'
import { run as measure } from '../measure/run'
import { MARKS } from './fixtures/marks'
import { run as encode } from './run'

const ctx: RunContext = {
  signal: new AbortController().signal,
  alive: () => {},
  network: () => Promise.reject(new Error('no model here')),
  infer: () => Promise.reject(new Error('no model here')),
  part: async (id) => Uint8Array.from(atob(await commands.readPart(id)), (c) => c.charCodeAt(0)).buffer,
}
const rights: FileRights = {
  creator: 'Ünal 👩‍🔧',
  copyright: '© 花瓶 ]]>',
  description: '',
  taken: '',
  source: 'algorithmicallyEnhanced',
  mining: 'DMI-PROHIBITED-AIMLTRAINING',
}
const [width, height] = [60, 41]
const placed: ImageValue = {
  kind: 'image',
  width,
  height,
  data: Uint8ClampedArray.from({ length: width * height * 4 }, (_, i) => ((i >> 2) % width < 20 ? 0 : 200 + (i % 4 === 3 ? 55 : 0))),
}
const mask: MaskValue = {
  kind: 'mask',
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, i) => placed.data[i * 4 + 3] as number),
}

test.each(['jpeg', 'png', 'webp'] as const)(
  'a %s with rights is measured as one without them, and the browser opens it',
  async (format) => {
    const params = { format, quality: 98, maxBytes: null }
    const facts = async (said: FileRights | null) => {
      const file = await encode({ image: placed }, { ...params, rights: said }, ctx)
      return ExportFacts.parse((await measure({ file, canvas: placed, placed, original: placed, mask }, { colour: null }, ctx)).facts)
    }
    const [without, withRights] = [await facts(null), await facts(rights)]
    expect(withRights).toEqual({ ...without, bytes: withRights.bytes })
    expect(withRights.format).toBe(format)
    expect(withRights.bytes).toBeGreaterThan(without.bytes + 500)
    const { blob } = await encode({ image: placed }, { ...params, rights }, ctx)
    const header = readHeader(new Uint8Array(await blob.arrayBuffer()))
    expect(header.blocks.map(({ kind }) => kind)).toEqual(['xmp'])
    expect([header.width, header.height, header.transparency]).toEqual([width, height, format !== 'jpeg'])
  },
)

test('the packet is XML to a real parser whatever is typed, and says what was typed', () => {
  const pairs = MARKS.flatMap((one) => MARKS.map((other) => `${one}a${other}${one}`))
  // Every UTF-16 unit there is, also those that are no letter by themselves.
  const units = Array.from({ length: 0x10000 / 512 }, (_, k) => String.fromCharCode(...Array.from({ length: 512 }, (_, i) => k * 512 + i)))
  for (const text of [...pairs, ...units]) {
    const packet = new TextDecoder().decode(xmpOf({ ...rights, creator: text, copyright: `${text}!` }) ?? new Uint8Array())
    const parsed = new DOMParser().parseFromString(packet, 'application/xml')
    expect(parsed.querySelector('parsererror'), JSON.stringify(text)).toBeNull()
    const said = (name: string) => parsed.getElementsByTagNameNS('http://purl.org/dc/elements/1.1/', name)[0]?.textContent ?? ''
    expect([said('creator'), said('rights')]).toEqual([plainText(text), plainText(`${text}!`)])
  }
})
