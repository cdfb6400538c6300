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
          ? 'Each file is opened again and compared with its photo, pixel by pixel, which takes about as long as making it. The folder “certificates” then holds a page and a JSON for each, and verify.html, which checks them without Vitrine. They show the photo with its background, and every step: hand them to whom you trust with that.'
          : 'A page for each file that shows which of its pixels are the photo’s own, and by how much others differ.'}
      </p>
    </fieldset>
  )
}
