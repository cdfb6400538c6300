import { ChevronRight } from 'lucide-react'
import { Fragment, useMemo, useState } from 'react'
import type { ChannelId, ChannelReport, CustomSize, Verdict } from '../../core/channels'
import type { Photo } from '../../core/project'
import { Badge } from '../../ui/Badge'
import { formatBytes, formatCount } from '../../ui/format'
import { ruleOf } from './offers'
import { tellSource } from './RuleSources'
import { type Filter, type Standing, standingOf, sumUp } from './standing'
import type { Inspection } from './useInspection'
import { reportKey } from './useInspection'

interface ReportsProps {
  readonly photos: readonly Photo[]
  readonly channels: readonly { readonly id: ChannelId; readonly title: string }[]
  readonly custom: CustomSize
  readonly inspection: Inspection
}

/** Rows in the page at once; a thousand photos times ten channels would stall it. */
const ROWS = 40

const WORDS: Record<Standing, string> = { pass: 'Pass', warn: 'Warn', fail: 'Fail', none: '…' }
const TONES = { pass: 'ok', warn: 'warn', fail: 'fail', none: 'quiet' } as const

export function VerdictBadge({ verdict }: { readonly verdict: Standing }) {
  return <Badge tone={TONES[verdict]}>{WORDS[verdict]}</Badge>
}

/** Photos against channels: how each file was measured, as the reports come. */
export function Reports({ photos, channels, custom, inspection }: ReportsProps) {
  const { reports } = inspection
  const [filter, setFilter] = useState<Filter>('all')
  const [shown, setShown] = useState(ROWS)
  const [open, setOpen] = useState<string | null>(null)
  const sums = useMemo(() => sumUp(photos, channels, reports), [photos, channels, reports])
  const listed = useMemo(
    () => (filter === 'all' ? photos : photos.filter((photo) => standingOf(photo, channels, reports) === filter)),
    [photos, channels, reports, filter],
  )
  const filters: readonly { readonly id: Verdict; readonly text: string }[] = [
    { id: 'pass', text: `${formatCount(sums.pass)} pass` },
    { id: 'warn', text: `${formatCount(sums.warn)} warn` },
    { id: 'fail', text: `${formatCount(sums.fail)} fail` },
  ]
  return (
    <div className="reports">
      <div className="reports-sums">
        <fieldset className="row" aria-label="Show only">
          {filters.map(({ id, text }) => (
            <button
              key={id}
              type="button"
              className={`badge badge--${TONES[id]} reports-filter number`}
              aria-pressed={filter === id}
              disabled={sums[id] === 0 && filter !== id}
              onClick={() => {
                setFilter(filter === id ? 'all' : id)
                setShown(ROWS)
              }}
            >
              {text}
            </button>
          ))}
        </fieldset>
        <span className="hint number" role="status">
          {inspection.running
            ? `Measuring: ${formatCount(sums.done)} of ${formatCount(sums.total)}`
            : sums.done === sums.total
              ? `${formatCount(sums.total)} measured`
              : ''}
        </span>
      </div>
      <div className="reports-scroll" tabIndex={-1}>
        <table className="table">
          <caption className="visually-hidden">Photos and how they meet the rules of each channel</caption>
          <thead>
            <tr>
              <th scope="col">Photo</th>
              {channels.map(({ id, title }) => (
                <th key={id} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, shown).map((photo) => {
              const mine = channels.map(({ id, title }) => ({ title, report: reports.get(reportKey(photo.id, id)) }))
              const isOpen = open === photo.id
              return (
                <Fragment key={photo.id}>
                  <tr data-open={isOpen || undefined}>
                    <th scope="row">
                      <button
                        type="button"
                        className="reports-name"
                        aria-expanded={isOpen}
                        disabled={mine.every(({ report }) => !report)}
                        onClick={() => setOpen(isOpen ? null : photo.id)}
                      >
                        <ChevronRight size={14} aria-hidden />
                        <span className="clip">{photo.name}</span>
                      </button>
                    </th>
                    {mine.map(({ title, report }) => (
                      <td key={title}>
                        <VerdictBadge verdict={report?.verdict ?? 'none'} />
                      </td>
                    ))}
                  </tr>
                  {isOpen ? (
                    <tr className="reports-open">
                      <td colSpan={channels.length + 1}>
                        {mine.map(({ title, report }) =>
                          report ? <Findings key={title} title={title} report={report} custom={custom} /> : null,
                        )}
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              )
            })}
          </tbody>
        </table>
      </div>
      {listed.length > shown ? (
        <button type="button" className="button button--small reports-more" onClick={() => setShown((n) => n + 3 * ROWS)}>
          Show more photos ({formatCount(listed.length - shown)})
        </button>
      ) : null}
    </div>
  )
}

function Findings({ title, report, custom }: { readonly title: string; readonly report: ChannelReport; readonly custom: CustomSize }) {
  return (
    <section className="findings" aria-label={title}>
      <h3>
        {title}
        {report.fault ? null : (
          <span className="hint number">
            {report.width} × {report.height} px, {formatBytes(report.bytes)}
          </span>
        )}
      </h3>
      {report.fault ? (
        <p>
          <VerdictBadge verdict="fail" /> {report.fault.sentence} {report.fault.remedy}
        </p>
      ) : (
        <ul>
          {report.findings.map((finding) => {
            const rule = finding.verdict === 'pass' ? undefined : ruleOf(report.channel, finding.rule, custom)
            return (
              <li key={`${finding.rule} ${finding.measured}`}>
                <VerdictBadge verdict={finding.verdict} />
                <span>
                  <span className="number">{finding.measured}</span>
                  {finding.remedy ? <span className="findings-todo">{finding.remedy}</span> : null}
                  {rule ? (
                    <span className="hint findings-todo">
                      {rule.text} ({tellSource(rule)})
                    </span>
                  ) : null}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
