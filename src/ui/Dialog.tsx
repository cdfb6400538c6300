import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'

interface DialogProps {
  readonly title: string
  /** Without it the dialog stays until what is in it lets it go: no cross, and Escape and a click beside it do nothing. */
  readonly onClose?: () => void
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
  const leave = useRef(onClose)
  useLayoutEffect(() => {
    leave.current = onClose
  }, [onClose])
  // Not an effect of the later kind: what was taken out of the page already gives no focus back.
  useLayoutEffect(() => {
    const dialog = element.current
    if (!dialog) return
    if (!dialog.open) dialog.showModal()
    // A browser closes a dialog by itself when Escape comes twice, whatever was made of the first.
    const closed = () => {
      if (leave.current) leave.current()
      else dialog.showModal()
    }
    dialog.addEventListener('close', closed)
    return () => {
      dialog.removeEventListener('close', closed)
      dialog.close()
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way, handled by the dialog itself
    <dialog
      ref={element}
      className={shape === 'sheet' ? 'sheet' : shape === 'wide' ? 'dialog dialog--wide' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose?.()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose?.()
      }}
    >
      <div className="dialog__head">
        <h2 className="heading" id={heading}>
          {title}
        </h2>
        {onClose ? (
          <button type="button" className="icon-button" aria-label="Close" title="Close" onClick={onClose}>
            <X size={17} aria-hidden />
          </button>
        ) : null}
      </div>
      <div className="dialog__body">{children}</div>
      {foot ? <div className="dialog__foot">{foot}</div> : null}
    </dialog>
  )
}
