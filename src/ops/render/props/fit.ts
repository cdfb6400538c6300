import { Box3, type BufferGeometry, Vector3 } from 'three'

type Size = readonly [number, number, number]

/** Stretches geometry so that it fills a box of this size, its foot's middle at the origin. */
export function fill(geometry: BufferGeometry, size: Size): BufferGeometry {
  fillTogether([geometry], size)
  return geometry
}

/** The same for several that belong together. */
export function fillTogether(geometries: readonly BufferGeometry[], [w, h, d]: Size): void {
  const whole = new Box3()
  for (const geometry of geometries) {
    geometry.computeBoundingBox()
    if (geometry.boundingBox) whole.union(geometry.boundingBox)
  }
  const [size, middle] = [whole.getSize(new Vector3()), whole.getCenter(new Vector3())]
  for (const geometry of geometries) {
    geometry.translate(-middle.x, -whole.min.y, -middle.z)
    geometry.scale(w / (size.x || 1), h / (size.y || 1), d / (size.z || 1))
  }
}
