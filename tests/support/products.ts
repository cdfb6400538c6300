import type { ImageValue } from '../../src/core/recipe'
import { Camera, Product } from '../../src/core/scene/document'

/** A cutout whose alpha (0 to 1) a function gives for each point; its colours are a pattern. Edges are smoothed over a pixel by sampling. */
export function cutout(width: number, height: number, inside: (x: number, y: number) => boolean): ImageValue {
  const data = new Uint8ClampedArray(width * height * 4)
  const steps = 4
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p += 4) {
      let hits = 0
      for (let s = 0; s < steps * steps; s++) if (inside(x + ((s % steps) + 0.5) / steps, y + (Math.floor(s / steps) + 0.5) / steps)) hits++
      data.set([(x * 7 + y * 3) % 256, (x * 5 + 80) % 256, (y * 11 + 40) % 256, Math.round((hits / steps / steps) * 255)], p)
    }
  }
  return { kind: 'image', width, height, data }
}

/** An upright cylinder (radius, height, px) as an orthographic camera sees it from `tilt` degrees above. */
export function cylinder(width: number, height: number, radius: number, length: number, tilt: number): ImageValue {
  const [sin, cos] = [Math.sin((tilt * Math.PI) / 180), Math.cos((tilt * Math.PI) / 180)]
  const [cx, cy] = [width / 2, height / 2]
  const half = (length * cos) / 2
  return cutout(width, height, (x, y) => {
    const t = (x - cx) / radius
    if (Math.abs(t) > 1) return false
    const sag = radius * sin * Math.sqrt(1 - t * t)
    return Math.abs(y - cy) <= half + sag
  })
}

export const disc = (x: number, y: number, radius: number) => (px: number, py: number) => Math.hypot(px - x, py - y) <= radius
export const rectangle = (left: number, top: number, right: number, bottom: number) => (x: number, y: number) =>
  x >= left && x <= right && y >= top && y <= bottom

export const product = (given: Partial<Product> = {}): Product =>
  Product.parse({ id: 'hero', size: { by: 'height', height: 200 }, ...given })
export const camera = (given: Partial<Camera> = {}): Camera => Camera.parse({ distance: 1500, tilt: 8, focal: 85, ...given })
