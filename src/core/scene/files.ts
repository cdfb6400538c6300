import type { Hash } from '../recipe'
import type { Scene } from './document'
import { modelsIn, withoutModels } from './models'

/** The stored files of the seller's that a scene itself names, beside those of its products' photos. */
export const filesOfScene = (scene: Scene): Hash[] => [
  ...(scene.backdrop.kind === 'plate' ? [scene.backdrop.photo as Hash] : []),
  ...modelsIn(scene).map(({ model }) => model.file as Hash),
]

/** What stands where a plate stood whose file is gone. */
const BARE = { kind: 'none', colour: [236, 234, 230] } as const

/** The scene without the files that are not `here`: what was made of them is left out, all else stays. */
export function keptScene(scene: Scene, here: (file: Hash) => boolean): Scene {
  const kept = withoutModels(scene, (file) => !here(file as Hash))
  return kept.backdrop.kind === 'plate' && !here(kept.backdrop.photo as Hash)
    ? { ...kept, backdrop: { ...BARE, colour: [...BARE.colour] } }
    : kept
}
