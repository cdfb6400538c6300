import type { Channel } from '../channels'
import { even, everywhere, rulesFrom, white } from './rules'

const policy = rulesFrom('ebay.com picture policy, id 4370; developer.ebay.com KB 1489', 'A')
const counted = rulesFrom('ebay.com picture policy, id 4370', 'D')

export const ebay: Channel = {
  id: 'ebay',
  title: 'eBay',
  output: { frame: { width: 1600, height: 1600 }, fill: 0.88, background: 'doc', format: 'jpeg', quality: 98, maxBytes: 12_000_000 },
  rules: [
    even,
    policy('side-min', 'fail', 'longest-side', { min: 500 }, 'px', 'The longest side has at least 500 px.'),
    policy('side-warned', 'warn', 'longest-side', { min: 1000 }, 'px', 'Under 1000 px eBay’s interface warns (21916790).'),
    policy('side-advised', 'warn', 'longest-side', { min: 1600 }, 'px', 'A longest side of 1600 px is recommended.'),
    counted('bytes', 'fail', 'bytes', { max: 12 }, 'MB', 'A file has at most 12 MB.'),
    ...everywhere,
  ],
  byEye: [
    'No border, text, artwork or watermark of any kind.',
    'JPEG quality is 90 or more (21916791): this studio never goes lower.',
    'Up to 24 pictures.',
  ],
}

const walmartSource = 'marketplacelearn.walmart.com image guidelines'
const guideline = rulesFrom(walmartSource, 'A')

export const walmart: Channel = {
  id: 'walmart',
  title: 'Walmart',
  output: {
    frame: { width: 2200, height: 2200 },
    fill: 0.88,
    background: [255, 255, 255],
    format: 'jpeg',
    quality: 98,
    maxBytes: 5_000_000,
  },
  rules: [
    ...white(walmartSource, 'A'),
    guideline('side-zoom', 'fail', 'shortest-side', { min: 1500 }, 'px', 'Zoom needs 1500 px.'),
    guideline('side-advised', 'warn', 'shortest-side', { min: 2200 }, 'px', '2200 × 2200 px are asked for.'),
    guideline('aspect', 'fail', 'aspect', { min: 1, max: 1 }, '', 'The picture is square.'),
    guideline('format', 'fail', 'format', { oneOf: ['jpeg', 'png'] }, '', 'JPEG, PNG or BMP, not GIF; RGB, 8 bits.'),
    guideline('bytes', 'fail', 'bytes', { max: 5 }, 'MB', 'A file has at most 5 MB.'),
    ...everywhere,
  ],
  byEye: ['At least 4 pictures a product.', 'A GTIN-14 in the file’s name is advised: use it as the SKU.'],
}

const tiktok = rulesFrom('one secondary source', 'D')

export const tiktokShop: Channel = {
  id: 'tiktok-shop',
  title: 'TikTok Shop',
  output: {
    frame: { width: 1600, height: 1600 },
    fill: 0.88,
    background: [255, 255, 255],
    format: 'jpeg',
    quality: 98,
    maxBytes: 5_000_000,
  },
  rules: [
    ...white('one secondary source', 'D'),
    tiktok('side-min', 'fail', 'shortest-side', { min: 600 }, 'px', 'Each side has at least 600 px.'),
    tiktok('aspect', 'fail', 'aspect', { min: 1, max: 1 }, '', 'The picture is square.'),
    tiktok('format', 'fail', 'format', { oneOf: ['jpeg', 'png'] }, '', 'JPEG or PNG.'),
    tiktok('bytes', 'fail', 'bytes', { max: 5 }, 'MB', 'A file has at most 5 MB.'),
    ...everywhere,
  ],
  byEye: ['No text, logo or watermark.', 'Up to 9 pictures.'],
}

const policyOnly = rulesFrom('etsy.com/legal listing image requirements', 'A')
const etsySize = rulesFrom('one secondary source', 'D')

export const etsy: Channel = {
  id: 'etsy',
  title: 'Etsy',
  output: { frame: { width: 2000, height: 2000 }, fill: 0.88, background: 'doc', format: 'jpeg', quality: 98, maxBytes: 10_000_000 },
  rules: [
    even,
    etsySize('side-first', 'fail', 'shortest-side', { min: 635 }, 'px', 'The first photo has at least 635 px on its shortest side.'),
    etsySize('side-advised', 'warn', 'shortest-side', { min: 2000 }, 'px', 'A shortest side of 2000 px is advised.'),
    etsySize('square', 'warn', 'middle-square', { max: 100 }, '%', 'Lists crop pictures: the product stays within the middle square.'),
    policyOnly('format', 'fail', 'format', { oneOf: ['jpeg', 'png'] }, '', 'JPEG, PNG or GIF.'),
    etsySize('bytes', 'fail', 'bytes', { max: 10 }, 'MB', 'A file has at most 10 MB.'),
    ...everywhere,
  ],
  byEye: [
    'Photos of the item itself, no renderings or stock pictures; mock-ups for digital items only.',
    'Personalised goods show a finished item first.',
  ],
}
