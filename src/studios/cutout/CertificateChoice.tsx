interface CertificateChoiceProps {
  readonly on: boolean
  readonly disabled: boolean
  onSwitch(on: boolean): void
}

/** Whether each file gets a fidelity certificate, and what that is. */
export function CertificateChoice({ on, disabled, onSwitch }: CertificateChoiceProps) {
  return (
    <fieldset className="rights" disabled={disabled}>
      <legend>Proof</legend>
      <label className="switch">
        <input type="checkbox" role="switch" aria-checked={on} checked={on} onChange={(event) => onSwitch(event.target.checked)} />
        <span>Add a fidelity certificate</span>
      </label>
      <p className="hint">
        {on
          ? 'The folder “certificates” will hold a page and a JSON for each file, and verify.html to check them without Vitrine. This takes as long again as the export. They show the whole photo, and every step.'
          : 'A page for each file that shows which of its pixels are the photo’s own, and by how much others differ.'}
      </p>
    </fieldset>
  )
}
