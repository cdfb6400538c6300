import { curve, loft, rounded, tube } from '../render/shapes.mjs'
import { plainSet, plainView } from './plain.mjs'

function build(stage) {
  const glaze = stage.material((s) => {
    s.colour(0.5, 0.03, 0.025)
    s.rough = 0.12
  })
  loft(
    stage.mesh,
    rounded([
      [0, 0],
      [4, 0, 0.4],
      [4.3, 5, 3],
      [3.9, 9, 0.15],
      [3.6, 9, 0.15],
      [3.9, 5, 3],
      [3.6, 0.5, 0.4],
      [0, 0.5],
    ]),
    glaze,
  )
  const grip = curve([
    [3.9, 7.4, 0],
    [5.6, 7.6, 0],
    [6.8, 6, 0],
    [6.4, 3.6, 0],
    [5, 2.2, 0],
    [3.9, 1.9, 0],
  ])
  tube(
    stage.mesh,
    Array.from({ length: 40 }, (_, i) => grip(i / 39)),
    0.5,
    glaze,
    { sides: 20 },
  )
  return plainSet(stage, {
    wood: [
      [0.46, 0.3, 0.16],
      [0.24, 0.13, 0.06],
    ],
    paint: [0.6, 0.58, 0.54],
    behind: [0.2, 0.28, 0.36],
    seed: 2,
  })
}

export const scene = { ...plainView(4.6), build }
