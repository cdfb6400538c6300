import type { Hash } from '../recipe'
import type { Scene } from './document'

/** The stored files of the seller's that a scene itself names, beside those of its products' photos. */
export const filesOfScene = ({ backdrop }: Scene): Hash[] => (backdrop.kind === 'plate' ? [backdrop.photo as Hash] : [])

/** What stands where a plate stood whose file is gone. */
const BARE = { kind: 'none', colour: [236, 234, 230] } as const

/** The scene without the files that are not `here`: what was made of them is left out, all else stays. */
export const keptScene = (scene: Scene, here: (file: Hash) => boolean): Scene =>
  scene.backdrop.kind === 'plate' && !here(scene.backdrop.photo as Hash)
    ? { ...scene, backdrop: { ...BARE, colour: [...BARE.colour] } }
    : scene
