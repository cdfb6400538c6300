import { useRef, useState } from 'react'
import type { Client } from '../core/client'
import type { CredentialsReport } from '../core/credentials'
import { type Fault, faultOf } from '../core/fault'
import { Badge, type Tone } from '../ui/Badge'
import { FaultNote } from '../ui/FaultNote'
import { FileField } from '../ui/FileField'

const STATES: Readonly<Record<CredentialsReport['state'], readonly [Tone, string, string]>> = {
  none: ['quiet', 'None', 'This file carries no Content Credentials. They may have been stripped on the way.'],
  invalid: ['fail', 'Do not hold', 'The file or its credentials were changed after signing, or its certificate does not hold.'],
  unknown: ['warn', 'Unchanged, unknown signer', 'The file is as it was signed. Who signed it, this device cannot tell.'],
  known: ['ok', 'Unchanged, known signer', 'The file is as it was signed, by a certificate that you have here.'],
}

type Seen =
  | { readonly at: 'reading'; readonly name: string }
  | { readonly at: 'read'; readonly name: string; readonly report: CredentialsReport }
  | { readonly at: 'failed'; readonly fault: Fault }

/** Opens any file from disk and says what its Content Credentials say. */
export function CredentialsCheck({ client }: { readonly client: Pick<Client, 'readCredentials'> }) {
  const field = useRef<HTMLInputElement>(null)
  const [seen, see] = useState<Seen | null>(null)
  const read = async (file: File) => {
    see({ at: 'reading', name: file.name })
    try {
      see({ at: 'read', name: file.name, report: await client.readCredentials(file) })
    } catch (thrown) {
      see({ at: 'failed', fault: faultOf(thrown) })
    }
  }
  return (
    <div className="stack trust-check">
      <div className="row">
        <button type="button" className="button" disabled={seen?.at === 'reading'} onClick={() => field.current?.click()}>
          Check a file…
        </button>
        <span className="hint">JPEG, PNG or WebP, from here or elsewhere. Nothing is asked of the network, whatever the file names.</span>
      </div>
      <FileField
        ref={field}
        label="File to check"
        accept="image/jpeg,image/png,image/webp"
        onFiles={([file]) => {
          if (file) void read(file)
        }}
      />
      <div role="status">
        {seen?.at === 'reading' ? (
          <p className="row">
            <span className="spinner" aria-hidden /> Reading {seen.name}.
          </p>
        ) : null}
        {seen?.at === 'read' ? <Report name={seen.name} report={seen.report} /> : null}
      </div>
      <FaultNote fault={seen?.at === 'failed' ? seen.fault : null} />
    </div>
  )
}

function Report({ name, report }: { readonly name: string; readonly report: CredentialsReport }) {
  const { state, wrong, signer, generator, actions, source, training } = report
  const [tone, word, sentence] = STATES[state]
  const lines: readonly (readonly [string, string])[] = [
    ['Signer', signer ?? ''],
    ['Made with', generator ?? ''],
    ['What was done', actions.map((action) => action.replace(/^c2pa\./, '')).join(', ')],
    ['Kind of picture', KINDS[source?.split('/').at(-1) ?? ''] ?? source ?? ''],
    ...Object.entries(WORDS).map(([may, words]) => [words, usesThat(training, may)] as const),
    ['What is wrong', wrong.join(', ')],
  ]
  return (
    <article className="card trust-signer" aria-label={`Content Credentials of ${name}`}>
      <div className="spread">
        <strong className="clip">{name}</strong>
        <Badge tone={tone}>{word}</Badge>
      </div>
      <p>{sentence}</p>
      <dl className="trust-certificate">
        {lines
          .filter(([, text]) => text !== '')
          .map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </article>
  )
}

const WORDS: Readonly<Record<string, string>> = { notAllowed: 'Not allowed', constrained: 'Under conditions', allowed: 'Allowed' }
const USES: Readonly<Record<string, string>> = {
  ai_training: 'AI training',
  ai_generative_training: 'training of generative AI',
  ai_inference: 'AI inference',
  data_mining: 'data mining',
}
const KINDS: Readonly<Record<string, string>> = {
  compositeCapture: 'put together from photographs',
  algorithmicallyEnhanced: 'a photograph, improved by a program',
  trainedAlgorithmicMedia: 'made by generative AI',
  compositeWithTrainedAlgorithmicMedia: 'put together, parts made by generative AI',
}

/** The uses of which the file says so, in a row. */
function usesThat(training: CredentialsReport['training'], may: string): string {
  const uses = Object.keys(training).filter((use) => training[use] === may)
  return uses.map((use) => USES[use.replace(/^\w+\./, '')] ?? use).join(', ')
}
