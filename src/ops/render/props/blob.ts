import { type BufferGeometry, IcosahedronGeometry, Vector3 } from 'three'
import { ImprovedNoise } from 'three/addons/math/ImprovedNoise.js'
import { mergeVertices } from 'three/addons/utils/BufferGeometryUtils.js'

/** Where the surface lies in a direction (a unit vector, to be changed into the point). */
export type Body = (direction: Vector3) => void

/** A closed body around the origin of 20 (detail + 1)² triangles. Normals come from the function, not from the triangles. */
export function blob(body: Body, detail: number): BufferGeometry {
  const ball = new IcosahedronGeometry(1, detail)
  ball.deleteAttribute('normal')
  ball.deleteAttribute('uv')
  const geometry = mergeVertices(ball, 1e-5)
  const position = geometry.getAttribute('position')
  const normal = position.clone()
  const [dir, p, a, b, s, t] = Array.from({ length: 6 }, () => new Vector3()) as [Vector3, Vector3, Vector3, Vector3, Vector3, Vector3]
  const step = 0.02
  for (let i = 0; i < position.count; i++) {
    dir.fromBufferAttribute(position, i).normalize()
    s.set(Math.abs(dir.y) < 0.9 ? 0 : 1, Math.abs(dir.y) < 0.9 ? 1 : 0, 0)
    s.cross(dir).normalize()
    t.crossVectors(dir, s)
    const between = (axis: Vector3, into: Vector3) => {
      body(into.copy(dir).addScaledVector(axis, step).normalize())
      body(p.copy(dir).addScaledVector(axis, -step).normalize())
      return into.sub(p)
    }
    between(s, a).cross(between(t, b))
    if (a.length() < 1e-12) a.copy(dir)
    a.normalize()
    normal.setXYZ(i, a.x, a.y, a.z)
    body(p.copy(dir))
    position.setXYZ(i, p.x, p.y, p.z)
  }
  return geometry.setAttribute('normal', normal)
}

const perlin = new ImprovedNoise()

/** Smooth noise in space, about -1 to 1; another `shift` is another body. */
export const lumps = ({ x, y, z }: Vector3, frequency: number, shift: number): number =>
  perlin.noise(x * frequency + shift * 17.3, y * frequency + shift * 5.1, z * frequency + shift * 9.7)

/** The direction brought to the face of a cube with soft edges; the greater the power, the harder they are. */
export function cubed(direction: Vector3, power: number): Vector3 {
  const { x, y, z } = direction
  return direction.multiplyScalar((Math.abs(x) ** power + Math.abs(y) ** power + Math.abs(z) ** power) ** (-1 / power))
}
