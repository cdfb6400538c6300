import { BufferAttribute, type BufferGeometry, Vector3 } from 'three'

/**
 * Cuts a solid's surface into planes and lays them flat: uv in mm as if it were sawn out of the material. `box` = each triangle by the
 * axis that it faces most; `axis` = what faces up or down is seen from above, the rest is rolled off around the vertical.
 */
export function unwrap(source: BufferGeometry, way: 'box' | 'axis'): BufferGeometry {
  const geometry = source.index ? source.toNonIndexed() : source
  const position = geometry.getAttribute('position')
  const uv = new Float32Array(position.count * 2)
  const [a, b, c] = [new Vector3(), new Vector3(), new Vector3()]
  geometry.computeBoundingBox()
  const radius = geometry.boundingBox?.getSize(a).setY(0).length() ?? 0
  for (let i = 0; i < position.count; i += 3) {
    const corners = [a, b, c].map((corner, k) => corner.fromBufferAttribute(position, i + k).clone()) as [Vector3, Vector3, Vector3]
    const face = corners[1].clone().sub(corners[0]).cross(corners[2].clone().sub(corners[0])).normalize()
    const lies = Math.abs(face.y) > 0.7
    const before = Math.atan2(face.x, face.z)
    corners.forEach(({ x, y, z }, k) => {
      const at = (i + k) * 2
      if (lies) uv.set([x, -z * Math.sign(face.y)], at)
      else if (way === 'axis') {
        let turn = Math.abs(x) + Math.abs(z) < 1e-6 ? before : Math.atan2(x, z)
        if (turn - before > Math.PI) turn -= 2 * Math.PI
        if (turn - before < -Math.PI) turn += 2 * Math.PI
        uv.set([(turn * radius) / (2 * Math.SQRT2), y], at)
      } else if (Math.abs(face.x) > Math.abs(face.z)) uv.set([-z * Math.sign(face.x), y], at)
      else uv.set([x * Math.sign(face.z), y], at)
    })
  }
  return geometry.setAttribute('uv', new BufferAttribute(uv, 2))
}

/**
 * uv in mm for what is round all over: Lambert's equal areas around the direction of `front`; the one place where it tears lies opposite.
 */
export function unwrapRound(geometry: BufferGeometry, front: Vector3): BufferGeometry {
  geometry.computeBoundingBox()
  const middle = geometry.boundingBox?.getCenter(new Vector3()) ?? new Vector3()
  const radius = (geometry.boundingBox?.getSize(new Vector3()).length() ?? 0) / (2 * Math.sqrt(3))
  const [into, up] = [front.clone().normalize(), new Vector3(0, 1, 0)]
  const right = up.clone().cross(into).normalize()
  up.crossVectors(into, right)
  const position = geometry.getAttribute('position')
  const uv = new Float32Array(position.count * 2)
  const at = new Vector3()
  for (let i = 0; i < position.count; i++) {
    at.fromBufferAttribute(position, i).sub(middle).normalize()
    const stretch = radius * Math.sqrt(2 / Math.max(1e-3, 1 + at.dot(into)))
    uv.set([at.dot(right) * stretch, at.dot(up) * stretch], i * 2)
  }
  return geometry.setAttribute('uv', new BufferAttribute(uv, 2))
}
