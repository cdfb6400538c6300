import { loft, rounded } from '../render/shapes.mjs'
import { plainSet, plainView } from './plain.mjs'

function build(stage) {
  const lacquer = stage.material((s) => {
    s.colour(0.035, 0.19, 0.09)
    if (s.py > 3 && s.py < 6 && s.pz > 0 && Math.abs(s.px) < 2.6) s.colour(0.75, 0.72, 0.62)
    s.rough = 0.2
  })
  const lid = stage.material((s) => {
    s.colour(0.8, 0.62, 0.36)
    s.metal = 1
    s.rough = 0.25
  })
  loft(
    stage.mesh,
    rounded([
      [0, 0],
      [4.2, 0, 0.5],
      [4.2, 7.6, 1],
      [3.2, 8.2, 0.3],
      [3.2, 8.8],
    ]),
    lacquer,
  )
  loft(
    stage.mesh,
    rounded([
      [3.2, 8.3],
      [3.5, 8.3, 0.1],
      [3.5, 10, 0.2],
      [0, 10],
    ]),
    lid,
  )
  return plainSet(stage, {
    wood: [
      [0.6, 0.5, 0.38],
      [0.42, 0.32, 0.21],
    ],
    paint: [0.52, 0.42, 0.36],
    behind: [0.62, 0.6, 0.55],
    seed: 6,
  })
}

export const scene = { ...plainView(4.9), build }
