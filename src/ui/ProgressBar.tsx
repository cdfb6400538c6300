interface ProgressBarProps {
  /** Accessible name: what goes on. */
  readonly label: string
  /** 0 to 1; null = under way, end unknown. */
  readonly share: number | null
  /** Spoken instead of the bare per cent, e.g. "37 of 100". */
  readonly text?: string
}

/** A native progress bar with a name. */
export function ProgressBar({ label, share, text }: ProgressBarProps) {
  const value = share === null ? undefined : Math.max(0, Math.min(1, share))
  return <progress className="progress" aria-label={label} aria-valuetext={text} max={1} value={value} />
}
