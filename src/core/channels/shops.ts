import type { Channel, CustomSize } from '../channels'
import { even, everywhere, rulesFrom } from './rules'

const several = rulesFrom('several secondary sources', 'C')

export const shopify: Channel = {
  id: 'shopify',
  title: 'Shopify',
  output: { frame: { width: 2048, height: 2048 }, fill: 0.88, background: 'doc', format: 'jpeg', quality: 98, maxBytes: 20_000_000 },
  rules: [
    even,
    several('side-zoom', 'warn', 'longest-side', { min: 800 }, 'px', 'Zoom needs 800 px.'),
    several('side-advised', 'warn', 'shortest-side', { min: 2048 }, 'px', '2048 × 2048 px are advised.'),
    several('side-max', 'fail', 'longest-side', { max: 5000 }, 'px', 'A picture has at most 5000 × 5000 px.'),
    several('area', 'warn', 'area-px', { max: 20 }, 'MP', 'Stay under 20 MP.'),
    several('bytes', 'fail', 'bytes', { max: 20 }, 'MB', 'A file has at most 20 MB.'),
    ...everywhere,
  ],
  byEye: [],
}

const official = rulesFrom('support.google.com/merchants/answer/6324350', 'A')
const agreed = rulesFrom('several secondary sources', 'C')

export const googleMerchant: Channel = {
  id: 'google-merchant',
  title: 'Google Merchant',
  output: { frame: { width: 1500, height: 1500 }, fill: 0.88, background: 'doc', format: 'jpeg', quality: 98, maxBytes: 16_000_000 },
  rules: [
    even,
    official(
      'side-min',
      'fail',
      'shortest-side',
      { min: 250 },
      'px',
      'Until 31 January 2027 a picture has at least 100 × 100 px, clothes 250 × 250.',
    ),
    official('side-min-2027', 'warn', 'shortest-side', { min: 500 }, 'px', 'From 31 January 2027 a picture has at least 500 × 500 px.'),
    official('side-advised', 'warn', 'longest-side', { min: 1500 }, 'px', '1500 × 1500 px are recommended.'),
    official('area', 'fail', 'area-px', { max: 64 }, 'MP', 'A picture has at most 64 MP.'),
    official('bytes', 'fail', 'bytes', { max: 16 }, 'MB', 'A file has at most 16 MB.'),
    official(
      'format',
      'fail',
      'format',
      { oneOf: ['jpeg', 'png', 'webp'] },
      '',
      'JPEG, WebP, PNG, GIF, BMP or TIFF; the ending matches the content.',
    ),
    agreed('fill', 'warn', 'fill', { min: 75, max: 90 }, '%', 'The product takes 75 to 90 % of the frame.'),
    ...everywhere,
  ],
  byEye: [
    'No watermark or promotion.',
    'Pictures made by AI carry IPTC DigitalSourceType: a cut-out photo is not one.',
    'Up to 10 more pictures.',
  ],
}

const asked = rulesFrom('this studio', 'own')
const kept = asked('transparent', 'fail', 'transparency', { max: 0 }, '', 'The file keeps the transparency as it was made.')
const png = asked('format', 'fail', 'format', { oneOf: ['png'] }, '', 'Only PNG keeps transparency.')

export const transparent: Channel = {
  id: 'transparent',
  title: 'Transparent PNG',
  output: { frame: 'photo', fill: 0.88, background: null, format: 'png', quality: 100, maxBytes: null },
  rules: [png, even, kept, ...everywhere],
  byEye: [],
}

export const layered: Channel = {
  id: 'layered',
  title: 'Layered file (PSD)',
  output: { frame: 'photo', fill: 0.88, background: 'doc', format: 'psd', quality: 100, maxBytes: null },
  rules: [asked('format', 'fail', 'format', { oneOf: ['psd'] }, '', 'Layers are kept in a Photoshop file.'), even, ...everywhere],
  byEye: [],
}

/** A channel of the user's own size: exactly that size, format, fill and background. */
export function custom({ width, height, format, background, fill }: CustomSize): Channel {
  const colour = background ?? (format === 'jpeg' ? ([255, 255, 255] as const) : null)
  const within = { min: Math.max(0, fill * 100 - 1), max: fill * 100 + 1 }
  return {
    id: 'custom',
    title: 'Custom size',
    output: {
      frame: { width, height },
      fill,
      background: colour && colour !== 'doc' ? [...colour] : colour,
      format,
      quality: 98,
      maxBytes: null,
    },
    rules: [
      even,
      ...(colour ? [] : [kept]),
      asked('width', 'fail', 'width', { min: width, max: width }, 'px', 'The picture has the width that was asked for.'),
      asked('height', 'fail', 'height', { min: height, max: height }, 'px', 'The picture has the height that was asked for.'),
      asked('format', 'fail', 'format', { oneOf: [format] }, '', 'The file has the format that was asked for.'),
      // In a scene its camera says how large the product is.
      ...(colour === 'doc' ? [] : [asked('fill', 'warn', 'fill', within, '%', 'The product fills the frame as asked.')]),
      ...everywhere,
    ],
    byEye: [],
  }
}
