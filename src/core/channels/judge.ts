import type { Channel, ExportFacts, Finding, Rule, Verdict } from '../channels'
import { limitsOf, read } from './measures'

/** Holds every rule of a channel against a measured file, but those on plain grounds where there is a set. The verdict is the worst of all. */
export function judge(channel: Channel, facts: ExportFacts): { verdict: Verdict; findings: Finding[] } {
  const inSet = facts.background.colour === 'any'
  const findings = channel.rules.filter(({ of }) => !inSet || !of.startsWith('background-')).map((rule) => hold(rule, facts))
  const worst = (verdict: Verdict) => findings.some((finding) => finding.verdict === verdict)
  return { verdict: worst('fail') ? 'fail' : worst('warn') ? 'warn' : 'pass', findings }
}

function hold(rule: Rule, facts: ExportFacts): Finding {
  const { value, says, low, high } = read(rule.of, facts)
  const limits = limitsOf(rule)
  const measured = limits ? `${says} (${limits})` : says
  const remedy = rule.oneOf ? (rule.oneOf.includes(String(value)) ? '' : low) : remedyFor(rule, Number(value), low, high)
  return { rule: rule.id, verdict: remedy ? rule.severity : 'pass', measured, remedy }
}

/** Values this close to a limit are on it: sizes are whole pixels, and an enlargement is measured to about 1 %. */
const slackOf = (rule: Rule) => (rule.of === 'enlargement' ? 0.02 : 0.001)

function remedyFor(rule: Rule, value: number, low: string, high: string): string {
  const { min, max } = rule
  if (min !== undefined && value < min * (1 - slackOf(rule))) return low
  return max !== undefined && value > max * (1 + slackOf(rule)) ? high : ''
}
