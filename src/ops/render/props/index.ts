import { DoubleSide, FrontSide, Group, Mesh, MeshPhysicalMaterial, type Object3D, SRGBColorSpace } from 'three'
import type { MadeKind, Prop } from '../../../core/scene/document'
import { seeded } from '../../../core/seeded'
import { cloths } from './cloths'
import { loose } from './loose'
import { made } from './made'
import type { Maker, Part } from './part'
import { plants } from './plants'
import { solids } from './solids'
import { vessels } from './vessels'

const makers: Record<MadeKind, Maker> = { ...solids, ...vessels, ...cloths, ...plants, ...loose, ...made }

/** A prop's geometry alone, standing on the origin; of a model none: its file has it. */
export const partsOf = (prop: Prop): Part[] => (prop.kind === 'model' ? [] : makers[prop.kind](prop, seeded(prop.seed)))

/**
 * A prop of the scene in mm, at its place and turned, uv in mm. It fills `prop.size`; of scattered things width and depth are the area that
 * they lie in and the height is that of the highest piece (petals, leaves and confetti lie lower where nature has them so).
 *
 * What is drawn are Meshes. Some wear a clone of `material` (seen from both sides, tinted by vertex) or a plain one of their own (a book's pages,
 * a wick): whoever patches materials goes through what comes back, and to free it disposes of its geometries and of materials other than the
 * given one. Clones share the given one's textures.
 */
export function propOf(prop: Prop, material: MeshPhysicalMaterial): Object3D {
  const group = new Group()
  for (const part of partsOf(prop)) group.add(new Mesh(part.geometry, dressOf(part, material)))
  group.position.set(...prop.at)
  group.rotation.y = (prop.turn * Math.PI) / 180
  return group
}

function dressOf({ geometry, plain, sheet = false, coverage }: Part, material: MeshPhysicalMaterial): MeshPhysicalMaterial {
  const tinted = geometry.hasAttribute('color')
  if (plain) {
    const own = new MeshPhysicalMaterial({ roughness: plain.roughness, vertexColors: tinted, side: sheet ? DoubleSide : FrontSide })
    const [r, g, b] = plain.colour
    own.color.setRGB(r / 255, g / 255, b / 255, SRGBColorSpace)
    own.userData.coverage = 1
    return own
  }
  if (!sheet && !tinted && coverage === undefined) return material
  const own = material.clone()
  own.vertexColors = tinted
  if (sheet) own.side = DoubleSide
  if (coverage !== undefined) own.userData.coverage = coverage
  return own
}
