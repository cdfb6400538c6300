import type { Cost, Memory } from './cost'
import { type Goal, type Row, shown, summary } from './goals'
import type { Runner } from './wish'

const columns = (row: Row) => {
  const { measures: m } = row
  const holes = m?.holes ?? row.rough?.holes
  return {
    runner: row.runner,
    'SAD k': shown(m?.sad ?? null, 2),
    'MSE k': shown(m ? m.mse * 1000 : null, 2),
    gradient: shown(m?.gradient ?? null),
    F: shown(m?.boundaryF ?? null),
    IoU: shown(m?.iou ?? row.rough?.iou ?? null, 4),
    'edge MAE': shown(m?.edge ?? null),
    holes: holes?.area ? `${((100 * holes.open) / holes.area).toFixed(0)}% of ${holes.area}` : '',
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
