import type { Aids, Spot } from '../../core/scene/horizon'
import { clamp } from '../../core/scene/numbers'
import type { Handle } from './Handles'

/** Of a picture, px. */
interface Size {
  readonly width: number
  readonly height: number
}

type Edge = readonly [top: Spot, bottom: Spot]
type Round = NonNullable<Aids['rims']>[number]

/** What is drawn over a product's photo to find its camera, px of the picture; null = not drawn. */
export interface Drawing {
  readonly edges: readonly [left: Edge, right: Edge] | null
  readonly rim: Round | null
  readonly foot: Round | null
}
export type Aid = keyof Drawing

/** An aid as it lies over the product before a hand has moved it. `box`: shares of the picture from the left and the top. */
export function freshAid<A extends Aid>(
  aid: A,
  { width, height }: Size,
  [left, top, right, bottom]: readonly [number, number, number, number],
): NonNullable<Drawing[A]> {
  const [x, y, w, h] = [left * width, top * height, (right - left) * width, (bottom - top) * height]
  const edge = (share: number): Edge => [
    { x: x + share * w, y: y + 0.2 * h },
    { x: x + share * w, y: y + 0.8 * h },
  ]
  const round = (share: number): Round => ({ middle: { x: x + w / 2, y: y + share * h }, across: w * 0.45, down: w * 0.12 })
  const fresh = { edges: [edge(0.08), edge(0.92)] as const, rim: round(0.1), foot: round(0.9) }
  return fresh[aid] as NonNullable<Drawing[A]>
}

/** As `perspectiveOf` takes them. */
export const aidsOf = ({ edges, rim, foot }: Drawing): Aids => ({
  ...(edges ? { verticals: edges } : {}),
  rims: [rim, foot].filter((one) => one !== null),
})

const SIDES = ['Left edge', 'Right edge'] as const
const ENDS = ['top', 'bottom'] as const
const ROUNDS = { rim: 'Rim', foot: 'Foot' } as const

/** All handles of what is drawn, in the order in which Tab goes through them. */
export function handlesOf({ edges, ...rounds }: Drawing): Handle[] {
  const ends = (edges ?? []).flatMap((edge, i) => edge.map((at, j) => ({ id: `edges ${i} ${j}`, name: `${SIDES[i]}, ${ENDS[j]}`, at })))
  const ovals = (['rim', 'foot'] as const).flatMap((aid) => {
    const round = rounds[aid]
    if (!round) return []
    const { middle, across, down } = round
    return [
      { id: `${aid} middle`, name: `${ROUNDS[aid]}, middle`, at: middle },
      { id: `${aid} across`, name: `${ROUNDS[aid]}, right end`, at: { x: middle.x + across, y: middle.y } },
      { id: `${aid} down`, name: `${ROUNDS[aid]}, nearest point`, at: { x: middle.x, y: middle.y + down } },
    ]
  })
  return [...ends, ...ovals]
}

/** What is drawn with one handle moved, within the picture. */
export function redrawn(drawing: Drawing, handle: string, to: Spot, { width, height }: Size): Drawing {
  const at = { x: clamp(to.x, 0, width), y: clamp(to.y, 0, height) }
  const [aid, part, end] = handle.split(' ') as [Aid, string, string?]
  if (aid === 'edges') {
    const edges = drawing.edges?.map((edge, i) => edge.map((was, j) => (`${i}` === part && `${j}` === end ? at : was)))
    return { ...drawing, edges: (edges ?? null) as Drawing['edges'] }
  }
  const round = drawing[aid]
  if (!round) return drawing
  const across = Math.max(1, Math.abs(at.x - round.middle.x))
  // A circle is never seen higher than wide, but for the edge of a wide lens.
  const changed: Record<string, Round> = {
    middle: { ...round, middle: at },
    across: { ...round, across, down: Math.min(round.down, across) },
    down: { ...round, down: clamp(at.y - round.middle.y, 0, round.across) },
  }
  return { ...drawing, [aid]: changed[part] ?? round }
}
