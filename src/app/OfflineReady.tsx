import { Check, CloudDownload } from 'lucide-react'
import { formatBytes, formatShare } from '../ui/format'
import { ProgressBar } from '../ui/ProgressBar'
import { useClient } from './context'
import { useStudio } from './store'
import { attempt } from './toasts'

/** Loads every part now, so that the network may be switched off; says the size before and the progress meanwhile. */
export function OfflineReady() {
  const client = useClient()
  const parts = useStudio((state) => state.parts)
  if (parts.length === 0) return null
  const missing = parts.filter((part) => part.at !== 'here')
  if (missing.length === 0) {
    return (
      <p className="offline offline--ready" role="status">
        <Check size={16} aria-hidden />
        Ready to work offline: all parts are on this device.
      </p>
    )
  }
  const bytes = missing.reduce((sum, part) => sum + part.bytes, 0)
  const loading = parts.some((part) => part.at === 'loading')
  const refused = missing.find((part) => part.fault)?.fault
  const total = parts.reduce((sum, part) => sum + part.bytes, 0)
  const loaded = parts.reduce((sum, part) => sum + (part.at === 'here' ? part.bytes : part.loaded), 0)
  return (
    <div className="offline">
      {loading ? (
        <>
          <p className="number">
            Loading: {formatBytes(loaded)} of {formatBytes(total)} ({formatShare(loaded / total)})
          </p>
          <ProgressBar label="Loading for offline work" share={loaded / total} />
        </>
      ) : (
        <button type="button" className="button" onClick={() => void attempt(client.loadParts('all'))}>
          <CloudDownload size={16} aria-hidden />
          Get ready to work offline ({formatBytes(bytes)})
        </button>
      )}
      {refused && !loading ? (
        <p className="offline__fault" role="alert">
          {refused.sentence} {refused.remedy}
        </p>
      ) : null}
    </div>
  )
}
