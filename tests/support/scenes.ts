import { Scene } from '../../src/core/scene/document'
import type { z } from '../../src/core/schema'

/** What a test says of a set; the rest is filled in. */
export type Sketch = Partial<z.input<typeof Scene>>

/** A bare set with one product in it, 100 mm high and 1 m away, or with what is given. */
export const sceneOf = (given: Sketch = {}): Scene =>
  Scene.parse({
    camera: { distance: 1000, tilt: 10, focal: 85 },
    lights: [],
    environment: { kind: 'studio' },
    ground: { material: { kind: 'paper' } },
    backdrop: { kind: 'none', colour: [255, 255, 255] },
    products: [{ id: 'hero', size: { by: 'height', height: 100 } }],
    ...given,
  })
