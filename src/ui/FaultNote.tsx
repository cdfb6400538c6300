import type { Fault } from '../core/fault'

/** What went wrong and what to do about it, read out at once; nothing without a fault. */
export function FaultNote({ fault }: { readonly fault: Fault | null }) {
  if (!fault) return null
  return (
    <p className="banner banner--fail" role="alert">
      {fault.sentence} {fault.remedy}
    </p>
  )
}
