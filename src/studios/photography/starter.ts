import { Scene } from '../../core/scene/document'

/** The set that a product is shown in before its seller has chosen one: grey paper, one large light, a white card across. */
export const STARTER: Scene = Scene.parse({
  aspect: 1,
  camera: { target: [0, 92, 0], distance: 850, tilt: 9, focal: 85, fNumber: 11 },
  lights: [
    { id: 'key', kind: 'softbox', role: 'key', azimuth: -50, elevation: 42, distance: 800, width: 500, height: 500, power: -0.4 },
    { id: 'rim', kind: 'strip', role: 'rim', azimuth: 145, elevation: 30, distance: 800, width: 150, height: 700, power: -1.6 },
  ],
  cards: [{ id: 'bounce', kind: 'white', at: [340, 150, 60], width: 300, height: 300, azimuth: -80 }],
  environment: { kind: 'studio', power: -2 },
  ground: { material: { kind: 'paper', colour: [205, 204, 202] } },
  backdrop: { kind: 'sweep', distance: 900, radius: 500 },
  products: [{ id: 'hero', size: { by: 'fit', width: 220, height: 200 } }],
})
