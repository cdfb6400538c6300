// How many strokes a wrong cutout takes: a simulated seller draws through the largest error, again and again.
import type { ImageValue, MaskValue, RunContext } from '../../../src/core/recipe'
import type { Repair } from '../../../src/core/repair'
import { run } from '../../../src/ops/mend/run'
import { iou } from './metrics'
import { strokeFor } from './seller'

export interface StrokeCase {
  readonly name: string
  readonly photo: ImageValue
  /** The cutout to begin with, in the photo's size: the alpha of what the app shows. */
  readonly start: MaskValue
  readonly truth: MaskValue
}

export interface StrokeRow {
  readonly name: string
  readonly to: readonly ('keep' | 'remove')[]
  /** IoU with the truth before the first stroke and after each. */
  readonly iou: readonly number[]
  /** What the strokes took, in milliseconds each, the photo decoded and the matte refined. */
  readonly ms: readonly number[]
}

/** What a repair by strokes shall reach, and with how many. */
const GOAL = 0.97
const MOST = 3
const HARDEST = 5

const ctx = { signal: new AbortController().signal, alive() {} } as unknown as RunContext

/** Repairs one cutout with strokes until it is good enough, or three are drawn. */
async function repaired({ name, photo, start, truth }: StrokeCase): Promise<StrokeRow> {
  const row = { name, to: [] as ('keep' | 'remove')[], iou: [iou(start, truth)], ms: [] as number[] }
  let mask = start
  while (row.ms.length < MOST && (row.iou.at(-1) as number) < GOAL) {
    const repair: (Repair & { act: 'select' }) | null = strokeFor(mask, truth)
    if (!repair) break
    const begun = performance.now()
    mask = await run({ image: photo, mask }, { repair }, ctx)
    row.ms.push(performance.now() - begun)
    row.to.push(repair.to)
    row.iou.push(iou(mask, truth))
  }
  return row
}

/** Repairs every cutout that is under the goal; prints a table, the worst first, and whether the five hardest reached it. */
export async function strokes(cases: readonly StrokeCase[]): Promise<StrokeRow[]> {
  const rows: StrokeRow[] = []
  for (const one of cases) rows.push(await repaired(one))
  rows.sort((a, b) => (a.iou[0] as number) - (b.iou[0] as number))
  const hardest = rows.slice(0, HARDEST)
  console.log('| picture | IoU before | after each stroke | ms | five hardest |\n| --- | --- | --- | --- | --- |')
  for (const row of rows.filter(({ ms }) => ms.length > 0)) console.log(lineOf(row, hardest.includes(row)))
  const reached = hardest.filter(({ iou }) => (iou.at(-1) as number) >= GOAL).length
  console.log(`${reached} of the ${hardest.length} hardest reach IoU ${GOAL} with at most ${MOST} strokes`)
  return rows
}

function lineOf({ name, to, iou, ms }: StrokeRow, hard: boolean): string {
  const after = to.map((side, i) => `${side} ${(iou[i + 1] as number).toFixed(3)}`).join(', ')
  return `| ${name} | ${(iou[0] as number).toFixed(3)} | ${after} | ${ms.map((t) => t.toFixed(0)).join(', ')} | ${hard ? 'yes' : ''} |`
}
