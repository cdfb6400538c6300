import { type BufferGeometry, Vector3 } from 'three'

type Size = readonly [number, number, number]

/** Stretches geometry so that it fills a box of this size, its foot's middle at the origin. */
export function fill(geometry: BufferGeometry, [w, h, d]: Size): BufferGeometry {
  geometry.computeBoundingBox()
  const box = geometry.boundingBox
  if (!box) return geometry
  const [size, middle] = [box.getSize(new Vector3()), box.getCenter(new Vector3())]
  geometry.translate(-middle.x, -box.min.y, -middle.z)
  return geometry.scale(w / (size.x || 1), h / (size.y || 1), d / (size.z || 1))
}

/** Makes geometry as large as goes into a box of this size without stretching it, its foot's middle at the origin. */
export function fitInto(geometry: BufferGeometry, [w, h, d]: Size): BufferGeometry {
  geometry.computeBoundingBox()
  const box = geometry.boundingBox
  if (!box) return geometry
  const size = box.getSize(new Vector3())
  const scale = Math.min(w / size.x, h / size.y, d / size.z)
  return fill(geometry, [size.x * scale, size.y * scale, size.z * scale])
}
