import type { BackupProgress as Progress } from '../core/backup'
import { formatBytes, formatLeft } from '../ui/format'
import { ProgressBar } from '../ui/ProgressBar'

const DOING: Readonly<Record<Progress['doing'], string>> = {
  writing: 'Encrypting and writing',
  checking: 'Reading it again, to be sure',
  restoring: 'Checking and restoring',
}

/** How far a backup is. */
export function BackupProgress({ progress }: { readonly progress: Progress | null }) {
  const share = progress && progress.total > 0 ? progress.done / progress.total : null
  const doing = progress ? DOING[progress.doing] : 'Making the key'
  const left = progress?.secondsLeft ? ` · ${formatLeft(progress.secondsLeft)}` : ''
  return (
    <div className="stack">
      <ProgressBar
        label={doing}
        share={share}
        text={progress ? `${formatBytes(progress.done)} of ${formatBytes(progress.total)}` : undefined}
      />
      <p className="hint number" role="status">
        {doing}
        {progress ? `: ${formatBytes(progress.done)} of ${formatBytes(progress.total)}${left}` : '…'}
      </p>
    </div>
  )
}
