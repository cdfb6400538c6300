import type { Material, Mesh, Object3D } from 'three'
import type { MeshMaterial, MeshPart } from '../../core/mesh'
import { type Baked, baked } from './bake'
import { empty } from './refuse'

/** The meshes below an object as one part for each material, and what they fill: mm, the middle of the foot on the origin. Throws `model-empty`. */
export async function joined(
  scene: Object3D,
  materialOf: (material: Material) => MeshMaterial,
  breathe: () => Promise<void>,
): Promise<{ parts: MeshPart[]; size: [number, number, number] }> {
  const meshes: Mesh[] = []
  scene.traverse((object) => {
    if ((object as Mesh).isMesh) meshes.push(object as Mesh)
  })
  const worn = new Map<Material, Baked[]>()
  for (const mesh of meshes) {
    await breathe()
    const one = baked(mesh)
    const material = [mesh.material].flat()[0] as Material
    if (one.indices.length > 0) worn.set(material, [...(worn.get(material) ?? []), one])
  }
  if (worn.size === 0) empty()
  const parts = [...worn].map(([material, pieces]): MeshPart => ({ ...together(pieces), material: materialOf(material) }))
  return { parts, size: standing(parts) }
}

const lengthOf = (lists: readonly ArrayLike<number>[]) => lists.reduce((sum, { length }) => sum + length, 0)

function together(pieces: readonly Baked[]): Omit<MeshPart, 'material'> {
  const corners = lengthOf(pieces.map(({ positions }) => positions)) / 3
  /** Those of all pieces behind each other; where some have none, they get `rest`. */
  const all = (of: (piece: Baked) => Float32Array | null | undefined, size: number, rest: number) => {
    if (!pieces.some(of)) return null
    const out = new Float32Array(corners * size).fill(rest)
    let at = 0
    for (const piece of pieces) {
      out.set(of(piece) ?? [], at * size)
      at += piece.positions.length / 3
    }
    return out
  }
  const indices = new Uint32Array(lengthOf(pieces.map((piece) => piece.indices)))
  let [at, from] = [0, 0]
  for (const piece of pieces) {
    for (const corner of piece.indices) indices[at++] = corner + from
    from += piece.positions.length / 3
  }
  return {
    positions: all(({ positions }) => positions, 3, 0) ?? new Float32Array(),
    normals: all(({ normals }) => normals, 3, 0),
    tangents: all(({ tangents }) => tangents, 4, 0),
    uvs: [0, 1].map((set) => all(({ uvs }) => uvs[set], 2, 0)),
    colours: all(({ colours }) => colours, 4, 1),
    indices,
  }
}

/** Stands parts on the origin by the corners that are drawn; returns width, height and depth. Throws `model-empty` for what fills nothing. */
function standing(parts: readonly MeshPart[]): [number, number, number] {
  const [least, most] = [
    [Infinity, Infinity, Infinity],
    [-Infinity, -Infinity, -Infinity],
  ] as [number[], number[]]
  for (const { positions, indices } of parts) {
    for (const corner of indices) {
      for (let axis = 0; axis < 3; axis++) {
        const value = positions[corner * 3 + axis] as number
        least[axis] = Math.min(least[axis] as number, value)
        most[axis] = Math.max(most[axis] as number, value)
      }
    }
  }
  const size = [0, 1, 2].map((axis) => (most[axis] as number) - (least[axis] as number)) as [number, number, number]
  if (Math.max(...size) < 1e-6) empty()
  const foot = [0, 1, 2].map((axis) => (least[axis] as number) + (axis === 1 ? 0 : (size[axis] as number) / 2))
  for (const { positions } of parts)
    for (let i = 0; i < positions.length; i++) positions[i] = (positions[i] as number) - (foot[i % 3] as number)
  return size
}
