import { type FileRights, plainText } from './rights'

const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
}

/** Notices that give the picture to everybody: it is then not marked as somebody's. */
const FREE = /public\s+domain|\bcc ?0\b/i

/**
 * The XMP packet as UTF-8, or null when there is nothing to say. Vocabularies are named by their full addresses: readers do
 * not know the bare terms. No `x:xmptk`, which would name the program that wrote it.
 */
export function xmpOf(rights: FileRights): Uint8Array<ArrayBuffer> | null {
  const { creator, copyright, description, taken, source, mining } = rights
  const date = escaped(isoDate(taken))
  const lines = [
    element('dc:creator', escaped(creator), (li) => `<rdf:Seq><rdf:li>${li}</rdf:li></rdf:Seq>`),
    element('dc:rights', escaped(copyright), inDefaultLanguage),
    element('xmpRights:Marked', escaped(copyright) && !FREE.test(copyright) ? 'True' : ''),
    element('dc:description', escaped(description), inDefaultLanguage),
    element('xmp:CreateDate', date),
    // IPTC's own “Date Created” is this one.
    element('photoshop:DateCreated', date),
    element('Iptc4xmpExt:DigitalSourceType', source ? `http://cv.iptc.org/newscodes/digitalsourcetype/${source}` : ''),
    element('plus:DataMining', mining ? `http://ns.useplus.org/ldf/vocab/${mining}` : ''),
  ].join('')
  if (lines === '') return null
  const namespaces = Object.entries(NAMESPACES).map(([prefix, name]) => ` xmlns:${prefix}="${name}"`)
  return new TextEncoder().encode(
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>' +
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
      `<rdf:Description rdf:about=""${namespaces.join('')}>${lines}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`,
  )
}

const element = (name: string, text: string, wrap = (inner: string) => inner) => (text ? `<${name}>${wrap(text)}</${name}>` : '')

const inDefaultLanguage = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt>`

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

const escaped = (text: string) => plainText(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] as string)

function isoDate(taken: string): string {
  const [, day, time] = /^(\d{4}:\d{2}:\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(taken) ?? []
  return day && time ? `${day.replaceAll(':', '-')}T${time}` : taken
}
