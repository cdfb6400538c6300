import {
  BufferAttribute,
  BufferGeometry,
  ClampToEdgeWrapping,
  DoubleSide,
  FrontSide,
  Group,
  LinearMipmapLinearFilter,
  Mesh,
  MeshPhysicalMaterial,
  MirroredRepeatWrapping,
  NoColorSpace,
  RepeatWrapping,
  SRGBColorSpace,
  Texture,
  TextureSource,
} from 'three'
import type { MeshMap, MeshMaterial, MeshPart, MeshValue, MeshWrap } from '../../core/mesh'
import type { Prop } from '../../core/scene/document'
import { Keep } from './keep'
import { unwrap } from './props/unwrap'
import type { Rig } from './rig'

/** A 3D file in three's terms, under the set's lights. */
export interface Dressed {
  readonly number: number
  readonly size: MeshValue['size']
  readonly meshes: readonly Mesh<BufferGeometry, MeshPhysicalMaterial>[]
  /** Its geometries, materials and textures: all props that are this file share them. */
  readonly kept: ReadonlySet<{ dispose(): void }>
}

let count = 0
const numbers = new WeakMap<MeshValue, number>()

function numberOf(mesh: MeshValue): number {
  const number = numbers.get(mesh) ?? count++
  numbers.set(mesh, number)
  return number
}

/** 3D files are made once for all pictures in which they stand. */
export class Models {
  readonly #made = new Keep<Dressed>(({ kept }) => {
    for (const one of kept) one.dispose()
  })
  readonly #rig: Rig
  readonly #threshold: { readonly value: number }

  /** Above `threshold` what is partly clear is solid, in the sample at hand. */
  constructor(rig: Rig, threshold: { readonly value: number }) {
    this.#rig = rig
    this.#threshold = threshold
  }

  get(mesh: MeshValue | undefined): Dressed | null {
    return mesh ? this.#made.get(numberOf(mesh), () => this.#dressed(mesh)) : null
  }

  settle(): void {
    this.#made.settle()
  }

  #dressed(mesh: MeshValue): Dressed {
    const kept = new Set<{ dispose(): void }>()
    const textures = texturesOf(mesh.pictures, kept)
    const meshes = mesh.parts.map((part) => {
      const made = new Mesh(geometryOf(part), this.#rig.light(materialOf(part, textures)))
      if (part.material.blended || clearOf(part.material) > 0) solidAbove(made, this.#threshold)
      kept.add(made.geometry).add(made.material)
      return made
    })
    return { number: numberOf(mesh), size: mesh.size, meshes, kept }
  }
}

/** A prop of kind `model` at its place, turned, as large as it says; in the file's materials, or in the given one. */
export function modelOf({ at, turn, size, model }: Prop, { meshes, size: full }: Dressed, material: MeshPhysicalMaterial): Group {
  const group = new Group()
  const scale = size.map((side, axis) => side / (full[axis] || side)) as [number, number, number]
  for (const { geometry, material: own, onBeforeRender } of meshes) {
    if (model?.dress === 'material') {
      const sawn = unwrap(geometry.clone().scale(...scale), 'box')
      if (own.flatShading) sawn.computeVertexNormals()
      group.add(new Mesh(sawn, material))
    } else group.add(Object.assign(new Mesh(geometry, own), { onBeforeRender }))
  }
  if (model?.dress !== 'material') group.scale.set(...scale)
  group.position.set(...at)
  group.rotation.y = (turn * Math.PI) / 180
  return group
}

function geometryOf({ positions, normals, tangents, uvs, colours, indices }: MeshPart): BufferGeometry {
  const geometry = new BufferGeometry()
  const put = (name: string, list: Float32Array<ArrayBuffer> | null | undefined, size: number) =>
    list && geometry.setAttribute(name, new BufferAttribute(list, size))
  put('position', positions, 3)
  put('normal', normals, 3)
  put('tangent', tangents, 4)
  put('uv', uvs[0] ?? new Float32Array((positions.length / 3) * 2), 2)
  put('uv1', uvs[1], 2)
  put('color', colours, 4)
  // Where there are no normals, facets are shaded; casters and other materials still want some.
  geometry.setIndex(new BufferAttribute(indices, 1))
  if (!normals) geometry.computeVertexNormals()
  return geometry
}

/** The share of light that goes through: nothing is refracted. */
const clearOf = ({ numbers }: MeshMaterial): number => 0.75 * (numbers.transmission ?? 0)

function materialOf({ material, colours, uvs }: MeshPart, textureOf: (map: MeshMap) => Texture): MeshPhysicalMaterial {
  const { transmission: _, ...numbers } = material.numbers
  const made = new MeshPhysicalMaterial({
    ...numbers,
    side: material.doubleSided ? DoubleSide : FrontSide,
    vertexColors: colours !== null,
    flatShading: material.flat,
  })
  for (const [name, colour] of Object.entries(material.colours)) (made as unknown as Looks)[name]?.setRGB?.(...colour)
  for (const [name, [x, y]] of Object.entries(material.scales)) (made as unknown as Looks)[name]?.set?.(x, y)
  for (const [name, map] of Object.entries(material.maps)) if (uvs[map.channel]) Object.assign(made, { [name]: textureOf(map) })
  made.opacity *= 1 - clearOf(material)
  made.userData.albedo = material.albedo
  made.userData.coverage = made.opacity
  return made
}

interface Looks {
  [name: string]: { setRGB?(r: number, g: number, b: number): void; set?(x: number, y: number): void } | undefined
}

/** What is partly clear is solid in a share of the samples: light, mirrors and products behind it see it as the camera does. */
function solidAbove(mesh: Mesh<BufferGeometry, MeshPhysicalMaterial>, threshold: { readonly value: number }): void {
  mesh.material.alphaTest = 0.5
  mesh.onBeforeRender = () => {
    mesh.material.alphaTest = threshold.value
  }
}

const WRAPS = { repeat: RepeatWrapping, mirror: MirroredRepeatWrapping, clamp: ClampToEdgeWrapping } as const satisfies Record<
  MeshWrap,
  number
>

function texturesOf(pictures: readonly ImageBitmap[], kept: Set<{ dispose(): void }>): (map: MeshMap) => Texture {
  const sources = pictures.map((picture) => new TextureSource(picture))
  const made = new Map<string, Texture>()
  return (map) => {
    const name = JSON.stringify(map)
    const texture = made.get(name) ?? textureOf(map, sources)
    made.set(name, texture)
    kept.add(texture)
    return texture
  }
}

function textureOf(
  { picture, srgb, channel, offset, repeat, rotation, wrap }: MeshMap,
  sources: readonly TextureSource<ImageBitmap>[],
): Texture {
  const texture = new Texture()
  texture.source = sources[picture] as TextureSource<ImageBitmap>
  texture.flipY = false
  texture.colorSpace = srgb ? SRGBColorSpace : NoColorSpace
  texture.channel = channel
  texture.offset.set(...offset)
  texture.repeat.set(...repeat)
  texture.rotation = rotation
  texture.wrapS = WRAPS[wrap[0]]
  texture.wrapT = WRAPS[wrap[1]]
  texture.minFilter = LinearMipmapLinearFilter
  texture.anisotropy = 4
  texture.updateMatrix()
  texture.needsUpdate = true
  return texture
}
