import { place } from '../render/mesh.mjs'
import { box } from '../render/shapes.mjs'
import { plainSet, plainView } from './plain.mjs'

function build(stage) {
  const card = stage.material((s) => {
    s.colour(0.03, 0.085, 0.32)
    s.rough = 0.4
  })
  const ribbon = stage.material((s) => {
    s.colour(0.74, 0.68, 0.58)
    s.rough = 0.5
  })
  stage.put(place({ at: [0, 3.6, 0], turn: [0, 32, 0] }), (mesh) => {
    box(mesh, [4.6, 3.6, 3.6], 0.15, card)
    box(mesh, [0.7, 3.63, 3.63], 0.1, ribbon)
    box(mesh, [4.63, 3.63, 0.7], 0.1, ribbon)
  })
  return plainSet(stage, {
    wood: [
      [0.3, 0.17, 0.09],
      [0.12, 0.06, 0.03],
    ],
    paint: [0.6, 0.56, 0.5],
    behind: [0.5, 0.22, 0.12],
    seed: 11,
  })
}

export const scene = { ...plainView(4), build }
