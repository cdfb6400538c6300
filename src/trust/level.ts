import { create } from 'zustand'

/** What a probe found: the browser refused it, let it, or was not asked yet. */
export type Finding = 'closed' | 'open' | 'untried'
export type ProbeId = 'policy' | 'worker' | 'isolated' | 'allowlist' | 'downloads' | 'elsewhere' | 'home'
export type Outcomes = Readonly<Record<ProbeId, Finding>>

/** `sealed`: every way is closed. `guarded`: but for what only `Connection-Allowlist` or the sandbox closes. `open`: something basic is missing. */
export type Level = 'sealed' | 'guarded' | 'open'

export const LEVELS: Readonly<Record<Level, { readonly label: string; readonly tone: 'ok' | 'warn' | 'fail' }>> = {
  sealed: { label: 'Sealed', tone: 'ok' },
  guarded: { label: 'Guarded', tone: 'warn' },
  open: { label: 'Not sealed', tone: 'fail' },
}

const basics: readonly ProbeId[] = ['policy', 'worker', 'isolated']
const asked: readonly ProbeId[] = ['elsewhere', 'home']

/** The level that outcomes amount to. What the button alone asks for weighs only once it was asked. */
export function levelOf(outcomes: Outcomes): Level {
  if (basics.some((id) => outcomes[id] !== 'closed') || asked.some((id) => outcomes[id] === 'open')) return 'open'
  return outcomes.allowlist === 'closed' && outcomes.downloads === 'closed' ? 'sealed' : 'guarded'
}

/** The latest outcomes, for the foot and for “Privacy”; null until the first probes are done. */
export const useOutcomes = create<{ readonly outcomes: Outcomes | null }>(() => ({ outcomes: null }))
