import type { MeshPart, MeshValue } from '../../core/mesh'
import type { Runner } from '../../core/recipe'
import { buffersOf, viewOf } from './buffers'
import { checkGltf } from './check'
import { openContainer } from './container'
import type { mesh } from './index'
import { joined } from './join'
import { loaded } from './load'
import { plainMaterial } from './materials'
import { meanOf, picturesOf } from './pictures'
import { MOST, tooLarge } from './refuse'
import type { Gltf } from './schema'

/** Throws the faults of `refuse.ts`: `not-a-model`, and others that begin with `model-`. */
export const run: Runner<typeof mesh> = async ({ file: { blob } }, _, ctx): Promise<MeshValue> => {
  if (blob.size > MOST.fileBytes) tooLarge(blob.size)
  const { json, binary } = openContainer(new Uint8Array(await blob.arrayBuffer()))
  const gltf = checkGltf(json, binary?.length ?? 0)
  const buffers = buffersOf(gltf, binary)
  const breathe = async () => {
    ctx.alive()
    await ctx.listen?.()
    ctx.signal.throwIfAborted()
  }
  const scene = await loaded(gltf, buffers)
  const pictures = await picturesOf(gltf.images, (view) => viewOf(gltf, buffers, view))
  const means = pictures.map(meanOf)
  const { parts, size } = await joined(scene, (material) => plainMaterial(material, means), breathe)
  return { kind: 'mesh', parts, pictures, size, left: leftOf(gltf), bytes: bytesOf(parts, pictures) }
}

/** What of a file is not shown, in a seller's words. */
function leftOf({ animations, cameras, extensionsUsed }: Gltf): string[] {
  return [
    ...(animations.length > 0 ? ['animations'] : []),
    ...(cameras.length > 0 ? ['cameras'] : []),
    ...(extensionsUsed.includes('KHR_lights_punctual') ? ['lights'] : []),
  ]
}

function bytesOf(parts: readonly MeshPart[], pictures: readonly ImageBitmap[]): number {
  const lists = parts.flatMap(({ positions, normals, tangents, uvs, colours, indices }) => [
    positions,
    normals,
    tangents,
    ...uvs,
    colours,
    indices,
  ])
  const plain = lists.reduce((sum, list) => sum + (list?.byteLength ?? 0), 0)
  return pictures.reduce((sum, { width, height }) => sum + width * height * 4, plain)
}
