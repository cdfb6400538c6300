import type { Camera, Card, Environment, Gobo, Light, MadeKind, Product } from './document'
import type { Material } from './materials'

/** Where a thing stands, seen from the hero. */
export type Where = 'under' | 'beside' | 'left' | 'right' | 'behind' | 'front'

/** A prop that words ask for. Sizes in widths of the hero. */
export interface Thing {
  readonly name: string
  readonly kind: MadeKind
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly material: Partial<Material> & Pick<Material, 'kind'>
  /** Pieces, where a number is not said; scattered things are one prop of so many pieces. */
  readonly count: number
  readonly scattered?: boolean
  /** Products stand on it. */
  readonly carries?: boolean
  /** Stands behind the products where nothing else is said. */
  readonly tall?: boolean
}

export interface ThingWish {
  readonly thing: Thing
  /** 0 = none of it. */
  readonly count: number
  readonly where: Where
  readonly material: Partial<Material>
}

/** What words ask of a light. Sizes and distances in the hero's longer side. */
export interface LightWish {
  readonly on?: boolean
  readonly kind?: Light['kind']
  readonly size?: number
  readonly away?: number
  /** Seen from the camera: 0 = from it, 90 = from the picture's right. */
  readonly azimuth?: number
  readonly elevation?: number
  readonly kelvin?: number
}

/** What words ask for, all together. What is absent stays as it is. No value builds on an earlier one: so words said twice count once. */
export interface Wish {
  readonly surface?: Partial<Material>
  readonly backdrop?: { readonly as: 'seamless' | 'wall' | 'plain'; readonly material: Partial<Material> }
  readonly key?: LightWish
  readonly fill?: LightWish
  readonly rim?: LightWish
  readonly environment?: Partial<Environment>
  /** Null = none. */
  readonly gobo?: { readonly kind: Gobo['kind'] | null }
  readonly camera?: Partial<Pick<Camera, 'focal' | 'fNumber' | 'tilt' | 'exposure' | 'kelvin'>>
  /** Share of each side of the frame that the hero leaves free. */
  readonly margin?: number
  readonly aspect?: number
  readonly pose?: Product['pose']
  /** Props of the scene itself are taken away. */
  readonly noProps?: boolean
  readonly things?: { readonly [name: string]: ThingWish }
  readonly noCards?: boolean
  readonly cards?: { readonly [side in 'left' | 'right' | 'above' | 'front']?: Card['kind'] }
}

/** Two wishes of which the later wins wherever they ask for the same. */
export function wished(before: Wish, later: Wish): Wish {
  const both: Record<string, unknown> = { ...before, ...later }
  for (const part of ['key', 'fill', 'rim', 'environment', 'camera', 'things', 'cards'] as const) {
    if (before[part] && later[part]) both[part] = { ...before[part], ...later[part] }
  }
  if (later.surface && !later.surface.kind) both.surface = { ...before.surface, ...later.surface }
  if (later.noProps && !later.things) delete both.things
  if (later.noCards && !later.cards) delete both.cards
  return both
}
