import type { Output } from './channels'
import type { Statement } from './credentials'
import { sceneIn } from './doc'
import { isOwn } from './own'
import type { PhotoDoc } from './project'
import type { Hash, Json } from './recipe'
import { type DataMining, digitalSourceOf } from './rights'
import type { Scene } from './scene/document'

/** What a file made of the photo `original` (its SHA-256) for this output may say of itself. `scale` as it was measured. */
export function statementOf(doc: PhotoDoc, original: Hash, output: Output, scale: number, mining: DataMining | null): Statement {
  const { cutout, matte, repairs, edge, turn } = doc
  const scene = sceneIn(doc, output)
  return {
    source: digitalSourceOf(output, scene !== null),
    original,
    turned: turn !== 0,
    scale,
    matte: matte !== null ? 'own matte' : isOwn(cutout) ? 'own network' : 'network',
    mended: repairs.length > 0 || edge.looser !== 0 || edge.softer !== 0,
    set: setOf(scene),
    mining,
  }
}

const setOf = (scene: Scene | null): Statement['set'] =>
  scene && {
    others: scene.products.filter(({ photo }) => photo !== null).length,
    relit: scene.products.some(({ relight, gloss, tint }) => relight > 0 || gloss > 0 || tint > 0),
  }

/** Bytes of a manifest at most, beside its certificates and its signature. */
export const MANIFEST_BYTES = 4096

const IPTC = 'http://cv.iptc.org/newscodes/digitalsourcetype/'
/** The name by which actions speak of the ingredient. */
const PHOTO = 'photo'
const TOLD: Readonly<Record<Statement['matte'], string>> = {
  network: 'a segmentation network on the device told product from background',
  'own network': 'a segmentation network of the seller’s own told product from background',
  'own matte': 'a matte that the seller brought told product from background',
}

/**
 * The definition of a manifest (C2PA 2.2, claim version 2) as c2pa-rs reads it. A picture in its photo's own frame was
 * `opened`; on a backdrop it was `created` and the product `placed`. Nothing in it is private: no name of a file, no place,
 * no thumbnail; the photo is named by its hash alone (RFC 6920). `version` is Vitrine's.
 */
export function manifestOf(statement: Statement, version: string): Json {
  const { source, original, turned, scale, matte, mended, set, mining } = statement
  const inPlace = source === 'algorithmicallyEnhanced'
  const softwareAgent = { name: 'Vitrine', version }
  const parameters = { ingredientIds: [PHOTO] }
  const digitalSourceType = IPTC + source
  const done = (action: string, rest: { readonly [name: string]: Json }) => ({ action, softwareAgent, ...rest })
  const removed = `Background removed: ${TOLD[matte]}${mended ? ', the seller corrected it by hand' : ''}. Colours of the background were taken out of the product’s edge; no pixel was generated.`
  const actions = [
    ...(inPlace
      ? [done('c2pa.opened', { parameters })]
      : [
          done('c2pa.created', { digitalSourceType, description: groundOf(set) }),
          done('c2pa.placed', { parameters, description: 'The product, cut out of the photo.' }),
        ]),
    done('c2pa.edited', { ...(inPlace ? { digitalSourceType } : {}), description: removed }),
    ...(turned ? [done('c2pa.orientation', {})] : []),
    ...(set?.relit ? [done('c2pa.color_adjustments', { description: 'The light of the set was laid on products, by computation.' })] : []),
    ...(scale === 1 ? [] : [done('c2pa.resized', {})]),
  ]
  return {
    claim_version: 2,
    claim_generator_info: [{ name: 'Vitrine', version }],
    ingredients: [
      {
        label: PHOTO,
        relationship: inPlace ? 'parentOf' : 'componentOf',
        instance_id: `nih:sha-256;${original}`,
        description: 'The photo, named by the SHA-256 of its bytes. Neither its name nor its other pixels are in this file.',
      },
    ],
    assertions: [
      { label: 'c2pa.actions.v2', created: true, data: { actions } },
      ...(mining ? [{ label: 'cawg.training-mining', created: true, data: { entries: entriesOf(mining) } }] : []),
    ],
  }
}

function groundOf(set: Statement['set']): string {
  if (!set) return 'A photographed product on a plain or transparent ground.'
  const others = set.others > 0 ? ` Beside it stand other photographed products (${set.others}).` : ''
  return `A photographed product in a set that was rendered from a description, with its shadows. No generative AI was used.${others}`
}

/** CAWG Training and Data Mining Assertion 1.1. Where the XMP lets search engines in, this says the same. */
function entriesOf(mining: DataMining): Json {
  const no = { use: 'notAllowed' }
  const searchOnly = { use: 'constrained', constraint_info: 'Allowed for indexing by search engines only.' }
  return {
    'cawg.data_mining': mining === 'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING' ? searchOnly : no,
    'cawg.ai_inference': no,
    'cawg.ai_generative_training': no,
    'cawg.ai_training': no,
  }
}
