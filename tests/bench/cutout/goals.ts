import type { Look } from '../../../src/core/project'
import { mean } from '../photos'
import type { Cost } from './cost'
import type { Measures, Rough } from './measure'
import { areaUnderCurve } from './metrics'
import type { Choice, Runner } from './wish'

/** What one runner made of one picture. */
export interface Row {
  readonly runner: Runner
  readonly picture: string
  readonly composite: boolean
  /** Null for pictures without a true alpha. */
  readonly measures: Measures | null
  /** For pictures with a mask drawn by hand. */
  readonly rough: Rough | null
  /** Opaque pixels, and how many of them are not the photo's. */
  readonly solid: { readonly solid: number; readonly changed: number }
  readonly confidence: number | null
  readonly look: readonly Look[]
  readonly failed: string | null
  /** Thousands of px that it differs by from each other program's matte. */
  readonly others: Readonly<Record<string, number>>
}

/** A cutout needs a fix below this IoU. */
const GOOD = 0.95
/** Below this IoU the subject was missed, so that its holes are open for nothing. */
const FOUND = 0.5

/** A runner's rows in one line: means over the pictures with a true alpha; holes over all pixels, hand-drawn masks included. */
export function summary(rows: readonly Row[]) {
  const measured = rows.flatMap(({ measures }) => measures ?? [])
  const of = (value: (m: Measures) => number | null | undefined) => {
    const values = measured.flatMap((m) => value(m) ?? [])
    return values.length === 0 ? null : mean(values)
  }
  const found = rows.flatMap(({ measures, rough }) => measures ?? rough ?? []).filter(({ iou }) => iou >= FOUND)
  const holes = found.map((one) => one.holes)
  const [area, open] = [holes.reduce((sum, one) => sum + one.area, 0), holes.reduce((sum, one) => sum + one.open, 0)]
  return {
    pictures: measured.length,
    sad: of((m) => m.sad),
    mse: of((m) => m.mse),
    gradient: of((m) => m.gradient),
    boundaryF: of((m) => m.boundaryF),
    iou: of((m) => m.iou),
    edge: of((m) => m.edge),
    colour: of((m) => m.colour?.median),
    colourMean: of((m) => m.colour?.mean),
    holes: area === 0 ? null : open / area,
    holeArea: area,
    changed: rows.reduce((total, { solid }) => total + solid.changed, 0),
    solid: rows.reduce((total, { solid }) => total + solid.solid, 0),
  }
}

/** How well the confidence tells the cutouts that need a fix (hand-drawn masks are off by more than what is asked); `area` is null where it cannot be said. */
export function confidenceTest(rows: readonly Row[]) {
  const cases = rows.flatMap(({ confidence, measures }) =>
    confidence === null || !measures ? [] : [{ score: -confidence, positive: measures.iou < GOOD }],
  )
  return { area: areaUnderCurve(cases), cases: cases.length, needing: cases.filter(({ positive }) => positive).length }
}

export interface Goal {
  readonly what: string
  readonly choice: Choice
  readonly ours: string
  readonly goal: string
  readonly met: boolean | null
}

/** A figure for a table; null is a dash. */
export const shown = (value: number | null, digits = 3) => (value === null ? '–' : value.toFixed(digits))

/** The goals of a choice, each beside the baseline's best model. */
export function goalsOf(choice: Choice, rows: readonly Row[], cost: Cost | undefined): Goal[] {
  const by = (runner: Runner) => rows.filter((row) => row.runner === runner)
  const [mine, theirs] = [summary(by(choice)), summary(by('imgly fp16'))]
  const [near, far] = [by(choice), by('imgly fp16')].map((all) => summary(all.filter(({ composite }) => composite)))
  const goal = (what: string, ours: string, text: string, met: boolean | null): Goal => ({ what, choice, ours, goal: text, met })
  const ratio = (what: string, one: number | null, two: number | null, most: number) => {
    const found = one === null || !two ? null : one / two
    return goal(what, `${shown(one)} = ${shown(found)} of theirs`, `at most ${most} x ${shown(two)}`, found === null ? null : found <= most)
  }
  const more = (what: string, one: number | null, two: number | null) =>
    goal(what, shown(one), `more than ${shown(two)}`, one === null || two === null ? null : one > two)
  const test = confidenceTest(by(choice))
  return [
    ratio('SAD, thousands of px', mine.sad, theirs.sad, 1),
    ratio('SAD, product composites', near?.sad ?? null, far?.sad ?? null, 0.5),
    ratio('MSE, thousandths', mine.mse && mine.mse * 1000, theirs.mse && theirs.mse * 1000, 1),
    ratio('gradient error', mine.gradient, theirs.gradient, 0.6),
    more('boundary F, 3 px', mine.boundaryF, theirs.boundaryF),
    more('IoU', mine.iou, theirs.iou),
    goal('edge colour, median ΔE00', shown(mine.colour, 2), 'at most 2', mine.colour === null ? null : mine.colour <= 2),
    ratio('edge colour against theirs', mine.colour, theirs.colour, 0.5),
    goal('solid pixels that are not the photo’s', `${mine.changed} of ${mine.solid}`, '0', mine.changed === 0),
    goal(
      'true hole area that is open',
      `${shown(mine.holes)} of ${mine.holeArea} px`,
      'at least 0.95',
      mine.holes === null ? null : mine.holes >= 0.95,
    ),
    goal(
      'confidence: area under the curve',
      `${shown(test.area)}, ${test.cases} pictures, ${test.needing} need a fix`,
      'at least 0.85',
      test.area === null ? null : test.area >= 0.85,
    ),
    ...(cost
      ? [
          goal(
            '12 megapixels: after the network',
            `${(cost.after / 1000).toFixed(2)} s = ${shown(cost.after / cost.network)} of the network`,
            'at most 1',
            cost.after <= cost.network,
          ),
        ]
      : []),
  ]
}
