import { describe, expect, it } from 'vitest'
import { goalsOf, type Row } from '../bench/cutout/goals'
import { report } from '../bench/cutout/report'
import type { Runner } from '../bench/cutout/wish'

const row = (runner: Runner, picture: string, gradient: number, iou = 0.98, confidence: number | null = null): Row => ({
  runner,
  picture,
  composite: picture.startsWith('comp'),
  measures: {
    sad: gradient,
    mse: gradient / 100,
    gradient,
    iou,
    boundaryF: iou,
    edge: 0.1,
    holes: { area: 100, open: 90 },
    colour: { median: gradient, mean: gradient },
  },
  rough: null,
  solid: { solid: 1000, changed: 0 },
  confidence,
  look: [],
  failed: null,
  others: {},
})
const met = (rows: readonly Row[]) => new Map(goalsOf('fine', rows, undefined).map((goal) => [goal.what, goal.met]))

describe('goals', () => {
  it('stand beside the baseline’s best model, picture by picture the same ones', () => {
    const theirs = [row('imgly fp16', 'comp-a', 2, 0.9), row('imgly fp16', 'am-b', 4, 0.9)]
    const half = met([row('fine', 'comp-a', 1), row('fine', 'am-b', 2), ...theirs])
    for (const what of ['SAD, thousands of px', 'SAD, product composites', 'gradient error', 'IoU', 'edge colour against theirs'])
      expect(half.get(what), what).toBe(true)
    expect(half.get('true hole area that is open')).toBe(false)
    const most = met([row('fine', 'comp-a', 1.9, 0.8), row('fine', 'am-b', 1.8, 0.99), ...theirs])
    expect(most.get('SAD, thousands of px')).toBe(true)
    for (const what of ['SAD, product composites', 'IoU', 'gradient error', 'edge colour against theirs'])
      expect(most.get(what), what).toBe(false)
  })

  it('a changed pixel under full alpha is one too many', () => {
    const spoiled = { ...row('fine', 'comp-a', 1), solid: { solid: 1000, changed: 1 } }
    expect(met([spoiled, row('imgly fp16', 'comp-a', 2)]).get('solid pixels that are not the photo’s')).toBe(false)
  })

  it('the confidence has to tell the cutouts that need a fix from the others', () => {
    const of = (...list: [number, number | null][]) =>
      met(list.map(([iou, confidence], i) => row('fine', `am-${i}`, 1, iou, confidence))).get('confidence: area under the curve')
    expect(of([0.99, 0.9], [0.98, 0.8], [0.7, 0.3], [0.5, 0.1])).toBe(true)
    expect(of([0.99, 0.1], [0.98, 0.8], [0.7, 0.3], [0.5, 0.9])).toBe(false)
    expect(of([0.99, null], [0.5, null])).toBeNull()
    expect(of([0.99, 0.9], [0.98, 0.8])).toBeNull()
  })
})

it('a subject that was missed opens no holes', () => {
  const of = (iou: number, open: number) => {
    const all = row('fine', 'comp-a', 1, iou)
    return all.measures ? { ...all, measures: { ...all.measures, holes: { area: 100, open } } } : all
  }
  const what = 'true hole area that is open'
  expect(met([of(0.9, 96)]).get(what)).toBe(true)
  expect(met([of(0.9, 80), of(0.2, 100), of(0.2, 100), of(0.2, 100), of(0.2, 100)]).get(what)).toBe(false)
})

it('a report names each picture, and says what is not met', () => {
  const rows = [row('fine', 'comp-a', 1.9), row('imgly fp16', 'comp-a', 2)]
  const text = report(rows, goalsOf('fine', rows, undefined), null)
  expect(text).toContain('comp-a')
  expect(text).toMatch(/SAD, product composites +fine .*NOT met/)
  expect(text).toMatch(/SAD, thousands of px +fine .* met/)
})
