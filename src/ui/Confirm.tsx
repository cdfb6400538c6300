import { type ReactNode, useState } from 'react'
import { Dialog } from './Dialog'

interface ConfirmProps {
  readonly title: string
  /** What the button says that does it. */
  readonly act: string
  readonly onAct: () => void
  readonly onClose: () => void
  /** What it means. */
  readonly children: ReactNode
}

/** Asks before something goes for good. It can be told to go once. */
export function Confirm({ title, act, onAct, onClose, children }: ConfirmProps) {
  const [busy, setBusy] = useState(false)
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            Keep it
          </button>
          <button
            type="button"
            className="button button--danger"
            disabled={busy}
            onClick={() => {
              setBusy(true)
              onAct()
            }}
          >
            {act}
          </button>
        </>
      }
    >
      <p>{children}</p>
    </Dialog>
  )
}
