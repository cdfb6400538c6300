import type { Colour } from '../colour'
import type { Material } from './materials'
import type { Meaning } from './vocabulary'
import type { LightWish, Where } from './wish'

/** A phrase's meaning, of one sort. */
export type Said<I extends Meaning['is']> = Extract<Meaning, { is: I }>

/** A part of the text, UTF-16 places. */
export interface Span {
  from: number
  to: number
}

/** Words that wait for what they describe: “two round white marble …”. */
export interface Describing extends Span {
  colour?: Said<'colour'>
  shade?: number
  finish?: Said<'finish'>
  material?: Said<'material'>
  count?: number
  many: boolean
}

/** Where things stand, as sentences end. */
export const WHERE: Record<Where, string> = {
  under: 'under the product',
  beside: 'beside the product',
  left: 'on the left',
  right: 'on the right',
  behind: 'behind the product',
  front: 'in front',
}
export const CARD_AT = { left: 'on the left', right: 'on the right', above: 'above', front: 'in front' }

/** Of the names of things. */
export function plural(name: string): string {
  if (name.endsWith('s')) return name
  if (name.endsWith('leaf')) return `${name.slice(0, -1)}ves`
  if (name.endsWith('y')) return `${name.slice(0, -1)}ies`
  return name.endsWith('ch') ? `${name}es` : `${name}s`
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What one more describing word adds. */
export function described(meaning: Said<'count' | 'shade' | 'finish' | 'colour' | 'material'>): Partial<Describing> {
  if (meaning.is === 'count') return { count: meaning.count }
  if (meaning.is === 'shade') return { shade: meaning.by }
  if (meaning.is === 'finish') return { finish: meaning }
  return meaning.is === 'colour' ? { colour: meaning } : { material: meaning }
}

/** As a sentence names it: “dark glossy green marble”. */
export const nameOf = ({ shade = 0, finish, colour, material }: Describing) =>
  [shade < 0 ? 'dark' : shade > 0 ? 'light' : '', finish?.name, colour?.name, material?.name].filter(Boolean).join(' ')

/** The material that words describe; what they leave open is absent. */
export function materialOf(like: Describing | null): Partial<Material> {
  const { colour, shade = 0, finish, material } = like ?? {}
  // Marble is white by nature, with a tone of its own.
  const tone = colour?.name === 'white' && material?.name === 'marble' ? undefined : colour?.colour
  return {
    ...material?.material,
    ...(tone && { colour: tone.map((part) => Math.round(shade > 0 ? part + (255 - part) * shade : part * (1 + shade))) as Colour }),
    ...(finish && { roughness: finish.roughness }),
  }
}

/** Where a thing stands that is said to be in a direction. */
export function whereOf({ azimuth = 180 }: Pick<LightWish, 'azimuth'>): Where {
  if (azimuth === 0) return 'front'
  if (Math.abs(azimuth) > 90) return 'behind'
  return azimuth < 0 ? 'left' : 'right'
}

/** Where a card stands that is said to be in a direction. */
export function sideOf({ azimuth, elevation = 0 }: Pick<LightWish, 'azimuth' | 'elevation'>): 'left' | 'right' | 'above' | 'front' {
  if (azimuth === undefined) return elevation > 0 ? 'above' : 'front'
  if (azimuth === 0) return 'front'
  return azimuth < 0 ? 'left' : 'right'
}
