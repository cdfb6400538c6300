import type { Channel, Rule } from '../channels'
import { even, everywhere, rulesFrom, white } from './rules'

const source = 'amalytix.com, mercatuslab.com, productaura check_marketplace_spec'
const rule = rulesFrom(source, 'C')
const unsure = rulesFrom(source, 'D')

const sizes: readonly Rule[] = [
  rule('side-min', 'fail', 'longest-side', { min: 500 }, 'px', 'The longest side has at least 500 px.'),
  rule('side-zoom', 'warn', 'longest-side', { min: 1000 }, 'px', 'Zoom needs a longest side of 1000 px.'),
  rule('side-advised', 'warn', 'longest-side', { min: 1600 }, 'px', 'A longest side of 1600 px is recommended.'),
  rule('side-max', 'fail', 'longest-side', { max: 10_000 }, 'px', 'The longest side has at most 10,000 px.'),
  rule(
    'format',
    'fail',
    'format',
    { oneOf: ['jpeg', 'png'] },
    '',
    'JPEG is preferred; PNG, TIFF and static GIF are accepted; WebP and HEIC are not.',
  ),
  unsure('bytes', 'fail', 'bytes', { max: 10 }, 'MB', 'A file has at most 10 MB.'),
]

const output = { frame: { width: 2000, height: 2000 }, fill: 0.88, format: 'jpeg', quality: 98, maxBytes: 10_000_000 } as const

export const amazonMain: Channel = {
  id: 'amazon-main',
  title: 'Amazon main',
  output: { ...output, background: [255, 255, 255] },
  rules: [
    ...white(source, 'C'),
    rule('fill', 'fail', 'fill', { min: 85 }, '%', 'The product takes at least 85 % of the frame (its larger extent).'),
    ...sizes,
    ...everywhere,
  ],
  byEye: [
    'No text, logo overlay, watermark, border, props or inset pictures.',
    'Clothes are shown without a mannequin.',
    'Up to 9 pictures a product.',
  ],
}

export const amazonSecondary: Channel = {
  id: 'amazon-secondary',
  title: 'Amazon secondary',
  output: { ...output, background: 'doc' },
  rules: [even, ...sizes, ...everywhere],
  byEye: ['Lifestyle scenes, text and infographics are allowed.', 'Up to 9 pictures a product.'],
}
