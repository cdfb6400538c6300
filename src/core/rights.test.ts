import fc from 'fast-check'
import { expect, it } from 'vitest'
import { channelOf, channels } from './channels/list'
import { digitalSourceOf, LONGEST_TEXT, plainText, type RightsWish, rightsOf } from './rights'

const wish: RightsWish = { creator: '', copyright: '', mining: 'DMI-PROHIBITED-AIMLTRAINING', story: false }
const original = { creator: 'Ann', copyright: '© Ann', description: 'In Ann’s kitchen', taken: '2026-11-23' }

it('calls only a photo whose background became transparent in its own frame the same picture', () => {
  const enhanced = channels.filter(({ output }) => digitalSourceOf(output, false) === 'algorithmicallyEnhanced')
  expect(enhanced.map(({ id }) => id)).toEqual(['transparent'])
  const size = { width: 800, height: 800, fill: 0.9 }
  expect(digitalSourceOf(channelOf('custom', { ...size, format: 'png', background: null }).output, false)).toBe('compositeCapture')
  expect(digitalSourceOf({ frame: 'photo', background: [255, 255, 255], format: 'png' }, false)).toBe('compositeCapture')
  expect(digitalSourceOf({ frame: 'photo', background: 'doc', format: 'png' }, false)).toBe('compositeCapture')
  expect(digitalSourceOf({ frame: 'photo', background: null, format: 'jpeg' }, false)).toBe('compositeCapture')
})

it('claims of no rendered set that it was captured', () => {
  for (const { output } of channels) expect(digitalSourceOf(output, true)).toBe('composite')
})

it('puts the user’s words before the original’s own, and tells its story only when asked to', () => {
  const mining = wish.mining
  expect(rightsOf(wish, original)).toEqual({ creator: 'Ann', copyright: '© Ann', description: '', taken: '', mining })
  expect(rightsOf({ ...wish, creator: ' Bo ', copyright: '\u0000' }, original)).toMatchObject({ creator: 'Bo', copyright: '© Ann' })
  expect(rightsOf({ ...wish, story: true }, original)).toMatchObject({ description: 'In Ann’s kitchen', taken: '2026-11-23' })
  expect(rightsOf({ ...wish, story: true }, null)).toEqual({ creator: '', copyright: '', description: '', taken: '', mining })
})

it('leaves of a text what can be written, and leaves that alone', () => {
  expect(plainText(' a\u0000b\u0085c\r\nd\re\tf\uD83Dg\uFFFF ')).toBe('abc\nd\ne\tfg')
  expect(plainText('👩‍🔧 Ünal 花瓶 "]]>"')).toBe('👩‍🔧 Ünal 花瓶 "]]>"')
  expect(plainText(`${'a'.repeat(LONGEST_TEXT - 1)}👩`)).toBe('a'.repeat(LONGEST_TEXT - 1))
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1500 }), (text) => {
      const plain = plainText(text)
      expect(plainText(plain)).toBe(plain)
      expect(plain).not.toMatch(/\p{Cs}/u)
      expect(plain.length).toBeLessThanOrEqual(LONGEST_TEXT)
    }),
  )
})
