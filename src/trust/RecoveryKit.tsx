import { Check, Copy, FileText, Printer } from 'lucide-react'
import { type FormEvent, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { copyText } from '../ui/copy'
import { Dialog } from '../ui/Dialog'
import { formatMoment } from '../ui/format'
import { saveFile } from '../ui/save'
import { Code, kitText, lastGroup, OPENS, Paper, plain } from './kit'
import './kit.css'

/** Shows the recovery code, this once, and stays until its last group has been typed. */
export function RecoveryKit({ code, onDone }: { readonly code: string; readonly onDone: () => void }) {
  const form = useId()
  const [date] = useState(() => formatMoment(new Date().toISOString()))
  const [did, setDid] = useState('')
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  const copy = () =>
    copyText(code).then(
      () => setDid('Copied'),
      () => setDid('The browser did not let it be copied. Select the code and copy it yourself.'),
    )
  const save = () =>
    saveFile('vitrine-recovery-kit.txt', () => new Blob([kitText(code, date, location.host)], { type: 'text/plain' })).then(
      (place) => place && setDid(place.chosen ? `Saved as ${place.name}` : 'Saved among your downloads'),
      () => setDid('The browser did not let it be saved. Print it, or copy it.'),
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (plain(typed) === lastGroup(code)) return onDone()
    setWrong(true)
    field.current?.focus()
  }
  return (
    <Dialog
      title="Your recovery kit"
      foot={
        <button type="submit" form={form} className="button button--primary">
          I have it
        </button>
      }
    >
      <div className="stack kit">
        <p>{OPENS} It is shown this once and stored nowhere.</p>
        <Code code={code} />
        <div className="row">
          <button type="button" className="button" onClick={() => window.print()}>
            <Printer size={16} aria-hidden /> Print
          </button>
          <button type="button" className="button" onClick={() => void copy()}>
            {did === 'Copied' ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />} Copy
          </button>
          <button type="button" className="button" onClick={() => void save()}>
            <FileText size={16} aria-hidden /> Save as text file
          </button>
        </div>
        <p className="hint" role="status">
          {did}
        </p>
        <p className="hint">
          Keep it away from this computer: printed, with your papers. A file on this computer helps who forgets, and also who takes the
          computer.
        </p>
        <form id={form} className="field kit-check" onSubmit={submit} noValidate>
          <label className="field__label" htmlFor={`${form}-last`}>
            Type the last group of the code
          </label>
          <input
            ref={field}
            id={`${form}-last`}
            className="input code"
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            maxLength={200}
            value={typed}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={`${form}-why`}
            onChange={(event) => {
              setTyped(event.target.value)
              setWrong(false)
            }}
          />
          <p className="secret__error" role="alert">
            {wrong ? 'That is not the last group of the code above.' : null}
          </p>
          <p className="hint" id={`${form}-why`}>
            So that we know you have it. If you lose it, change the passphrase: that makes a new one.
          </p>
        </form>
      </div>
      {createPortal(<Paper code={code} date={date} host={location.host} />, document.body)}
    </Dialog>
  )
}
