import { useId } from 'react'
import type { EngineChoice, EngineState } from '../core/client'
import { formatPlural } from '../ui/format'

const CHOICES: readonly { readonly id: EngineChoice; readonly title: string; readonly hint: string }[] = [
  { id: 'auto', title: 'Automatic', hint: 'The GPU where it computes right, else the processor.' },
  { id: 'webgpu', title: 'GPU', hint: 'WebGPU. The fastest where the driver is sound.' },
  { id: 'wasm', title: 'Processor', hint: 'WebAssembly. Works everywhere.' },
]

/** What computes the cutouts, why, and the choice. */
export function Engine({ engine, choose }: { readonly engine: EngineState | null; readonly choose: (choice: EngineChoice) => void }) {
  const name = useId()
  return (
    <section className="trust-section" aria-labelledby={name}>
      <h2 className="heading" id={name}>
        Engine
      </h2>
      <p role="status">
        {engine?.using ? (
          <strong>
            {engine.using === 'webgpu' ? 'The GPU computes. ' : `The processor computes, with ${formatPlural(engine.threads, 'thread')}. `}
          </strong>
        ) : (
          'Nothing has been computed since the page was opened. '
        )}
        {engine?.why}
      </p>
      <fieldset className="trust-engines">
        <legend className="visually-hidden">Engine</legend>
        {CHOICES.map(({ id, title, hint }) => (
          <label key={id} className="checkbox">
            <input type="radio" name={name} checked={engine?.choice === id} disabled={engine === null} onChange={() => choose(id)} />
            <span>
              <strong>{title}</strong>
              <span className="hint">{hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </section>
  )
}
