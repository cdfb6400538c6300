import { MOST, type Point, type Product, type Prop, type Scene, Scene as SceneSchema } from './document'
import { type Body, cornersOf, extentOf, framedOn } from './framing'
import { project, shifted, type View, viewOf } from './geometry'
import { Material } from './materials'
import { clamp, rad } from './numbers'
import { type Layout, PLANS, type Place } from './plans'

export interface Grouping {
  /** Between neighbours, in mean widths of the products. */
  readonly gap: number
  /** Share of a product's picture that others may stand before, 0 to 0.9. */
  readonly overlap: number
  /** Share of each side of the frame that stays free. */
  readonly margin: number
}

export const GROUPING: Grouping = { gap: 0.15, overlap: 0.15, margin: 0.08 }

/**
 * The scene with its products (one body each, mm, in their order) put up as a layout says: at their true heights, apart from each other on
 * the ground, at most `overlap` of each hidden, the middle of what they weigh to the eye (width × height) at the set's origin, and all of
 * it in the frame. Podiums of an earlier layout go, new ones come where the layout has some. Flat lays are seen straight from above.
 */
export function grouped(scene: Scene, layout: Layout, bodies: readonly Body[], asked: Grouping = GROUPING): Scene {
  const camera = layout === 'flat lay' ? { ...scene.camera, tilt: 90 } : { ...scene.camera, tilt: Math.min(scene.camera.tilt, 60) }
  const gap = (asked.gap * bodies.reduce((sum, { width }) => sum + width, 0)) / bodies.length
  let found: Scene | undefined
  // A layout begins close together; where too much is hidden it is drawn apart, sideways and upwards.
  for (let round = 0; round <= 40; round++) {
    const loose = round < 20 ? round / 10 : 2 * 1.2 ** (round - 20)
    const places = balanced(PLANS[layout](bodies, gap, loose, scene.aspect), bodies)
    found = put({ ...scene, camera }, places, bodies, asked.margin)
    if (layout === 'flat lay' || worstHidden(found, bodies) <= asked.overlap) break
  }
  return SceneSchema.parse(found)
}

/** Moves all so that the weight of what is seen lies over the origin, left and right. */
function balanced(places: readonly Place[], bodies: readonly Body[]): Place[] {
  const weight = bodies.map(({ width, height }) => width * height)
  const whole = weight.reduce((sum, one) => sum + one, 0)
  const middle = places.reduce((sum, { x }, i) => sum + x * (weight[i] as number), 0) / whole
  return places.map((place) => ({ ...place, x: place.x - middle }))
}

const LAYOUT = 'layout-'

function put(scene: Scene, places: readonly Place[], bodies: readonly Body[], margin: number): Scene {
  const { azimuth } = scene.camera
  const [sine, cosine] = [Math.sin(azimuth * rad), Math.cos(azimuth * rad)]
  // Plans are drawn as the camera sees the ground.
  const at = ({ x, y, z }: Place): Point => [x * cosine + z * sine, y, z * cosine - x * sine]
  const pose = (place: Place): Product['pose'] => (place.lies ? 'lying' : 'standing')
  const products = scene.products.map((product, i): Product => {
    const [place, body] = [places[i], bodies[i]]
    if (!place || !body) return product
    return { ...product, at: at(place), pose: pose(place), size: { by: 'height', height: clamp(body.height, 1, 10_000) } }
  })
  const podiums = places.flatMap((place, i): Prop[] => {
    if (!place.podium) return []
    const [width, depth] = place.podium
    const size = [clamp(width, 1, 10_000), clamp(place.y, 0.2, 10_000), clamp(depth, 1, 10_000)] as const
    const material = Material.parse({ kind: 'plaster' })
    return [
      { id: `${LAYOUT}${i + 1}`, kind: 'box', at: at({ ...place, y: 0 }), size: [...size], turn: azimuth, material, count: 1, seed: i },
    ]
  })
  const corners = places.flatMap((place, i) => cornersOf(bodies[i] as Body, at(place), pose(place), azimuth))
  const camera = framedOn(scene.camera, scene.aspect, corners, margin)
  return { ...scene, camera, products, props: [...scene.props.filter(({ id }) => !id.startsWith(LAYOUT)), ...podiums].slice(0, MOST.props) }
}

/** The corners of a standing product's picture: it looks at the camera, as high as the product is from whatever tilt. */
const pictureOf = (view: View, at: Point, { width, height }: Body): Point[] =>
  [-0.5, 0.5].flatMap((u) => [0, 1].map((v) => shifted(at, view, u * width, v * height)))

/** The largest share of a product's picture that others stand before, by their boxes in the frame. */
export function worstHidden(scene: Scene, bodies: readonly Body[]): number {
  const view = viewOf(scene.camera, scene.aspect, scene.aspect, 1)
  const boxes = bodies.map((body, i) => {
    const { at, pose } = scene.products[i] as Product
    const corners = pose === 'lying' ? cornersOf({ ...body, depth: 0 }, at, pose, scene.camera.azimuth) : pictureOf(view, at, body)
    return { ...extentOf(scene.camera, scene.aspect, corners), depth: project(view, at).depth }
  })
  const hidden = boxes.map((box, i) =>
    boxes.reduce((sum, other, j) => {
      if (i === j || other.depth > box.depth || (other.depth === box.depth && j > i)) return sum
      const across = Math.min(box.right, other.right) - Math.max(box.left, other.left)
      const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top)
      return across > 0 && down > 0 ? sum + (across * down) / ((box.right - box.left) * (box.bottom - box.top)) : sum
    }, 0),
  )
  return Math.max(0, ...hidden)
}
