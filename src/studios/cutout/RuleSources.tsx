import type { ChannelId, CustomSize, Rule } from '../../core/channels'
import { offers, rulesOf } from './offers'

const CERTAINTY: Record<Rule['certainty'], string> = {
  A: 'the channel’s own page was seen (A)',
  C: 'several other sources agree (C)',
  D: 'one other source, or sources conflict (D)',
  own: 'advice of this studio',
}

/** A rule's source, age and certainty in a line. */
export const tellSource = (rule: Rule): string =>
  rule.certainty === 'own' ? CERTAINTY.own : `${rule.source}; ${rule.date}; ${CERTAINTY[rule.certainty]}`

/** Where every rule of the chosen channels comes from, and how sure it is. */
export function RuleSources({ channels, custom }: { readonly channels: readonly ChannelId[]; readonly custom: CustomSize }) {
  return (
    <details className="disclosure sources">
      <summary>Rules and where they come from</summary>
      <p className="hint">Channels change their rules: look at theirs before a large upload.</p>
      {offers
        .filter(({ id }) => channels.includes(id))
        .map(({ id, title }) => {
          const { rules, byEye } = rulesOf(id, custom)
          return (
            <section key={id}>
              <h3>{title}</h3>
              <ul>
                {rules.map((rule) => (
                  <li key={rule.id}>
                    {rule.text}
                    <span className="hint">
                      {rule.severity === 'fail' ? 'Must be' : 'Should be'}; {tellSource(rule)}
                    </span>
                  </li>
                ))}
                {byEye.map((text) => (
                  <li key={text}>
                    {text}
                    <span className="hint">Only you can see this</span>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
    </details>
  )
}
