import { compressed, damaged, MOST, needs, notGltf, older, pointsElsewhere, tooMany, unpacksTooLarge } from './refuse'
import { Gltf } from './schema'
import { checkTree } from './tree'

const COMPRESSIONS = ['KHR_draco_mesh_compression', 'EXT_meshopt_compression', 'KHR_meshopt_compression', 'KHR_texture_basisu']
/** What a file may say that it cannot do without: it is read, or it only adds to what is read. */
const READ = new Set([
  'KHR_materials_unlit',
  'KHR_materials_emissive_strength',
  'KHR_materials_ior',
  'KHR_materials_transmission',
  'KHR_materials_volume',
  'KHR_materials_specular',
  'KHR_materials_sheen',
  'KHR_materials_clearcoat',
  'KHR_materials_anisotropy',
  'KHR_materials_iridescence',
  'KHR_materials_dispersion',
  'KHR_materials_variants',
  'KHR_texture_transform',
  'KHR_mesh_quantization',
  'KHR_lights_punctual',
  'EXT_texture_webp',
  'EXT_texture_avif',
])

/**
 * The description of a file whose every part is there, and few and small enough: nothing is unpacked for that, and no memory taken.
 * `binary` = bytes of the binary chunk. Throws the faults of `refuse.ts`, and nothing else.
 */
export function checkGltf(json: unknown, binary: number): Gltf {
  const version = (json as { asset?: { version?: unknown } } | null)?.asset?.version
  if (typeof version !== 'string') notGltf()
  if (!/^2\b/.test(version)) older(version)
  const parsed = Gltf.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = (issue?.path ?? []).join(' › ')
    if (issue?.code === 'too_big' && issue.origin === 'array') tooMany(where, Number(issue.maximum) + 1, Number(issue.maximum))
    return damaged(where)
  }
  const gltf = parsed.data
  for (const name of gltf.extensionsRequired) {
    if (COMPRESSIONS.includes(name)) compressed(name)
    if (!READ.has(name)) needs(name)
  }
  const pictures = gltf.images.length
  if (pictures > MOST.pictures) tooMany('pictures', pictures, MOST.pictures)
  for (const { uri } of [...gltf.buffers, ...gltf.images]) if (uri !== undefined && !/^data:/i.test(uri)) pointsElsewhere(uri)
  checkBytes(gltf, binary)
  checkLinks(gltf)
  checkTree(gltf)
  return gltf
}

const COMPONENT: Record<number, number> = { 5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4 }
const COMPONENTS: Record<string, number> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT2: 4, MAT3: 9, MAT4: 16 }

const there = <T>(list: readonly T[], at: number, where: string): T => {
  const one = list[at]
  return one === undefined ? damaged(`${where} ${at} is missing`) : one
}

/** Buffers, their views and the numbers in them lie within each other (glTF 2.0, 3.6). */
function checkBytes({ buffers, bufferViews, accessors }: Gltf, binary: number): void {
  let unpacked = 0
  const take = (bytes: number) => {
    unpacked += bytes
    if (unpacked > MOST.bytes) unpacksTooLarge()
  }
  buffers.forEach(({ byteLength, uri }, i) => {
    // Base64 takes four letters for three bytes.
    const here = uri === undefined ? (i === 0 ? binary : 0) : ((uri.length - uri.indexOf(',')) / 4) * 3
    if (byteLength > here) damaged(`buffer ${i} ends early`)
  })
  bufferViews.forEach(({ buffer, byteOffset = 0, byteLength }, i) => {
    if (byteOffset + byteLength > there(buffers, buffer, 'buffer').byteLength) damaged(`view ${i} ends early`)
    take(byteLength)
  })
  const within = (view: number, offset: number, stride: number, size: number, count: number) => {
    if (offset + stride * (count - 1) + size > there(bufferViews, view, 'view').byteLength) damaged(`view ${view} ends early`)
  }
  for (const { bufferView, byteOffset = 0, componentType, count, type, sparse } of accessors) {
    const size = (COMPONENT[componentType] as number) * (COMPONENTS[type] as number)
    // Each may be copied once.
    take(bufferView === undefined || sparse ? size * count : 0)
    if (bufferView !== undefined) within(bufferView, byteOffset, bufferViews[bufferView]?.byteStride ?? size, size, count)
    if (!sparse) continue
    if (sparse.count > count) damaged('a sparse list')
    const { indices, values } = sparse
    const step = COMPONENT[indices.componentType] as number
    within(indices.bufferView, indices.byteOffset ?? 0, step, step, sparse.count)
    within(values.bufferView, values.byteOffset ?? 0, size, size, sparse.count)
  }
}

/** Whatever is named by its place in a list is there. */
function checkLinks(gltf: Gltf): void {
  const { accessors, materials, textures, images, samplers, meshes, skins, nodes } = gltf
  const link = (list: readonly unknown[], at: number | undefined, where: string) => at === undefined || there(list, at, where)
  for (const { primitives } of meshes) {
    for (const { attributes, indices, material, targets = [] } of primitives) {
      link(materials, material, 'material')
      const corners = attributes.POSITION === undefined ? 0 : there(accessors, attributes.POSITION, 'accessor').count
      for (const at of [attributes, ...targets].flatMap((one) => Object.values(one))) {
        if (there(accessors, at, 'accessor').count !== corners) damaged('a mesh has lists of different lengths')
      }
      if (indices !== undefined && there(accessors, indices, 'accessor').type !== 'SCALAR') damaged('a mesh has no indices')
    }
  }
  for (const { index } of materials.flatMap(textureInfos)) there(textures, index, 'texture')
  for (const { source, sampler } of textures) {
    link(images, source, 'image')
    link(samplers, sampler, 'sampler')
  }
  for (const { bufferView } of images) link(gltf.bufferViews, bufferView, 'view')
  for (const { joints, inverseBindMatrices } of skins) {
    for (const joint of joints) there(nodes, joint, 'node')
    if (inverseBindMatrices === undefined) continue
    const { type, count } = there(accessors, inverseBindMatrices, 'accessor')
    if (type !== 'MAT4' || count < joints.length) damaged('a skin')
  }
  for (const { mesh, skin } of nodes) {
    link(meshes, mesh, 'mesh')
    link(skins, skin, 'skin')
  }
}

/** All of a material that names a texture. */
const textureInfos = (material: Gltf['materials'][number]): { index: number }[] =>
  [material, material.pbrMetallicRoughness ?? {}, ...Object.values(material.extensions ?? {})].flatMap((part) =>
    Object.values(part as Record<string, unknown>).filter(
      (value): value is { index: number } => typeof value === 'object' && value !== null && 'index' in value,
    ),
  )
