import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { dismiss, useStudio } from './store'
import { hush, type Toast, useToasts } from './toasts'

function Message({ toast, held }: { readonly toast: Toast; readonly held: boolean }) {
  useEffect(() => {
    if (held || toast.stays) return
    const timer = setTimeout(() => hush(toast.id), toast.tone === 'fail' ? 20_000 : 10_000)
    return () => clearTimeout(timer)
  }, [held, toast])
  return (
    <div className={`toast toast--${toast.tone}`}>
      <p className="toast__text">
        {toast.text} {toast.detail ? <span className="toast__detail">{toast.detail}</span> : null}
      </p>
      {toast.action ? (
        <button
          type="button"
          className="button button--small toast__action"
          onClick={() => {
            toast.action?.run()
            hush(toast.id)
          }}
        >
          {toast.action.label}
        </button>
      ) : null}
      <button type="button" className="icon-button icon-button--small" aria-label="Dismiss" title="Dismiss" onClick={() => hush(toast.id)}>
        <X size={15} aria-hidden />
      </button>
    </div>
  )
}

/** Short messages, and what the conductor wants read once. One polite live region for both. */
export function Toasts() {
  const toasts = useToasts()
  const notices = useStudio((state) => state.notices)
  // Nothing goes away under the pointer or the keyboard.
  const [held, hold] = useState(false)
  return (
    <div
      className="toasts"
      role="status"
      aria-live="polite"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      {notices.map((notice) => (
        <div key={notice.code} className="toast toast--fail">
          <p className="toast__text">
            {notice.sentence} <span className="toast__detail">{notice.remedy}</span>
          </p>
          <button
            type="button"
            className="icon-button icon-button--small"
            aria-label="Dismiss"
            title="Dismiss"
            onClick={() => dismiss(notice.code)}
          >
            <X size={15} aria-hidden />
          </button>
        </div>
      ))}
      {toasts.map((toast) => (
        <Message key={toast.id} toast={toast} held={held} />
      ))}
    </div>
  )
}
