/** The sign: one thing under a glass dome. */
export function Mark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={1.6} aria-hidden="true">
      <path d="M6 19V11a6 6 0 0 1 12 0v8M4 19.2h16" strokeLinecap="round" strokeLinejoin="round" />
      <circle cx="12" cy="15.4" r="3.4" fill="currentColor" stroke="none" />
    </svg>
  )
}
