import { place } from '../render/mesh.mjs'
import { makeRoom, panes } from '../render/room.mjs'
import { box } from '../render/shapes.mjs'
import { cloth, table, wall } from './props.mjs'

/** A bare corner for the small test pictures: a table, a wall, one thing out of focus behind, one window. */
export function plainSet(stage, { wood, paint, behind, seed }) {
  table(stage, { colours: wood, width: 10, back: -30, seed, turn: 4 })
  wall(stage, -60, paint)
  const block = stage.material((s) => {
    s.colour(...behind)
    s.rough = 0.6
  })
  stage.put(place({ at: [-15, 3.5, -20], turn: [0, 30, 0] }), (mesh) => box(mesh, [4, 3.5, 4], 0.4, block))
  cloth(stage, place({ at: [16, 0, -12], turn: [0, 60, 0] }), [16, 14], [0.66, 0.64, 0.6])
  stage.window({ at: [-90, 44, 45], u: [0, 0, -36], v: [0, 44, 0], light: [23, 24, 26], pattern: panes(2, 2) })
  return makeRoom({ level: 0.36 })
}

/** The camera and development all small pictures share; `height` is the middle of the product, cm. */
export const plainView = (height) => ({
  view: { eye: [1, height + 9, 36], target: [0, height, 0], fov: 33, focus: 36, lens: 0.2 },
  look: { ev: -0.3, grain: 0.6 },
})
