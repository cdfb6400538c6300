import { Color, MeshPhysicalMaterial, SRGBColorSpace } from 'three'
import { type Linear, linearOf } from '../../core/scene/light'
import type { Material } from '../../core/scene/materials'

/** A material as three has it, and what the set must know of it beforehand. */
export interface Surface {
  readonly material: MeshPhysicalMaterial
  /** Mean of its colour, linear. */
  readonly albedo: Linear
  readonly roughness: number
}

export function surfaceOf(material: Material): Surface {
  const colour = material.colour ?? [200, 200, 200]
  const roughness = material.roughness ?? (material.kind === 'acrylic' || material.kind === 'mirror' ? 0.1 : 0.9)
  const made = new MeshPhysicalMaterial({
    roughness,
    color: new Color().setRGB(colour[0] / 255, colour[1] / 255, colour[2] / 255, SRGBColorSpace),
  })
  return { material: made, albedo: linearOf(colour), roughness }
}
