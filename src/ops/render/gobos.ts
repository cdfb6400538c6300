import { DoubleSide, Mesh, MeshBasicMaterial, type Object3D, PlaneGeometry } from 'three'
import type { Gobo } from '../../core/scene/document'

/**
 * What stands in a light's way: flat, in the xy plane about the origin, facing +z, mm. Only its shadow is wanted, so it casts from both
 * sides and its colour says nothing.
 */
export function goboOf(gobo: Gobo): Object3D {
  const mesh = new Mesh(new PlaneGeometry(100 * gobo.scale, 100 * gobo.scale), new MeshBasicMaterial({ side: DoubleSide }))
  mesh.castShadow = true
  return mesh
}
