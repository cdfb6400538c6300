import type { ReactNode } from 'react'

export type Tone = 'ok' | 'warn' | 'fail' | 'quiet'

/** A word or two about a state, in the state's colour; the word alone must say it. */
export function Badge({ tone, children, title }: { readonly tone: Tone; readonly children: ReactNode; readonly title?: string }) {
  return (
    <span className={`badge badge--${tone}`} title={title}>
      {children}
    </span>
  )
}
