import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DataTexture,
  DoubleSide,
  LinearFilter,
  LinearMipmapLinearFilter,
  Mesh,
  MeshPhysicalMaterial,
  ShaderMaterial,
  SRGBColorSpace,
  Vector3,
} from 'three'
import type { ImageValue } from '../../core/recipe'
import type { Product, Scene } from '../../core/scene/document'
import type { View } from '../../core/scene/geometry'
import { type Linear, linearOf } from '../../core/scene/light'
import { picturesIn } from '../../core/scene/pictures'
import { type Outline, type Stand, standOf } from '../../core/scene/standing'
import { bodyOf } from './body'
import { casterMaterial } from './casters'
import { Keep } from './keep'
import { outlineOf } from './outline'
import { profileOf } from './profile'
import { reliefOf } from './relief'
import type { Rig } from './rig'

/** A product in the set. */
export interface Figure {
  readonly product: Product
  readonly cutout: ImageValue
  /** Where light may change it, as a grey picture of the cutout's size; null = all over. */
  readonly mask: ImageValue | null
  readonly stand: Stand
  /** Its picture on its body, as mirrors see it. */
  readonly reflected: Mesh<BufferGeometry, ShaderMaterial>
  readonly caster: Mesh<BufferGeometry, ShaderMaterial>
  /** The light that falls on it. */
  readonly lit: Mesh<BufferGeometry, MeshPhysicalMaterial>
}

interface Known {
  readonly number: number
  readonly outline: Outline
}

/** Px of the longer side of a cutout's texture: shadows and mirrors need no more. */
const TEXTURE = 1024
let count = 0
const known = new WeakMap<ImageValue, Known>()

function knownOf(cutout: ImageValue): Known {
  const found = known.get(cutout) ?? { number: count++, outline: outlineOf(cutout) }
  known.set(cutout, found)
  return found
}

export class Figures {
  readonly #textures = new Keep<DataTexture>((texture) => texture.dispose())
  readonly #made = new Keep<Figure | null>((figure) => {
    if (!figure) return
    figure.caster.geometry.dispose()
    for (const { material } of [figure.caster, figure.reflected, figure.lit]) material.dispose()
  })
  readonly #rig: Rig
  readonly #threshold: { value: number }

  constructor(rig: Rig, threshold: { value: number }) {
    this.#rig = rig
    this.#threshold = threshold
  }

  /** The scene's products before a view (`pictures`: see `picturesIn`); those behind the camera are left out. Throws the fault `no-product` for an empty cutout. */
  of(scene: Scene, pictures: readonly ImageValue[], view: View): Figure[] {
    const places = picturesIn(scene).products
    const at = (place: number | null | undefined) => (place == null ? null : (pictures[place] ?? null))
    return scene.products.flatMap((product, i) => {
      const cutout = pictures[i]
      if (!cutout) return []
      const { number, outline } = knownOf(cutout)
      const texture = this.#textures.get(number, () => textureOf(cutout))
      const { relight: _, gloss: __, tint: ___, balance: ____, mask: _____, ...where } = product
      const kept = this.#made.get([number, where, view], () => this.#figure(product, cutout, at(places[i]?.depth), outline, view, texture))
      return kept ? [{ ...kept, product, mask: at(places[i]?.mask) }] : []
    })
  }

  #figure(
    product: Product,
    cutout: ImageValue,
    depth: ImageValue | null,
    outline: Outline,
    view: View,
    texture: DataTexture,
  ): Figure | null {
    const stand = standOf(product, outline, view)
    if (!stand) return null
    const body = bodyOf(product, outline, stand, reliefOf(profileOf(cutout), product, outline, depth), view)
    const geometry = new BufferGeometry()
    geometry.setAttribute('position', new BufferAttribute(body.positions, 3))
    geometry.setAttribute('normal', new BufferAttribute(body.normals, 3))
    geometry.setAttribute('uv', new BufferAttribute(body.uvs, 2))
    geometry.setIndex(new BufferAttribute(body.indices, 1))
    const white = new MeshPhysicalMaterial({ roughness: 1, metalness: 0, specularIntensity: 0 })
    return {
      product,
      cutout,
      mask: null,
      stand,
      caster: new Mesh(geometry, casterMaterial(new Color(...meanOf(cutout)), texture, 'a', this.#threshold)),
      reflected: new Mesh(geometry, pictureMaterial(texture, this.#threshold)),
      lit: new Mesh(geometry, this.#rig.light(white, 'product')),
    }
  }

  settle(): void {
    this.#made.settle()
    this.#textures.settle()
  }
}

/** The cutout in fewer pixels: means over squares, colours weighted by alpha. */
function textureOf({ width, height, data }: ImageValue): DataTexture {
  const by = Math.max(1, Math.ceil(Math.max(width, height) / TEXTURE))
  const [w, h] = [Math.ceil(width / by), Math.ceil(height / by)]
  const out = new Uint8Array(w * h * 4)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let [r, g, b, a, n] = [0, 0, 0, 0, 0]
      for (let j = y * by; j < Math.min(height, (y + 1) * by); j++) {
        for (let i = x * by, p = (j * width + i) * 4; i < Math.min(width, (x + 1) * by); i++, p += 4) {
          const alpha = data[p + 3] as number
          r += (data[p] as number) * alpha
          g += (data[p + 1] as number) * alpha
          b += (data[p + 2] as number) * alpha
          a += alpha
          n++
        }
      }
      if (a > 0) out.set([Math.round(r / a), Math.round(g / a), Math.round(b / a), Math.round(a / n)], (y * w + x) * 4)
    }
  }
  const texture = new DataTexture(out, w, h)
  texture.colorSpace = SRGBColorSpace
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapLinearFilter
  texture.generateMipmaps = true
  texture.needsUpdate = true
  return texture
}

/** Mean colour of what is solid, linear. */
function meanOf({ data }: ImageValue): Linear {
  const sum = [0, 0, 0]
  let n = 0
  // One pixel in 16 tells as much as all.
  for (let p = 0; p < data.length; p += 64) {
    if ((data[p + 3] as number) < 128) continue
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (data[p + c] as number)
    n++
  }
  return n === 0 ? [0.5, 0.5, 0.5] : linearOf(sum.map((s) => s / n) as [number, number, number])
}

/** Shows a cutout as it comes out in the picture: the light that the camera's gain and shoulder turn into its own pixels. */
function pictureMaterial(map: DataTexture, threshold: { value: number }): ShaderMaterial {
  return new ShaderMaterial({
    side: DoubleSide,
    uniforms: { map: { value: map }, threshold, gain: { value: new Vector3(1, 1, 1) } },
    vertexShader: 'varying vec2 at; void main() { at = uv; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }',
    fragmentShader: /* glsl */ `
      varying vec2 at;
      uniform sampler2D map;
      uniform float threshold;
      uniform vec3 gain;
      void main() {
        vec4 seen = texture2D(map, at);
        if (seen.a < threshold) discard;
        vec3 bent = 0.8 - 0.2 * log(1.0 - (min(seen.rgb, 0.996) - 0.8) / 0.2);
        gl_FragColor = vec4(mix(seen.rgb, bent, step(0.8, seen.rgb)) / gain, 1.0);
      }`,
  })
}
