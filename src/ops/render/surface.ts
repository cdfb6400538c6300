import type { MeshPhysicalMaterial, WebGLRenderer } from 'three'
import { type Linear, linearOf } from '../../core/scene/light'
import { natureOf } from '../../core/scene/material-nature'
import type { Material } from '../../core/scene/materials'
import { Keep } from './keep'
import { materialOf } from './materials'
import type { Part, Rig } from './rig'

/** A material as three has it, under the set's lights, and what must be known of it beforehand. */
export interface Surface {
  readonly material: MeshPhysicalMaterial
  /** Mean of its colour, linear. */
  readonly albedo: Linear
  readonly roughness: number
}

/** Materials are baked once and shared by all that is made of them. */
export class Surfaces {
  readonly #kept = new Keep<Surface>(({ material }) => material.dispose())
  readonly #renderer: WebGLRenderer
  readonly #rig: Rig

  constructor(renderer: WebGLRenderer, rig: Rig) {
    this.#renderer = renderer
    this.#rig = rig
  }

  /** `size` = px of the textures' sides. */
  get(of: Material, size: number, part: Part = 'thing'): Surface {
    return this.#kept.get([of, size, part], () => {
      const material = materialOf(of, { renderer: this.#renderer, size })
      const { colour, roughness } = natureOf(of)
      const albedo = linearOf(colour)
      material.userData.albedo = albedo
      return { material: this.#rig.light(material, part), albedo, roughness }
    })
  }

  settle(): void {
    this.#kept.settle()
  }
}
