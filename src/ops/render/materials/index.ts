import { MeshPhysicalMaterial, SRGBColorSpace } from 'three'
import { natureOf } from '../../../core/scene/material-nature'
import type { Material, MaterialKind } from '../../../core/scene/materials'
import { type Bake, bakeTile } from './bake'
import { cloth } from './kinds/cloth'
import { mineral } from './kinds/mineral'
import { nature } from './kinds/nature'
import { smooth } from './kinds/smooth'
import { wood } from './kinds/wood'
import type { Pattern } from './pattern'

export const patterns: Record<MaterialKind, Pattern> = { ...mineral, ...wood, ...cloth, ...smooth, ...nature }

/** What of a thing of these is in light's way, 0 to 1: true transmission would cost more than it shows. Others are opaque. */
const coverage: Partial<Record<MaterialKind, number>> = { glass: 0.28, ice: 0.62 }

/**
 * A material of the scene as three's, with its textures baked at `bake.size`. Meshes carry uv in mm. `userData.coverage` (0 to 1)
 * is the share of light that it stops. `dispose()` frees its textures too; clones share them and free nothing.
 */
export function materialOf(material: Material, bake: Bake): MeshPhysicalMaterial {
  const pattern = patterns[material.kind]
  const look = natureOf(material)
  const tile = bakeTile(pattern, { ...look, seed: material.seed }, bake)
  for (const texture of [tile.colour, tile.normal, tile.gloss])
    texture.repeat.set(1 / (pattern.tile[0] * material.scale), 1 / (pattern.tile[1] * material.scale))
  const made = new MeshPhysicalMaterial({
    map: tile.colour,
    normalMap: tile.normal,
    roughnessMap: tile.gloss,
    metalnessMap: tile.gloss,
    roughness: 1,
    metalness: 1,
    ...pattern.physical,
  })
  const depth = pattern.slope * material.relief
  made.normalScale.set(depth, depth)
  if (made.sheen > 0) {
    const [r, g, b] = material.kind === 'velvet' || material.kind === 'satin' ? look.accent : look.colour
    made.sheenColor.setRGB(r / 255, g / 255, b / 255, SRGBColorSpace)
  }
  made.userData.coverage = coverage[material.kind] ?? 1
  made.addEventListener('dispose', () => tile.target.dispose())
  return made
}
