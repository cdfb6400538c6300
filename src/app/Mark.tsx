/** The sign: a glass case with one thing in it. */
export function Mark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={1.6} aria-hidden="true">
      <rect x="3" y="2.8" width="18" height="15.4" rx="3" />
      <path d="M6.5 21.2h11" strokeLinecap="round" />
      <circle cx="12" cy="12.6" r="3.1" fill="currentColor" stroke="none" />
      <path d="M6.3 8.6 8.9 6" strokeLinecap="round" />
    </svg>
  )
}
