import type { Leaf } from './leaf'

/** Most values that are taken out of one packet. */
const MOST = 5000

const unescape = (text: string) =>
  text.replace(/&(#x[0-9a-f]+|#\d+|amp|lt|gt|quot|apos);/gi, (whole, name: string) => {
    const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name.toLowerCase()]
    if (named) return named
    const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

/**
 * All values of an XMP packet, each with the names of the elements around it (those of RDF itself left out). Workers have
 * no XML parser; this one only walks tags, takes what is malformed as it comes and never throws.
 */
export function xmpLeaves(packet: string): Leaf[] {
  const leaves: Leaf[] = []
  const stack: string[] = []
  const path = (more: readonly string[] = []) => ['xmp', ...[...stack, ...more].filter((name) => !/^(rdf|x|xml):/.test(name))].join('.')
  const keep = (at: string, value: string) => {
    const text = unescape(value).trim()
    if (text && leaves.length < MOST) leaves.push({ path: at, value: text })
  }
  const tag = /<(?:!--[\s\S]*?-->|[?!][^>]*>|(\/?)([\w.-]+(?::[\w.-]+)?)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>)/y
  for (let at = packet.indexOf('<'); at >= 0 && leaves.length < MOST; at = packet.indexOf('<', at)) {
    tag.lastIndex = at
    const found = tag.exec(packet)
    if (!found) {
      at++
      continue
    }
    const [whole, closing, name, attributes, alone] = found
    at += whole.length
    if (!name) continue
    if (closing) {
      const open = stack.lastIndexOf(name)
      if (open >= 0) stack.length = open
      continue
    }
    for (const [, key = '', double, single] of (attributes ?? '').matchAll(/([\w.-]+:[\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
      if (!/^(xmlns|rdf|x|xml):/.test(key)) keep(path([name, key]), double ?? single ?? '')
    if (alone) continue
    if (stack.length < 64) stack.push(name)
    const next = packet.indexOf('<', at)
    keep(path(), packet.slice(at, next < 0 ? undefined : next))
  }
  return leaves
}
