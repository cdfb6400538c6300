import type { Look } from '../../../src/core/project'
import { mean } from '../photos'
import type { Cost, Memory } from './cost'
import type { Measures } from './measure'
import { areaUnderCurve } from './metrics'

export type Choice = 'best' | 'fine' | 'fast'
export type Rival = 'imgly fp16' | 'imgly quint8'
export type Runner = Choice | Rival
export const isChoice = (runner: Runner): runner is Choice => !runner.startsWith('imgly')

/** What one runner made of one picture. */
export interface Row {
  readonly runner: Runner
  readonly picture: string
  readonly composite: boolean
  /** Null for pictures without a true alpha. */
  readonly measures: Measures | null
  /** IoU with a mask drawn by hand, 6 px along its outline aside; null for other pictures. */
  readonly rough: number | null
  /** Opaque pixels, and how many of them are not the photo's. */
  readonly solid: { readonly solid: number; readonly changed: number }
  readonly confidence: number | null
  readonly look: readonly Look[]
  readonly failed: string | null
  /** Thousands of px that it differs by from each other program's matte. */
  readonly others: Readonly<Record<string, number>>
}

/** A cutout needs a fix below this. */
const GOOD = 0.95

/** A runner's rows in one line: means over the pictures with a true alpha; holes over all their pixels. */
export function summary(rows: readonly Row[]) {
  const measured = rows.flatMap(({ measures }) => measures ?? [])
  const of = (value: (m: Measures) => number | null | undefined) => {
    const values = measured.flatMap((m) => value(m) ?? [])
    return values.length === 0 ? null : mean(values)
  }
  const sum = (value: (m: Measures) => number) => measured.reduce((total, m) => total + value(m), 0)
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
    holes: sum((m) => m.holes.area) === 0 ? null : sum((m) => m.holes.open) / sum((m) => m.holes.area),
    holeArea: sum((m) => m.holes.area),
    changed: rows.reduce((total, { solid }) => total + solid.changed, 0),
    solid: rows.reduce((total, { solid }) => total + solid.solid, 0),
  }
}

/** How well the confidence tells the cutouts that need a fix; `area` is null where it cannot be said. */
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

const shown = (value: number | null, digits = 3) => (value === null ? '–' : value.toFixed(digits))

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
    ratio('MSE', mine.mse, theirs.mse, 1),
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

const columns = (row: Row) => {
  const { measures: m } = row
  return {
    runner: row.runner,
    'SAD k': shown(m?.sad ?? null, 2),
    'MSE k': shown(m ? m.mse * 1000 : null, 2),
    gradient: shown(m?.gradient ?? null),
    F: shown(m?.boundaryF ?? null),
    IoU: shown(m?.iou ?? row.rough, 4),
    'edge MAE': shown(m?.edge ?? null),
    holes: m && m.holes.area > 0 ? `${((100 * m.holes.open) / m.holes.area).toFixed(0)}% of ${m.holes.area}` : '',
    ΔE00: m?.colour ? `${m.colour.median.toFixed(2)} (${m.colour.mean.toFixed(2)})` : '',
    changed: row.solid.changed,
    confidence: shown(row.confidence, 2),
    note: [...row.look, row.failed ?? ''].filter(Boolean).join(', '),
  }
}

/** Columns under each other, for a terminal and for a file alike. */
function table(rows: readonly Readonly<Record<string, string | number>>[]): string {
  const heads = Object.keys(rows[0] ?? {})
  const lines = [heads, ...rows.map((row) => heads.map((head) => String(row[head] ?? '')))]
  const widths = heads.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const meansOf = (runners: readonly Runner[], rows: readonly Row[]) =>
  table(
    runners.map((runner) => {
      const [all, near] = [false, true].map((only) => summary(rows.filter((row) => row.runner === runner && (row.composite || !only))))
      const both = (of: (s: ReturnType<typeof summary>) => number | null, digits = 3) =>
        [all, near].map((s) => shown(s ? of(s) : null, digits)).join(' | ')
      return {
        [`mean of ${all?.pictures} | ${near?.pictures} composites`]: runner,
        'SAD k': both((s) => s.sad, 2),
        'MSE k': both((s) => s.mse && s.mse * 1000, 2),
        gradient: both((s) => s.gradient),
        F: both((s) => s.boundaryF),
        IoU: both((s) => s.iou, 4),
        'edge MAE': both((s) => s.edge),
        'holes open': both((s) => s.holes),
        'ΔE00 median': both((s) => s.colour, 2),
        'ΔE00 mean': both((s) => s.colourMean, 2),
        'solid changed': `${all?.changed} of ${all?.solid}`,
      }
    }),
  )

/** Everything that was measured, as text. */
export function report(rows: readonly Row[], goals: readonly Goal[], cost: { costs: readonly Cost[]; memory: Memory } | null): string {
  const runners = [...new Set(rows.map(({ runner }) => runner))]
  const names = [...new Set(rows.map(({ picture }) => picture))]
  const pieces = names.map((name) => `${name}\n${table(rows.filter(({ picture }) => picture === name).map(columns))}`)
  const others = rows.filter((row) => Object.keys(row.others).length > 0)
  if (others.length > 0) {
    const text = others.map(({ picture, runner, others: of }) => ({
      'no truth: SAD k against other programs': `${picture}, ${runner}`,
      ...{
        programs: Object.entries(of)
          .map(([other, sad]) => `${other} ${sad.toFixed(1)}`)
          .join(', '),
      },
    }))
    pieces.push(table(text))
  }
  pieces.push(meansOf(runners, rows))
  if (cost) {
    const mb = (bytes: number | null) => (bytes === null ? 'unknown' : `${Math.round(bytes / 1e6)} MB`)
    pieces.push(
      table(
        cost.costs.map(({ choice, network, after, ms }) => ({
          '12 megapixels': choice,
          network: `${(network / 1000).toFixed(2)} s`,
          'refine + place': `${(after / 1000).toFixed(2)} s`,
          all: Object.entries(ms)
            .map(([op, t]) => `${op} ${(t / 1000).toFixed(2)}`)
            .join(', '),
        })),
      ),
      `memory of the page's process, the network not in it: ${mb(cost.memory.before)} before, ${mb(cost.memory.peak)} at its peak`,
    )
  }
  if (goals.length > 0) pieces.push(table(goals.map((goal) => ({ ...goal, met: goal.met === null ? '?' : goal.met ? 'met' : 'NOT met' }))))
  return `${pieces.join('\n\n')}\n`
}
