import type { Certificate, CredentialsReport, Signatures } from '../../src/core/credentials'
import type { Hash } from '../../src/core/recipe'

/** This device's certificate under that name. */
export const deviceNamed = (name: string): NonNullable<Signatures['device']> => ({
  name,
  issuer: 'Vitrine on one device, 1f0c9a7d52e84b36',
  fingerprint: '3b1f'.repeat(16) as Hash,
  from: '2026-11-23T10:00:00.000Z',
  until: '2036-11-20T11:00:00.000Z',
  authority: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
})

/** A certificate that a seller brought. */
export const OWN: Certificate = {
  name: 'Ünal & Søhne',
  issuer: 'Example Document Signing CA 3',
  fingerprint: '9c04'.repeat(16) as Hash,
  from: '2026-02-01T00:00:00.000Z',
  until: '2028-02-01T00:00:00.000Z',
}

/** What a file says that was signed here. */
export const SIGNED: CredentialsReport = {
  state: 'known',
  wrong: [],
  signer: 'Vitrine, locally signed',
  generator: 'Vitrine 0.2.0',
  actions: ['c2pa.created', 'c2pa.placed', 'c2pa.edited', 'c2pa.resized'],
  source: 'http://cv.iptc.org/newscodes/digitalsourcetype/compositeCapture',
  training: {
    'cawg.data_mining': 'notAllowed',
    'cawg.ai_inference': 'notAllowed',
    'cawg.ai_generative_training': 'notAllowed',
    'cawg.ai_training': 'notAllowed',
  },
}
