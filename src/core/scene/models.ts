import { Colour } from '../colour'
import { z } from '../schema'
import { Model, type Prop, type Scene } from './document'

/** What is measured of a 3D file. */
export const ModelFacts = z.object({
  /** Width, height and depth, mm. */
  size: z.tuple([z.number(), z.number(), z.number()]),
  triangles: z.number(),
  outline: Model.shape.outline,
  colour: Colour,
  /** What of the file is not shown, in a seller's words. */
  left: z.array(z.string()),
})
export type ModelFacts = z.infer<typeof ModelFacts>

/** A 3D file that was stored, and what is known of it. */
export interface BroughtModel extends ModelFacts {
  readonly file: string
  readonly title: string
}

/** A prop that is a 3D file of the seller's. */
export type ModelProp = Prop & { readonly model: Model }

/** The scene's props that are 3D files, in their order. */
export const modelsIn = ({ props }: Pick<Scene, 'props'>): ModelProp[] =>
  props.filter((prop): prop is ModelProp => prop.kind === 'model' && prop.model !== undefined)

/** The scene without the 3D files that `gone` says are not here. */
export const withoutModels = (scene: Scene, gone: (file: string) => boolean): Scene => {
  const out = new Set(modelsIn(scene).filter(({ model }) => gone(model.file)))
  return out.size === 0 ? scene : { ...scene, props: scene.props.filter((prop) => !out.has(prop as ModelProp)) }
}
