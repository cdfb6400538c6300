import {
  type Color,
  DoubleSide,
  type Material,
  MirroredRepeatWrapping,
  RepeatWrapping,
  type Texture,
  type Vector2,
  type Wrapping,
} from 'three'
import { MESH_COLOURS, MESH_MAPS, MESH_NUMBERS, MESH_SCALES, type MeshMap, type MeshMaterial, type MeshWrap } from '../../core/mesh'
import type { Linear } from '../../core/scene/light'
import { pictureIn } from './load'

type Looks = Partial<Record<string, unknown>>

/** A material of three's as plain data; one that knows no light (KHR_materials_unlit) as matt paint. `means` = mean colours of the pictures, linear. */
export function plainMaterial(material: Material, means: readonly Linear[]): MeshMaterial {
  const looks = material as unknown as Looks
  const of = <T, N extends string, P>(names: readonly N[], is: (value: unknown) => value is T, plain: (value: T) => P | null) => {
    const found = names.flatMap((name) => {
      const value = looks[name]
      const made = is(value) ? plain(value) : null
      return made === null ? [] : [[name, made] as const]
    })
    return Object.fromEntries(found) as { [K in N]?: P }
  }
  const maps = of(MESH_MAPS, isTexture, (texture) => (means[pictureIn(texture)] ? mapOf(texture) : null))
  const colours = of(MESH_COLOURS, isColour, ({ r, g, b }): [number, number, number] => [r, g, b])
  const mean = means[maps.map?.picture ?? -1] ?? [1, 1, 1]
  const tint = colours.color ?? [1, 1, 1]
  return {
    numbers: { roughness: 1, metalness: 0, ...of(MESH_NUMBERS, isNumber, (value) => value) },
    colours,
    maps,
    scales: of(MESH_SCALES, isPair, ({ x, y }): [number, number] => [x, y]),
    doubleSided: material.side === DoubleSide,
    blended: material.transparent,
    flat: looks.flatShading === true,
    albedo: [0, 1, 2].map((c) => Math.min(1, (mean[c] as number) * (tint[c] as number))) as [number, number, number],
  }
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isTexture = (value: unknown): value is Texture => (value as Texture | null)?.isTexture === true
const isColour = (value: unknown): value is Color => (value as Color | null)?.isColor === true
const isPair = (value: unknown): value is Vector2 => (value as Vector2 | null)?.isVector2 === true

const wrapOf = (wrapping: Wrapping): MeshWrap =>
  wrapping === RepeatWrapping ? 'repeat' : wrapping === MirroredRepeatWrapping ? 'mirror' : 'clamp'

function mapOf(texture: Texture): MeshMap {
  const { offset, repeat, rotation, channel, colorSpace, wrapS, wrapT } = texture
  return {
    picture: pictureIn(texture),
    srgb: colorSpace === 'srgb',
    channel,
    offset: [offset.x, offset.y],
    repeat: [repeat.x, repeat.y],
    rotation,
    wrap: [wrapOf(wrapS), wrapOf(wrapT)],
  }
}
