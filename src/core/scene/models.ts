import type { Model, Prop, Scene } from './document'

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
