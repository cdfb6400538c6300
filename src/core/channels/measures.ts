import type { ExportFacts, Measure, Rule } from '../channels'

/** One measured thing: its value in the rule's unit (a word for `oneOf` rules) and how to say it. */
interface Reading {
  readonly value: number | string
  readonly says: string
  /** What helps when the value is too low (or wrong) and when it is too high. */
  readonly low: string
  readonly high: string
}

const AGAIN = 'Export this photo again; if it stays, tell us, since it should never happen.'
const LARGER = 'Choose a larger size under Custom size.'
const SMALLER = 'Choose a smaller size under Custom size.'

const number = (value: number, digits = 0) =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: value >= 10_000 })
const off = (count: number, where: string) => (count === 0 ? `Background even ${where}` : `${number(count)} background pixels off ${where}`)
const side = (name: string, value: number): Reading => ({ value, says: `${name} ${number(value)} px`, low: LARGER, high: SMALLER })

/** Rounded up, so that what is just over a limit never reads as being on it. */
const megabytes = (bytes: number) => Math.ceil(bytes / 10_000) / 100

const readings: { readonly [M in Measure]: (facts: ExportFacts) => Reading } = {
  width: ({ width }) => side('Width', width),
  height: ({ height }) => side('Height', height),
  'longest-side': ({ width, height }) => side('Longest side', Math.max(width, height)),
  'shortest-side': ({ width, height }) => side('Shortest side', Math.min(width, height)),
  'area-px': ({ width, height }) => ({
    value: (width * height) / 1e6,
    says: `${number((width * height) / 1e6, 1)} MP`,
    low: LARGER,
    high: SMALLER,
  }),
  aspect: ({ width, height }) => ({
    value: width / height,
    says: `Width to height ${width} : ${height}`,
    low: 'Choose a square size.',
    high: 'Choose a square size.',
  }),
  format: ({ format }) => ({
    value: format,
    says: `Format ${format === 'other' ? 'unknown' : format.toUpperCase()}`,
    low: AGAIN,
    high: AGAIN,
  }),
  bytes: ({ bytes }) => ({
    value: megabytes(bytes),
    says: `${number(megabytes(bytes), 2)} MB`,
    low: AGAIN,
    high: 'Choose a smaller size, or JPEG instead of PNG, under Custom size.',
  }),
  'colour-space': ({ srgb }) => ({
    value: srgb ? 'sRGB' : 'other',
    says: srgb ? 'Colours in sRGB' : 'Colours not in sRGB',
    low: AGAIN,
    high: AGAIN,
  }),
  fill: ({ fill, area }) => ({
    value: fill * 100,
    says: `Fill ${number(fill * 100, 1)} % of the frame’s side, ${number(area * 100, 1)} % of its area`,
    low: 'Raise the fill under Custom size.',
    high: 'Lower the fill under Custom size.',
  }),
  'middle-square': ({ box, width, height }) => {
    const reach = box ? Math.max(...box.map((edge, i) => Math.abs(edge - 0.5) * (i % 2 ? height : width))) : 0
    const value = (200 * reach) / Math.min(width, height)
    const high = 'Lower the fill, so that a square crop keeps the whole product.'
    return { value, says: `Product reaches ${number(value, 1)} % of the middle square`, low: AGAIN, high }
  },
  'background-canvas': ({ background }) => ({
    value: background.canvasOff,
    says: off(background.canvasOff, 'on the canvas'),
    low: AGAIN,
    high: AGAIN,
  }),
  'background-file': ({ background: { fileOffBeyond12, worst } }) => ({
    value: fileOffBeyond12,
    says: off(fileOffBeyond12, `in the file beyond 12 px${worst > 0 && fileOffBeyond12 > 0 ? ` (by up to ${worst} of 255)` : ''}`),
    low: AGAIN,
    high: AGAIN,
  }),
  'background-frame': ({ background }) => ({
    value: background.frameOff,
    says: off(background.frameOff, 'in the outer 2 px'),
    low: AGAIN,
    high: 'Lower the fill, so that the product stays clear of the frame.',
  }),
  transparency: ({ alphaOff }) => ({
    value: alphaOff,
    says: alphaOff === 0 ? 'Transparency kept' : `${number(alphaOff)} pixels with other transparency`,
    low: AGAIN,
    high: AGAIN,
  }),
  enlargement: ({ scale }) => ({
    value: scale,
    says: scale > 1.02 ? `Enlarged ${number(scale, 2)} ×` : `Shown at ${number(scale, 2)} ×`,
    low: AGAIN,
    high: 'Photograph closer or use a larger photo: enlarged pictures look soft when zoomed.',
  }),
  cropped: ({ touchesFrame }) => ({
    value: touchesFrame.length,
    says: touchesFrame.length === 0 ? 'Whole product in the photo' : `The photo’s edge cuts the product (${touchesFrame.join(', ')})`,
    low: AGAIN,
    high: 'Use a photo with some room around the whole product.',
  }),
}

/** What a rule looks at, read from the facts. */
export const read = (of: Measure, facts: ExportFacts): Reading => readings[of](facts)

/** A rule's limits in words, without brackets; empty where the reading says it all. */
export function limitsOf({ of, min, max, oneOf, unit }: Rule): string {
  if (oneOf) return of === 'format' ? oneOf.map((word) => word.toUpperCase()).join(', ') : ''
  if (unit === '' && max === 0) return ''
  if (unit === 'sides') return ''
  const say = (value: number) => `${number(value, Number.isInteger(value) ? 0 : 1)} ${unit}`.trim()
  if (min !== undefined && max !== undefined) return min === max ? say(min) : `${say(min)} to ${say(max)}`
  if (min !== undefined) return `${say(min)} at least`
  return max === undefined ? '' : `${say(max)} at most`
}
