import type { Rule } from '../channels'

const DATE = '2026-11'

/** A rule, dated: `rule(source, certainty)` gives the writer of one channel's rules. */
export const rulesFrom =
  (source: string, certainty: Rule['certainty']) =>
  (
    id: string,
    severity: Rule['severity'],
    of: Rule['of'],
    limits: Pick<Rule, 'min' | 'max' | 'oneOf'>,
    unit: Rule['unit'],
    text: string,
  ): Rule => ({
    id,
    of,
    ...limits,
    unit,
    severity,
    text,
    source,
    date: DATE,
    certainty,
  })

const own = rulesFrom('this studio', 'own')

const zero = { max: 0 }

/** What holds for every channel: right colours, and a warning when the photo itself is not enough. */
export const everywhere: readonly Rule[] = [
  own('srgb', 'fail', 'colour-space', { oneOf: ['sRGB'] }, '', 'The file’s colours are sRGB, which every shop assumes.'),
  own('enlarged', 'warn', 'enlargement', { max: 1 }, '×', 'The product was not enlarged beyond the photo’s own pixels.'),
  own('cropped', 'warn', 'cropped', zero, 'sides', 'The photo shows the whole product.'),
]

/** The background is the colour that was asked for, in every pixel of the canvas. */
export const even = own('even', 'fail', 'background-canvas', zero, '', 'Every background pixel of the canvas has the chosen colour.')

/**
 * White, as far as a JPEG can hold it: coding blurs an edge into its own 8 x 8 px block, so that up to 12 px from the
 * product a background pixel may come out as 254 (measured: 9.1 px at 4:4:4 and quality 95).
 */
export function white(source: string, certainty: Rule['certainty']): Rule[] {
  const rule = rulesFrom(source, certainty)
  return [
    rule(
      'white-canvas',
      'fail',
      'background-canvas',
      zero,
      '',
      'The background is pure white (255, 255, 255): every background pixel of the canvas.',
    ),
    rule(
      'white-file',
      'fail',
      'background-file',
      zero,
      '',
      'The background is pure white: every pixel of the file more than 12 px from the product.',
    ),
    rule('white-frame', 'fail', 'background-frame', zero, '', 'The background is pure white: the outer 2 px of the file.'),
  ]
}
