import { ClampToEdgeWrapping, type Group, LoadingManager, MirroredRepeatWrapping, RepeatWrapping, Texture, type Wrapping } from 'three'
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'
import { viewOf } from './buffers'
import { damaged } from './refuse'
import type { Gltf } from './schema'
import { rootsOf } from './tree'

const WRAPS: Record<number, Wrapping> = { 33071: ClampToEdgeWrapping, 33648: MirroredRepeatWrapping, 10497: RepeatWrapping }

/** Which of the file's pictures a texture shows. */
export const pictureIn = (texture: Texture): number => texture.userData.picture as number

/**
 * The scene of a checked file in three's terms, in metres. Its loader gets bytes and pictures from here alone: it opens no address, since it
 * sees none. Textures hold the place of their picture, not the picture. Throws `model-damaged`.
 */
export async function loaded(gltf: Gltf, buffers: readonly Uint8Array[]): Promise<Group> {
  const manager = new LoadingManager()
  manager.setURLModifier((url) => damaged(`it asks for ${url.slice(0, 60)}`))
  const loader = new GLTFLoader(manager).register(() => ({
    name: 'vitrine',
    loadBufferView: async (at) => viewOf(gltf, buffers, at).buffer,
    loadTexture: async (at) => textureOf(gltf, at),
  }))
  try {
    const { scene } = await loader.parseAsync(JSON.stringify(described(gltf)), '')
    scene.updateMatrixWorld(true)
    return scene
  } catch (error) {
    return damaged(error instanceof Error ? error.message.replace(/^THREE\.\w+: /, '') : '')
  }
}

/** What the loader is told: the one scene that is shown, and nothing that names a place. */
function described(gltf: Gltf) {
  const { asset, nodes, meshes, materials, accessors, bufferViews, skins } = gltf
  return {
    asset,
    nodes,
    meshes,
    materials,
    // It warns where these are missing, and makes boxes of them that nobody asks for.
    accessors: accessors.map((accessor) => ({ ...accessor, min: [0, 0, 0], max: [0, 0, 0] })),
    bufferViews,
    skins,
    textures: gltf.textures.map(() => ({})),
    scene: 0,
    scenes: [{ nodes: rootsOf(gltf) }],
    extensionsUsed: ['KHR_materials_unlit', 'KHR_texture_transform', 'KHR_mesh_quantization'],
  }
}

function textureOf({ textures, samplers }: Gltf, at: number): Texture {
  const { source, sampler, extensions } = textures[at] ?? damaged(`texture ${at} is missing`)
  const texture = new Texture()
  texture.flipY = false
  texture.userData.picture = extensions?.EXT_texture_webp?.source ?? extensions?.EXT_texture_avif?.source ?? source ?? -1
  const { wrapS = 10497, wrapT = 10497 } = (sampler === undefined ? null : samplers[sampler]) ?? {}
  texture.wrapS = WRAPS[wrapS] ?? RepeatWrapping
  texture.wrapT = WRAPS[wrapT] ?? RepeatWrapping
  return texture
}
