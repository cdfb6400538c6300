import { type BufferGeometry, Group, Mesh, type MeshPhysicalMaterial, type Object3D } from 'three'
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js'
import type { Prop } from '../../../core/scene/document'

/**
 * A prop of the scene in mm, at its place and turned, uv in mm. It fills `prop.size`; of scattered things width and depth are the area that
 * they lie in and the height is that of the largest piece. Meshes whose `material` is not the given one (a book's pages, a wick, a clone
 * that is seen from both sides) are dressed already: whoever patches materials does it by going through what comes back.
 * Everything that is drawn is a Mesh; to free it, dispose of their geometries and of materials that are not the given one.
 */
export function propOf(prop: Prop, material: MeshPhysicalMaterial): Object3D {
  const [w, h, d] = prop.size
  const geometry: BufferGeometry = new RoundedBoxGeometry(w, h, d, 3, Math.min(2, w * 0.04, h * 0.04, d * 0.04)).translate(0, h / 2, 0)
  const group = new Group()
  group.add(new Mesh(geometry, material))
  group.position.set(...prop.at)
  group.rotation.y = (prop.turn * Math.PI) / 180
  return group
}
