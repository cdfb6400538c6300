import { Clause, type Item, type Use } from './clause'
import type { Span } from './describing'
import type { Scene } from './document'
import { figureAt } from './figures'
import type { Body } from './framing'
import { granted } from './granted'
import { lowered, type Word, wordsOf } from './phrases'
import { SHADES, VOCABULARY } from './vocabulary'
import { type Wish, wished } from './wish'

export interface Understood {
  /** The scene as the words ask for it. */
  readonly scene: Scene
  /** Parts of the text (UTF-16 places) and what each does, in a sentence; unknown words part what one sentence is about. */
  readonly used: readonly Use[]
  /** Parts of the text that say nothing to the studio. */
  readonly unused: readonly Readonly<Span>[]
}

/** As much of a text as is read. */
const LONGEST = 2000

/**
 * Reads a description of a picture (“on white marble, soft morning light from the left, 85 mm”) and sets the scene's own controls by it. Of
 * words that ask for the same the later count. The same words always do the same, said once or twice; what is not
 * understood changes nothing. `hero` is the size of the first product in mm, by which lights and props are measured.
 */
export function read(text: string, scene: Scene, hero: Body): Understood {
  const { wish, used, unused } = understood(text)
  return { scene: granted(wish, scene, hero), used, unused }
}

function understood(whole: string): { wish: Wish } & Pick<Understood, 'used' | 'unused'> {
  const text = lowered(whole.slice(0, LONGEST))
  const used: Use[] = []
  const unused: Span[] = []
  let wish: Wish = {}
  for (const part of clausesOf(text)) {
    const clause = new Clause()
    for (const item of itemsOf(text, part, unused)) clause.take(item)
    clause.end()
    for (const more of clause.wishes) wish = wished(wish, more)
    used.push(...clause.used)
    unused.push(...clause.unused)
  }
  if (whole.length > LONGEST) unused.push({ from: LONGEST, to: whole.length })
  const gaps = merged(unused)
  return { wish, used: used.sort(byPlace).flatMap((use) => around(use, gaps)), unused: gaps }
}

const byPlace = (a: Span, b: Span) => a.from - b.from

/** The same parts, those that overlap as one. */
function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const span of [...spans].sort(byPlace)) {
    const last = out.at(-1)
    if (last && span.from < last.to) last.to = Math.max(last.to, span.to)
    else out.push({ ...span })
  }
  return out
}

/** What is left and right of unknown words in the middle of a phrase. */
function around(use: Use, gaps: readonly Span[]): Use[] {
  let { from } = use
  const parts: Use[] = []
  for (const gap of gaps.filter((one) => one.from < use.to && one.to > use.from)) {
    if (gap.from > from) parts.push({ ...use, from, to: gap.from })
    from = gap.to
  }
  return from < use.to ? [...parts, { ...use, from }] : parts
}

/** Parts of a text between commas, full stops and the like; not those inside a number. */
function clausesOf(text: string): Span[] {
  const ends = Array.from(text.matchAll(/[,.](?!\d)|(?<!\d)[,.]|[;!?()\n]|(?<!\d):|:(?!\d)/g), ({ index }) => index)
  return [...ends, text.length].map((to, i) => ({ from: i === 0 ? 0 : (ends[i - 1] as number) + 1, to }))
}

/** What a clause says, in order. Words that nobody knows are put to `unused`. */
function itemsOf(text: string, { from, to }: Span, unused: Span[]): Item[] {
  const items: Item[] = []
  const clause = text.slice(0, to)
  const words = wordsOf(clause.slice(from)).map((word) => ({ ...word, from: word.from + from, to: word.to + from }))
  const articles = words.filter(({ stem }) => stem !== 'a' && stem !== 'an' && stem !== 'the')
  const stems = articles.map(({ stem }) => VOCABULARY.known(stem) ?? (SHADES.known(stem) && stem))
  let place = from
  while (place < to) {
    const figure = isStart(clause, place) ? figureAt(clause, place) : null
    if (figure) {
      items.push({ from: place, to: place + figure.length, many: false, figure })
      place += figure.length
      continue
    }
    const digits = /^\d+/.exec(clause.slice(place))
    if (digits) {
      const count = Number(digits[0])
      const end = place + digits[0].length
      if (count >= 1 && count <= 200) items.push({ from: place, to: end, many: false, meaning: { is: 'count', count } })
      else unused.push({ from: place, to: end })
      place = end
      continue
    }
    const at = articles.findIndex((word) => word.from === place)
    if (at < 0) {
      place += 1
      continue
    }
    const item = itemAt(articles, stems, at)
    if (item) items.push(item)
    else unused.push({ from: place, to: (articles[at] as Word).to })
    place = item ? item.to : (articles[at] as Word).to
  }
  return items
}

/** Numbers and words begin where no other word ends. */
const isStart = (text: string, place: number) =>
  !/[\p{L}\p{N}]/u.test(text[place - 1] ?? ' ') && /[\p{L}\p{N}+-]/u.test(text[place] as string)

function itemAt(words: readonly Word[], stems: readonly (string | null)[], at: number): Item | null {
  const span = (length: number) => {
    const last = words[at + length - 1] as Word
    return { from: (words[at] as Word).from, to: last.to, many: last.many }
  }
  const said = VOCABULARY.at(stems, at)
  const shade = SHADES.at(stems, at)
  if (shade && (said?.length ?? 0) <= 1) {
    const next = VOCABULARY.at(stems, at + 1)?.meaning.is
    if (next === 'colour' || (next === 'material' && !said)) return { ...span(1), meaning: shade.meaning }
  }
  return said && { ...span(said.length), meaning: said.meaning }
}
