import { html } from 'virtual:verifier'
import { type Attested, type Certificate, type Claims, certificateText, claimsHash, DOES_NOT_SAY, SAYS } from '../../src/core/certificate'
import type { Line } from '../../src/core/ledger'
import type { Hash } from '../../src/core/recipe'
import type { Exported } from '../../src/engine/export'

/** Where certificates lie beside the files that they speak of. */
export const FOLDER = 'certificates'

/** An export that was compared with its photo. */
export type Compared = Exported & {
  readonly file: NonNullable<Exported['file']>
  readonly made: NonNullable<Exported['made']>
  readonly fidelity: NonNullable<Exported['fidelity']>
}

export const isCompared = (one: Exported): one is Compared => one.file !== null && one.made !== null && one.fidelity !== null

/** The certificate of a file of that name and SHA-256, as JSON and as a page; its line is in the ledger when this resolves. */
export async function certify(
  { photo, channel, file, made, fidelity }: Compared,
  name: string,
  sha256: Hash,
  attest: (line: Line) => Promise<Attested>,
): Promise<{ readonly json: Blob; readonly page: Blob }> {
  const { steps, measuredBy, measured, pictures } = fidelity
  const original = photo.file as Hash
  const claims: Claims = {
    certificate: 'Vitrine fidelity certificate, version 1',
    at: new Date().toISOString(),
    file: { name, sha256, bytes: file.blob.size, channel: { id: channel.id, title: channel.title } },
    original: { sha256: original, bytes: photo.bytes },
    request: made.request,
    steps,
    measuredBy,
    measured,
    says: SAYS,
    doesNotSay: DOES_NOT_SAY,
  }
  const ledger = await attest({
    did: 'certificate',
    body: { project: photo.project, photo: photo.id, in: original, out: sha256, certificate: await claimsHash(claims) },
  })
  const certificate: Certificate = { ...claims, ledger }
  const json = certificateText(certificate)
  const { pageOf } = await import('./certificate-page')
  return { json: new Blob([json], { type: 'application/json' }), page: await pageOf(certificate, pictures, json) }
}

/** The page that checks certificates, to lie among them. */
export const verifierFile = () => new Blob([html], { type: 'text/html' })
