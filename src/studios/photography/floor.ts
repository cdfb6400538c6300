import type { Scene } from '../../core/scene/document'
import { towards } from '../../core/scene/geometry'
import { planOf } from '../../core/scene/lighting'
import type { Floor } from './edits'

const STEP = 10
const FAR = 50
const FINE = 1
const WAYS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** How far an arrow key moves a thing over the floor, mm; null for any other key. */
export function wayOf({ key, shiftKey, altKey, ctrlKey, metaKey }: Pressed): Floor | null {
  const way = WAYS[key]
  if (!way || ctrlKey || metaKey) return null
  const step = altKey ? FINE : shiftKey ? FAR : STEP
  return { x: way[0] * step, z: way[1] * step }
}

/** The part of the floor that a plan shows: all that stands there, with a margin, no flatter than 4 : 3 and no higher than wide. */
export function boundsOf(scene: Scene): { left: number; top: number; width: number; height: number } {
  const { camera, backdrop, props, cards, products, lights } = scene
  const xs: number[] = []
  const zs: number[] = []
  const take = (x: number, z: number, reach = 0) => {
    xs.push(x - reach, x + reach)
    zs.push(z - reach, z + reach)
  }
  const eye = towards(camera.target, camera.azimuth, camera.tilt, camera.distance)
  take(eye[0], eye[2], 40)
  for (const { at, size } of props) take(at[0], at[2], Math.max(size[0], size[2]) / 2)
  for (const { at, width } of cards) take(at[0], at[2], width / 2)
  for (const product of products) take(product.at[0], product.at[2], product.size.height / 2)
  for (const light of lights) {
    const { x, z } = planOf(light)
    take(x, z, light.width / 2)
  }
  if (backdrop.kind === 'sweep' || backdrop.kind === 'wall') take(0, -backdrop.distance)
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...zs), Math.max(...zs)]
  const margin = 0.09 * Math.max(east - west, south - north)
  const [w, h] = [east - west + 2 * margin, south - north + 2 * margin]
  const width = Math.max(w, h)
  const height = Math.max(h, width * 0.75)
  return { left: (west + east - width) / 2, top: (north + south - height) / 2, width, height }
}
