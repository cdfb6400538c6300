import type { Audit } from '../core/audit'
import { type Certificate, ownText } from '../core/certificate'
import type { Certified } from '../core/certified'

/** Findings that are told; the others are counted. */
const TOLD = 20
const count = (n: number, what: string) => `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`

/** What an audit found, in sentences: the verdict first. */
export function said({ lines, head, checkpoints, covered, findings, remarks }: Audit, witnessed: boolean): string[] {
  const rest = findings.length - TOLD
  const verdict =
    findings.length > 0
      ? 'This ledger was tampered with, or is damaged.'
      : `All ${count(lines, 'line')} hold${witnessed ? `, and ${count(checkpoints, 'checkpoint')} vouch${checkpoints === 1 ? 'es' : ''} for the first ${covered.toLocaleString('en')}` : ''}.`
  return [
    verdict,
    ...findings.slice(0, TOLD).map(({ says }) => says),
    ...(rest > 0 ? [`And ${count(rest, 'finding')} more.`] : []),
    ...remarks,
    `Head: ${head}`,
  ]
}

/** What a check of a certificate found, in sentences: the verdict first. */
export function certifiedSaid({ file, measured }: Certificate, { faults, remarks }: Certified): string[] {
  const own = `${ownText(measured)} of the product’s ${measured.solid.pixels.toLocaleString('en')} solid pixels are the photo’s own`
  const verdict =
    faults.length > 0
      ? `The certificate of ${file.name} does not hold.`
      : `The certificate of ${file.name} holds: ${own}, moved and scaled.`
  return [verdict, ...faults, ...remarks]
}
