import { expect, it } from 'vitest'
import { ChannelId } from '../../core/channels'
import { exampleOf, offers, rulesOf, tokens } from './offers'
import { customFault, START, wishOf } from './wish'

it('offers every channel there is, once', () => {
  expect(offers.map(({ id }) => id).sort()).toEqual([...ChannelId.options].sort())
  expect(offers.map(({ title }) => title)).toEqual([
    'Amazon main',
    'Amazon secondary',
    'Etsy',
    'eBay',
    'Shopify',
    'Walmart',
    'Google Merchant',
    'TikTok Shop',
    'Transparent PNG',
    'Layered file (PSD)',
    'Custom size',
  ])
  expect(offers.find(({ id }) => id === 'amazon-main')?.line).toBe('2000 × 2000 JPEG, white')
  for (const { id } of offers)
    for (const rule of rulesOf(id, START.custom).rules) expect(rule.source.length * rule.date.length, rule.id).toBeGreaterThan(0)
})

it('gives an example that changes with every token', () => {
  const names = tokens.map(({ token }) => exampleOf({ ...START, pattern: token }, { name: 'Autumn' }, [], new Date('2026-11-23T12:00:00Z')))
  expect(names).toEqual(['IMG_4021.jpg', 'IMG_4021.jpg', 'amazon-main.jpg', '1.jpg', 'Autumn.jpg', '2026-11-23.jpg'])
})

const photo = (id: string, at: 'done' | 'waiting') => ({ id, state: { at } }) as Parameters<typeof wishOf>[1][number]

it('wishes only for photos that are done, and for nothing while a custom size is half typed', () => {
  const photos = [photo('a', 'done'), photo('b', 'waiting')]
  expect(wishOf(START, photos)).toBeNull()
  const said = { creator: '', copyright: '', mining: 'DMI-PROHIBITED-AIMLTRAINING', story: false }
  expect(wishOf({ ...START, channels: ['etsy'] }, photos)).toMatchObject({ photos: ['a'], channels: ['etsy'], custom: null, rights: said })
  expect(wishOf({ ...START, channels: ['etsy'], rights: false }, photos)).toMatchObject({ rights: null })
  const half = { ...START.custom, width: Number.NaN }
  expect(customFault(half)).toMatch(/whole numbers from 16/)
  expect(wishOf({ ...START, channels: ['custom'], custom: half }, photos)).toBeNull()
  expect(wishOf({ ...START, channels: ['etsy'], custom: half }, photos)).not.toBeNull()
  expect(customFault({ ...START.custom, fill: 0 })).toMatch(/10 to 100 %/)
})
