import { type BufferAttribute, Matrix3, type Mesh, type SkinnedMesh, Vector3 } from 'three'

/** A mesh where it stands in the file's scene: mm, in the pose that it is stored in. */
export interface Baked {
  readonly positions: Float32Array<ArrayBuffer>
  readonly normals: Float32Array<ArrayBuffer> | null
  readonly tangents: Float32Array<ArrayBuffer> | null
  readonly uvs: readonly (Float32Array<ArrayBuffer> | null)[]
  /** Linear RGBA. */
  readonly colours: Float32Array<ArrayBuffer> | null
  /** Of triangles whose corners are all somewhere. */
  readonly indices: Uint32Array<ArrayBuffer>
}

/** Farther off than this nothing is where somebody put it, mm. */
const FARTHEST = 1e8

/** Bends a mesh into its shape and pose (morph targets, skin), moves it into place, and leaves out what is nowhere. */
export function baked(mesh: Mesh): Baked {
  const { position, normal, tangent, uv, uv1, color } = mesh.geometry.attributes as Record<string, BufferAttribute | undefined>
  const corners = position?.count ?? 0
  const positions = new Float32Array(corners * 3)
  const [normals, tangents] = [normal ? new Float32Array(corners * 3) : null, tangent ? new Float32Array(corners * 4) : null]
  const world = mesh.matrixWorld
  const upright = new Matrix3().getNormalMatrix(world)
  const turned = world.determinant() < 0
  const bend = (mesh as SkinnedMesh).isSkinnedMesh ? (at: Vector3, i: number) => (mesh as SkinnedMesh).applyBoneTransform(i, at) : null
  const [at, ahead, side] = [new Vector3(), new Vector3(), new Vector3()]
  // A skin moves all that is near a corner as it moves the corner, so that directions are differences.
  const directed = (direction: Vector3, i: number) => {
    if (!bend) return direction
    unbent(mesh, i, ahead)
    const tip = direction.add(ahead)
    bend(tip, i)
    bend(ahead, i)
    return tip.sub(ahead)
  }
  for (let i = 0; i < corners; i++) {
    mesh
      .getVertexPosition(i, at)
      .applyMatrix4(world)
      .multiplyScalar(1000)
      .toArray(positions, i * 3)
    if (normal && normals) {
      side.fromBufferAttribute(normal, i)
      morph(mesh, side, i)
      directed(side, i)
        .applyMatrix3(upright)
        .normalize()
        .toArray(normals, i * 3)
    }
    if (tangent && tangents) {
      directed(side.fromBufferAttribute(tangent, i), i)
        .transformDirection(world)
        .toArray(tangents, i * 4)
      tangents[i * 4 + 3] = tangent.getW(i) * (turned ? -1 : 1)
    }
  }
  const indices = corneredBy(mesh, positions, turned)
  if (normals) mended(normals, positions, indices)
  return {
    positions,
    normals,
    tangents,
    uvs: [uv, uv1].map((one) => (one ? spread(one, 2) : null)),
    colours: color ? spread(color, 4) : null,
    indices,
  }
}

/** A corner in its shape, before its skin moves it. */
function unbent(mesh: Mesh, i: number, into: Vector3): Vector3 {
  into.fromBufferAttribute(mesh.geometry.attributes.position as BufferAttribute, i)
  return add(mesh, 'position', into, i)
}

const morph = (mesh: Mesh, normal: Vector3, i: number) => add(mesh, 'normal', normal, i)

const step = new Vector3()
/** Adds what a mesh's shapes change of a corner (glTF: differences, each times its weight). */
function add(mesh: Mesh, attribute: 'position' | 'normal', to: Vector3, i: number): Vector3 {
  const targets = mesh.geometry.morphAttributes[attribute] ?? []
  targets.forEach((target, k) => {
    const weight = mesh.morphTargetInfluences?.[k] ?? 0
    if (weight !== 0) to.addScaledVector(step.fromBufferAttribute(target as BufferAttribute, i), weight)
  })
  return to
}

/** The triangles whose corners are all there; turned over where the mesh is mirrored. */
function corneredBy({ geometry }: Mesh, positions: Float32Array, turned: boolean): Uint32Array<ArrayBuffer> {
  const { index } = geometry
  const corners = positions.length / 3
  const run = index?.count ?? corners
  const here = (corner: number) =>
    corner < corners && [0, 1, 2].every((axis) => Math.abs(positions[corner * 3 + axis] as number) <= FARTHEST)
  const indices = new Uint32Array(run - (run % 3))
  let n = 0
  for (let i = 0; i + 2 < run; i += 3) {
    const [a, b, c] = index ? [index.getX(i), index.getX(i + 1), index.getX(i + 2)] : [i, i + 1, i + 2]
    if (!here(a) || !here(b) || !here(c)) continue
    indices.set(turned ? [a, c, b] : [a, b, c], n)
    n += 3
  }
  return indices.slice(0, n)
}

const sound = (list: Float32Array, at: number) => Math.hypot(list[at] as number, list[at + 1] as number, list[at + 2] as number) > 0.5

/** Gives corners whose normal is nothing the mean normal of the triangles around them. */
function mended(normals: Float32Array, positions: Float32Array, indices: Uint32Array): void {
  const lost = new Set<number>()
  for (let i = 0; i < normals.length / 3; i++) if (!sound(normals, i * 3)) lost.add(i)
  if (lost.size === 0) return
  for (const i of lost) normals.fill(0, i * 3, i * 3 + 3)
  const [a, b, c] = [new Vector3(), new Vector3(), new Vector3()]
  for (let t = 0; t < indices.length; t += 3) {
    const face = indices.subarray(t, t + 3)
    if (!face.some((corner) => lost.has(corner))) continue
    for (const [k, point] of [a, b, c].entries()) point.fromArray(positions, (face[k] as number) * 3)
    b.sub(a).cross(c.sub(a))
    for (const corner of face) {
      if (!lost.has(corner)) continue
      for (const axis of [0, 1, 2]) normals[corner * 3 + axis] = (normals[corner * 3 + axis] as number) + b.getComponent(axis)
    }
  }
  for (const i of lost) {
    a.fromArray(normals, i * 3).normalize()
    ;(a.lengthSq() > 0.5 ? a : a.set(0, 1, 0)).toArray(normals, i * 3)
  }
}

/** An attribute as plain numbers, `size` of each corner: what it lacks is 1, what is no number 0. */
function spread(from: BufferAttribute, size: number): Float32Array<ArrayBuffer> {
  const out = new Float32Array(from.count * size)
  for (let i = 0; i < from.count; i++) {
    for (let k = 0; k < size; k++) {
      const value = k < from.itemSize ? from.getComponent(i, k) : 1
      out[i * size + k] = Number.isFinite(value) ? value : 0
    }
  }
  return out
}
