import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons; the native dialog keeps the keyboard inside and gives focus back on closing. */
  readonly foot?: ReactNode
  /** `dialog` in the middle, `wide` likewise, `sheet` along the right edge. */
  readonly shape?: 'dialog' | 'wide' | 'sheet'
}

/** A modal window on the native `<dialog>`: mounted = open. Escape and a click beside it call `onClose`. */
export function Dialog({ title, onClose, children, foot, shape = 'dialog' }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const dialog = element.current
    if (dialog && !dialog.open) dialog.showModal()
    return () => dialog?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way, handled by the dialog itself
    <dialog
      ref={element}
      className={shape === 'sheet' ? 'sheet' : shape === 'wide' ? 'dialog dialog--wide' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div className="dialog__head">
        <h2 className="heading" id={heading}>
          {title}
        </h2>
        <button type="button" className="icon-button" aria-label="Close" title="Close" onClick={onClose}>
          <X size={17} aria-hidden />
        </button>
      </div>
      <div className="dialog__body">{children}</div>
      {foot ? <div className="dialog__foot">{foot}</div> : null}
    </dialog>
  )
}
