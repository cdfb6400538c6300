import {
  CARD_AT,
  capital,
  type Describing,
  described,
  materialOf,
  nameOf,
  plural,
  type Said,
  type Span,
  sideOf,
  WHERE,
  whereOf,
} from './describing'
import type { Card } from './document'
import type { Figure } from './figures'
import type { Meaning, Relation } from './vocabulary'
import { VERY_SOFT } from './vocabulary-light'
import type { Thing, Where, Wish } from './wish'

/** A part of the text (UTF-16 places) and what it does. */
export interface Use {
  readonly from: number
  readonly to: number
  readonly what: string
}

/** What a part of a text says. */
export type Item = { readonly from: number; readonly to: number; readonly many: boolean } & (
  | { readonly meaning: Meaning }
  | { readonly figure: Figure }
)

/** What was named last, and may still be described: “… on the left”. */
type Named = Span &
  (
    | { readonly is: 'thing'; readonly thing: Thing; count: number; where: Where; readonly like: Describing | null }
    | { readonly is: 'card'; readonly kind: Card['kind']; side: 'left' | 'right' | 'above' | 'front' }
    | { readonly is: 'place'; readonly at: Said<'place'>['at']; like: Describing | null }
    | { readonly is: 'light'; readonly role: 'key' | 'fill' | 'rim' }
  )

/**
 * Reads what stands between two commas, from left to right: describing words wait for the noun after them; directions go to the light,
 * card or prop that was named last, else to the key light.
 */
export class Clause {
  readonly wishes: Wish[] = []
  readonly used: Use[] = []
  readonly unused: Span[] = []
  #like: Describing | null = null
  #named: Named | null = null
  #relation: (Span & { as: Relation }) | null = null
  #not: Span | null = null

  take(item: Item): void {
    if ('figure' in item) {
      this.#settle()
      const denied = this.#denied(item)
      if (denied) {
        this.unused.push(denied)
        return
      }
      this.#wish(item.figure.sets, item, item.figure.what)
      if (item.figure.sets.key && this.#named?.is !== 'light') this.#name({ ...item, is: 'light', role: 'key' })
      return
    }
    const { meaning } = item
    switch (meaning.is) {
      case 'filler':
        return
      case 'not':
        this.#settle()
        this.#not = item
        return
      case 'relation':
        if (meaning.as !== 'of') this.#settle()
        this.#relation = { ...item, as: meaning.as }
        return
      case 'count':
      case 'shade':
      case 'finish':
      case 'colour':
      case 'material':
        this.#describe(item, meaning)
        return
      case 'setting':
        this.#set(item, meaning)
        return
      case 'side':
        this.#turn(item, meaning)
        return
      default:
        this.#noun(item, meaning)
    }
  }

  end(): void {
    this.#settle()
    this.#name(null)
    if (this.#not) this.unused.push(this.#not)
  }

  /** The “no” that waits, up to the end of what it denies; it waits no longer. Null = none waits. */
  #denied({ to }: Span): Span | null {
    const not = this.#not
    this.#not = null
    return not && { from: not.from, to }
  }

  /** The describing words that wait; they wait no longer. */
  #described(): Describing | null {
    const like = this.#like
    this.#like = null
    return like
  }

  /** What is said now ends what may be said of a prop, a card or a wall before it. */
  #wish(wish: Wish, span: Span, what: string): void {
    if (this.#named?.is !== 'light') this.#name(null)
    this.#say(wish, span, what)
  }

  #say(wish: Wish, { from, to }: Span, what: string): void {
    this.#relation = null
    this.wishes.push(wish)
    this.used.push({ from, to, what })
  }

  #describe(item: Item, meaning: Said<'count' | 'shade' | 'finish' | 'colour' | 'material'>): void {
    if ((meaning.is === 'material' && this.#like?.material) || (meaning.is === 'colour' && this.#like?.colour)) this.#settle()
    const like: Describing = this.#like ?? { from: item.from, to: item.to, many: false }
    this.#like = { ...like, to: item.to, many: item.many, ...described(meaning) }
  }

  #set(item: Item, { setting }: Said<'setting'>): void {
    this.#settle()
    const denied = this.#denied(item)
    if (denied) {
      if (setting.off) this.#wish(setting.off.sets, denied, setting.off.what)
      else this.unused.push(denied)
      return
    }
    this.#wish(setting.sets, item, setting.what)
    if (setting.sets.rim) this.#name({ ...item, is: 'light', role: 'rim' })
    else if (setting.sets.fill && !setting.sets.key) this.#name({ ...item, is: 'light', role: 'fill' })
    else if (setting.sets.key) this.#name({ ...item, is: 'light', role: 'key' })
  }

  #turn(item: Item, { from: direction, name }: Said<'side'>): void {
    this.#settle()
    const span = { from: this.#relation?.from ?? item.from, to: item.to }
    const named = this.#relation?.as === 'from' && this.#named?.is !== 'light' ? null : this.#named
    this.#relation = null
    const denied = this.#denied(item)
    if (denied) this.unused.push(denied)
    else if (named?.is === 'thing') {
      named.where = whereOf(direction)
      named.to = item.to
    } else if (named?.is === 'place' && direction.azimuth === 180) {
      named.to = item.to
    } else if (named?.is === 'card') {
      named.side = sideOf(direction)
      named.to = item.to
    } else if (named?.is !== 'light' && direction.azimuth === undefined) {
      const up = (direction.elevation ?? 0) > 0
      this.#wish({ camera: { tilt: up ? 45 : -8 } }, span, up ? 'The camera looks down 45°.' : 'The camera looks up from low down.')
    } else {
      const role = named?.is === 'light' ? named.role : 'key'
      this.#wish({ [role]: { ...direction, ...(role !== 'key' && { on: true }) } }, span, `The ${role} light comes from ${name}.`)
    }
  }

  #noun(item: Item, meaning: Said<'place' | 'thing' | 'props' | 'light' | 'shadow' | 'card' | 'gobo'>): void {
    const denied = this.#denied(item)
    if (denied) this.#deny(denied, meaning)
    else if (meaning.is === 'thing') this.#put(item, meaning.thing)
    else if (meaning.is === 'place') this.#place(item, meaning.at)
    else if (meaning.is === 'card') this.#card(item, meaning.kind)
    else if (meaning.is === 'gobo') {
      this.#settle()
      this.#wish(
        { gobo: { kind: meaning.kind } },
        item,
        `The key light falls through ${meaning.name}, narrow enough to draw a shadow of it.`,
      )
      this.#name({ ...item, is: 'light', role: 'key' })
    } else if (meaning.is === 'light') this.#light(item)
  }

  #deny(span: Span, meaning: Meaning): void {
    this.#like = null
    if (meaning.is === 'props') this.#wish({ noProps: true }, span, 'Takes all props away.')
    else if (meaning.is === 'thing') this.#none(span, meaning.thing)
    else if (meaning.is === 'card') this.#wish({ noCards: true }, span, 'Takes cards and flags away.')
    else if (meaning.is === 'gobo') this.#wish({ gobo: { kind: null } }, span, 'Nothing before the key light.')
    else if (meaning.is === 'shadow') this.#wish({ gobo: { kind: null }, ...VERY_SOFT.sets }, span, VERY_SOFT.what)
    else if (meaning.is === 'place' && meaning.at !== 'ground')
      this.#wish({ backdrop: { as: 'plain', material: { colour: [255, 255, 255] } } }, span, 'Nothing behind the set but white.')
    else this.unused.push(span)
  }

  #none(span: Span, thing: Thing): void {
    this.#wish({ things: { [thing.name]: { thing, count: 0, where: 'beside', material: {} } } }, span, `No ${thing.name}.`)
  }

  #put(item: Span & { many: boolean }, thing: Thing): void {
    const like = this.#described()
    const relation = this.#relation?.as
    const start = relation === 'on' ? this.#relation?.from : undefined
    this.#relation = null
    const count = like?.count ?? (item.many || thing.scattered ? thing.count : 1)
    const where = thing.carries && relation !== 'beside' ? 'under' : thing.tall ? 'behind' : 'beside'
    this.#name({ is: 'thing', from: start ?? like?.from ?? item.from, to: item.to, thing, count, where, like })
  }

  #place(item: Span, at: Said<'place'>['at']): void {
    const like = this.#like
    if (!like && this.#named?.is === 'thing' && at === 'backdrop') {
      this.#named.where = 'behind'
      this.#named.to = item.to
      return
    }
    this.#like = null
    this.#relation = null
    this.#name({ is: 'place', from: like?.from ?? item.from, to: item.to, at, like })
  }

  #card(item: Span, kind: Card['kind']): void {
    const like = this.#described()
    this.#relation = null
    const colour = like?.material?.name ?? like?.colour?.name ?? ''
    const of = colour === 'gold' || colour === 'silver' || colour === 'black' ? colour : kind
    this.#name({ is: 'card', from: like?.from ?? item.from, to: item.to, kind: of, side: 'right' })
  }

  #light(item: Span): void {
    const like = this.#described()
    if (this.#named?.is !== 'light') this.#name({ ...item, is: 'light', role: 'key' })
    if (!like) return
    const [red, , blue] = like.colour?.colour ?? like.material?.material.colour ?? [255, 200, 120]
    const kelvin = red > blue + 30 ? 3000 : blue > red + 30 ? 9500 : 5500
    this.#wish({ key: { kelvin } }, { from: like.from, to: item.to }, `A key light of ${kelvin.toLocaleString('en')} K.`)
  }

  /** Another thing is named; the one before is done. */
  #name(next: Named | null): void {
    const named = this.#named
    this.#named = next
    if (named?.is === 'thing') {
      const { thing, count, where, like } = named
      const what = `${count > 1 ? `${count} ${plural(thing.name)}` : thing.name} ${WHERE[where]}.`
      this.#say({ things: { [thing.name]: { thing, count, where, material: materialOf(like) } } }, named, capital(what))
    } else if (named?.is === 'card') {
      const what = named.kind === 'black' ? 'A black flag' : `A ${named.kind} bounce card`
      this.#say({ cards: { [named.side]: named.kind } }, named, `${what} ${CARD_AT[named.side]}.`)
    } else if (named?.is === 'place') this.#build(named)
  }

  #build({ at, like, from, to }: Extract<Named, { is: 'place' }>): void {
    const material = materialOf(like)
    if (at === 'ground') {
      if (like) this.#surface(like, { from, to })
    } else if (at === 'seamless') {
      this.#say({ backdrop: { as: 'seamless', material } }, { from, to }, `A seamless sweep${like ? `, ${nameOf(like)}` : ''}.`)
    } else if (like || at === 'wall') {
      this.#say({ backdrop: { as: 'wall', material } }, { from, to }, `A wall behind${like ? `: ${nameOf(like)}` : ''}.`)
    }
  }

  #surface(like: Describing, span: Span): void {
    const material = materialOf(like)
    if (material.kind || material.roughness !== undefined) this.#wish({ surface: material }, span, `The surface: ${nameOf(like)}.`)
    else this.#wish({ surface: { ...material, kind: 'paper' } }, span, `The surface: ${nameOf(like)} paper.`)
  }

  /** Describing words that no noun followed speak of the surface, of the backdrop, or of what was named before them. */
  #settle(): void {
    const like = this.#described()
    const relation = this.#relation
    if (!like) return
    this.#relation = null
    const span = { from: relation && relation.as !== 'and' ? relation.from : like.from, to: like.to }
    const denied = this.#denied(like)
    if (denied) {
      const thing = like.material?.thing
      if (thing) this.#deny(denied, { is: 'thing', thing })
      else this.unused.push(denied)
      return
    }
    const named = this.#named
    if (named?.is === 'place' && !named.like && (!relation || relation.as === 'of')) {
      named.like = like
      named.to = like.to
      return
    }
    const { material, colour, count, finish } = like
    if (material?.thing && (like.many || count || relation?.as === 'beside' || relation?.as === 'with')) {
      this.#like = { ...like, material: undefined }
      this.#relation = relation
      this.#put(like, material.thing)
    } else if (material && relation?.as === 'against')
      this.#wish({ backdrop: { as: 'wall', material: materialOf(like) } }, span, `A wall behind: ${nameOf(like)}.`)
    else if (material || (finish && !colour)) this.#surface(like, span)
    else if (colour) {
      const as = relation?.as === 'against' ? 'wall' : 'seamless'
      this.#wish(
        { backdrop: { as, material: materialOf(like) } },
        span,
        as === 'wall' ? `A wall behind: ${nameOf(like)}.` : `A seamless sweep, ${nameOf(like)}.`,
      )
    } else this.unused.push({ from: like.from, to: like.to })
  }
}
