import { Check, Copy, DoorOpen } from 'lucide-react'
import { useState } from 'react'
import { copyText } from '../ui/copy'
import { ProgressBar } from '../ui/ProgressBar'
import { asText, attempt, newCanary, summarize, type Trial } from './attempt'
import { type Goal, type Way, ways } from './escapes'
import { probe } from './probes'

const GOALS: readonly (readonly [Goal, string])[] = [
  ['elsewhere', 'To another host'],
  ['home', 'To the app’s host'],
]

/** Whether the connection allowlist is in force now. */
const allowlistHolds = async () => (await probe({ aloud: false })).allowlist === 'closed'

interface GetOutProps {
  readonly trying?: readonly Way[]
  readonly allowlist?: () => Promise<boolean>
}

/** The app tries to get a made-up word out of its own page, by every way that a script has, and shows what stopped it. */
export function GetOut({ trying = ways, allowlist = allowlistHolds }: GetOutProps) {
  const [trials, setTrials] = useState<readonly Trial[]>([])
  const [busy, setBusy] = useState(false)
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const all = trying.reduce((sum, { goals }) => sum + goals.length, 0)
  const run = async () => {
    setTrials([])
    setCopied(null)
    setBusy(true)
    const canary = newCanary()
    const holds = await allowlist()
    const done: Trial[] = []
    // One after the other: what the browser reports does not always say which request it is about.
    for (const way of trying)
      for (const goal of way.goals) {
        done.push(await attempt(way, goal, `${canary}-${done.length}`, holds))
        setTrials([...done])
      }
    setBusy(false)
  }
  const copy = () =>
    copyText(asText(trials)).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    )
  const ended = !busy && trials.length > 0
  return (
    <section className="trust-section" aria-labelledby="get-out">
      <h2 className="heading" id="get-out">
        Try to get out
      </h2>
      <p>
        The app attacks itself: it tries to send a made-up word out by {all} ways that a script in this page has without leaving it, to a
        host name that cannot exist and, in the address, to the host that serves the app. No photo and nothing of yours is in it.
      </p>
      <button type="button" className="button" disabled={busy} onClick={() => void run()}>
        <DoorOpen size={16} aria-hidden /> {trials.length > 0 && !busy ? 'Try again' : 'Try to get out'}
      </button>
      {busy ? <ProgressBar label="Ways tried" share={trials.length / all} text={`${trials.length} of ${all}`} /> : null}
      <p role="status">{busy ? 'Trying…' : ended ? summarize(trials) : ''}</p>
      {ended ? (
        <>
          <Outcome trials={trials} />
          <div className="row">
            <button type="button" className="button" onClick={() => void copy()}>
              {copied === 'yes' ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />} Copy as text
            </button>
            <span className="hint" role="status">
              {copied === 'yes' ? 'Copied' : copied === 'no' ? 'The browser did not let it be copied.' : ''}
            </span>
          </div>
        </>
      ) : null}
      <p className="hint">
        A page cannot prove from inside that nothing left: it only sees what the browser tells it, and a page that lies could show any
        table. “Check it yourself” below looks from outside. What the service worker refuses here stands among the requests above as well,
        and all of it in the browser’s console.
      </p>
    </section>
  )
}

function Outcome({ trials }: { readonly trials: readonly Trial[] }) {
  const names = [...new Set(trials.map(({ way }) => way))]
  const of = (way: string, goal: Goal) => trials.find((trial) => trial.way === way && trial.goal === goal)
  return (
    <table className="table trust-escapes">
      <caption className="visually-hidden">What stopped each way</caption>
      <thead>
        <tr>
          <th scope="col">Way</th>
          {GOALS.map(([goal, title]) => (
            <th key={goal} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {names.map((way) => (
          <tr key={way}>
            <th scope="row">{way}</th>
            {GOALS.map(([goal]) => {
              const trial = of(way, goal)
              return (
                <td key={goal} data-by={trial?.by}>
                  {trial?.words ?? '–'}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
