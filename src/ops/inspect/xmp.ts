import type { Leaf } from './leaf'

/** Most values that are taken out of one packet. */
const MOST = 5000

const unescaped = (text: string) =>
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
    const text = unescaped(value).trim()
    if (text && leaves.length < MOST) leaves.push({ path: at.slice(-300), value: text })
  }
  for (let at = packet.indexOf('<'); at >= 0 && leaves.length < MOST; at = packet.indexOf('<', at)) {
    const end = tagEnd(packet, at)
    if (end < 0) break
    const whole = packet.slice(at + 1, end)
    at = end + 1
    const [, closing, name] = /^(\/?)([\w.-]+(?::[\w.-]+)?)/.exec(whole) ?? []
    if (!name) continue
    if (closing) {
      const open = stack.lastIndexOf(name)
      if (open >= 0) stack.length = open
      continue
    }
    for (const [, key = '', double, single] of whole.matchAll(/(?<![\w.-])([\w.-]+:[\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
      if (!/^(xmlns|rdf|x|xml):/.test(key)) keep(path([name, key]), double ?? single ?? '')
    if (whole.endsWith('/')) continue
    if (stack.length < 64) stack.push(name)
    const next = packet.indexOf('<', at)
    keep(path(), packet.slice(at, next < 0 ? undefined : next))
  }
  return leaves
}

/** Where the tag that begins at `at` ends: a comment at its mark, any other at the first `>` outside quotes; -1 = nowhere. */
function tagEnd(packet: string, at: number): number {
  if (packet.startsWith('<!--', at)) {
    const mark = packet.indexOf('-->', at + 4)
    return mark < 0 ? -1 : mark + 2
  }
  for (let i = at + 1; i < packet.length; i++) {
    const letter = packet[i] as string
    if (letter === '>') return i
    if (letter !== '"' && letter !== "'") continue
    i = packet.indexOf(letter, i + 1)
    if (i < 0) return -1
  }
  return -1
}
