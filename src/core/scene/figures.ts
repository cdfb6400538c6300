import { clamp } from './numbers'
import type { Wish } from './wish'

/** What a figure in a text sets. */
export interface Figure {
  readonly sets: Wish
  readonly what: string
  /** Characters that it takes up. */
  readonly length: number
}

type Reads = (found: readonly (string | undefined)[]) => Omit<Figure, 'length'> | null

const number = (text: string | undefined) => Number((text ?? '').replace(',', '.'))
const en = (value: number, digits = 1) => value.toLocaleString('en', { maximumFractionDigits: digits })

const AMOUNTS: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, half: 0.5, third: 1 / 3, thirds: 1 / 3, quarter: 0.25 }

/** Stops as they are said: 2, 1.5, 1/3, half a, two thirds of a, one and a half. */
function amount(text: string): number {
  const [above, below] = text.split('/')
  if (below) return Math.abs(number(above)) / Number(below)
  if (/\d/.test(text)) return Math.abs(number(text))
  const said = text.split(' ').filter((word) => word in AMOUNTS && word !== 'a' && word !== 'an')
  const values = said.map((word) => AMOUNTS[word] as number)
  if (text.includes(' and ')) return values.reduce((sum, value) => sum + value, 0)
  return values.length > 0 ? values.reduce((product, value) => product * value, 1) : 1
}

const AMOUNT = String.raw`([+-]?\d+(?:[.,]\d+)?(?:/\d+)?|(?:one|two|three|half|third|quarter|an?)(?: (?:and|half|thirds?|quarter|of|an?))*)`

function exposed(text: string | undefined, down: boolean): Omit<Figure, 'length'> | null {
  const stops = amount(text ?? '')
  if (!Number.isFinite(stops)) return null
  const exposure = clamp(down ? -stops : stops, -6, 6)
  const many = `${en(Math.abs(exposure))} ${Math.abs(exposure) > 1 ? 'stops' : 'stop'}`
  return {
    sets: { camera: { exposure } },
    what: exposure === 0 ? 'Normal exposure.' : `Exposes ${many} ${exposure < 0 ? 'less' : 'more'}.`,
  }
}

const isDown = (word: string | undefined) => /^(darker|dimmer|less|under|down|lower)/.test(word ?? '')

const HOURS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

const DIRECTIONS: Record<string, (degrees: number) => Omit<Figure, 'length'>> = {
  left: (n) => ({ sets: { key: { azimuth: -clamp(n, 0, 180) } }, what: `The key light at ${en(n)}° on the left.` }),
  right: (n) => ({ sets: { key: { azimuth: clamp(n, 0, 180) } }, what: `The key light at ${en(n)}° on the right.` }),
  high: (n) => ({ sets: { key: { elevation: clamp(n, -30, 90) } }, what: `The key light ${en(n)}° high.` }),
  down: (n) => ({ sets: { camera: { tilt: clamp(n, -20, 90) } }, what: `The camera looks down ${en(n)}°.` }),
}
const HIGH = new Set(['high', 'above', 'up', 'elevation'])

const FIGURES: readonly (readonly [pattern: RegExp, reads: Reads])[] = [
  [
    /(\d{1,3}(?:[.,]\d+)?) ?-?(?:mm|millimet(?:er|re)s?)(?: lens)?(?![a-z])/y,
    ([, mm]) => ({ sets: { camera: { focal: clamp(number(mm), 14, 400) } }, what: `A lens of ${en(clamp(number(mm), 14, 400), 0)} mm.` }),
  ],
  [
    /f ?\/? ?(\d{1,2}(?:[.,]\d+)?)(?![\d.]*\d)/y,
    ([, f]) => ({ sets: { camera: { fNumber: clamp(number(f), 1, 64) } }, what: `The lens at f/${en(clamp(number(f), 1, 64))}.` }),
  ],
  [
    /(?:(wb|white balance|balanced to|balance) ?(?:at|to|of|for)? ?)?(\d{1,2}[,.]?\d{3}) ?(?:k|kelvin|°k)(?![a-z])/y,
    ([, balance, text]) => {
      const kelvin = clamp(Number((text ?? '').replace(/[,.]/, '')), 1500, 15_000)
      const said = `${en(kelvin, 0)} K`
      return balance
        ? { sets: { camera: { kelvin } }, what: `White balance at ${said}.` }
        : { sets: { key: { kelvin } }, what: `A key light of ${said}.` }
    },
  ],
  [
    /(\d{1,2}) ?(?::|x|×) ?(\d{1,2})(?!\d)(?: crop| format| frame)?/y,
    ([, across, down]) => {
      const aspect = Number(across) / Number(down)
      return aspect >= 0.2 && aspect <= 5 ? { sets: { aspect }, what: `A frame of ${Number(across)}:${Number(down)}.` } : null
    },
  ],
  [
    new RegExp(`(brighter|lighter|darker|dimmer|over(?:expose)?|under(?:expose)?) by ${AMOUNT} ?(?:stops?|ev)(?![a-z])`, 'y'),
    ([, way, text]) => exposed(text, isDown(way)),
  ],
  [
    new RegExp(`${AMOUNT} ?(?:stops?|ev)(?![a-z])(?: (brighter|lighter|darker|dimmer|more|less|over|under|up|down)(?![a-z]))?`, 'y'),
    ([, text, way]) => exposed(text, isDown(way) || (text ?? '').startsWith('-')),
  ],
  [/(?:exposure|ev) ?([+-]?\d(?:[.,]\d+)?)(?![\d.]*\d)/y, ([, text]) => exposed(text, (text ?? '').startsWith('-'))],
  [
    new RegExp(`(\\d{1,2}|${HOURS.join('|')}) ?o ?['’]? ?clock(?![a-z])`, 'y'),
    ([, text]) => {
      const hour = HOURS.indexOf(text ?? '') + 1 || Number(text)
      if (hour < 1 || hour > 12) return null
      // The product in the middle of the dial, the camera at six.
      const azimuth = hour === 12 ? 180 : (6 - hour) * 30
      return { sets: { key: { azimuth } }, what: `The key light at ${hour} o’clock; the camera is at 6.` }
    },
  ],
  [
    /(\d{1,3}(?:[.,]\d+)?) ?(?:°|deg(?:rees?)?)(?: ?(?:from|to|on))?(?: the)? ?(left|right|high|above|up|elevation|down|tilt)(?![a-z])/y,
    ([, n, way]) => DIRECTIONS[way === 'tilt' ? 'down' : HIGH.has(way ?? '') ? 'high' : (way ?? '')]?.(number(n)) ?? null,
  ],
]

/** The figure that begins at a place of a lowered text, if any does. */
export function figureAt(text: string, place: number): Figure | null {
  for (const [pattern, reads] of FIGURES) {
    pattern.lastIndex = place
    const found = pattern.exec(text)
    const read = found && reads(found)
    if (read) return { ...read, length: found[0].length }
  }
  return null
}
