import { DataTexture, FloatType, type IUniform, type Material, type Matrix4, NearestFilter, RGBAFormat, type Texture, Vector3 } from 'three'
import { ENDLESS } from './wall'

/** Lights of one sample at most: lamps, cards and directions of the environment. */
export const SLOTS = 32
const TEXELS = 13

/** A shining face: its middle, half its sides (vectors), its radiance. */
export interface Face {
  readonly middle: readonly [number, number, number]
  readonly across: readonly [number, number, number]
  readonly up: readonly [number, number, number]
  readonly round: boolean
  readonly radiance: readonly [number, number, number]
}

/** A point that shines, or a direction that light comes from, as one sample has it. */
export interface Spark {
  /** mm; a direction (unit, towards the light) when `far`. */
  readonly at: readonly [number, number, number]
  readonly far: boolean
  /** Intensity along the normal (linear, per mm²), or the irradiance of a facing card when `far`. */
  readonly colour: readonly [number, number, number]
  readonly normal: readonly [number, number, number]
  readonly beam: readonly [end: number, fading: number]
  readonly cosine: boolean
  /** World to its shadow map: u, v and depth 0 to 1. */
  readonly shadow: Matrix4
  /** Of the atlas: left, bottom, width, height, 0 to 1. */
  readonly tile: readonly [number, number, number, number]
  /** Of a direction: the solid angle that it stands for. */
  readonly solid: number
  /** The face that it is a point of, as mirrors see it; null for a direction. */
  readonly face: Face | null
  /** Size of a texel of its shadow map, mm; of a point's, mm for each mm of distance. */
  readonly texel: number
}

/** What a material is of in the set: any thing, a ground that mirrors, one that is not seen itself but takes shadows, a product. */
export type Part = 'thing' | 'mirror' | 'catcher' | 'mirror-catcher' | 'product'

/** What the set's materials know of one sample's lights. One for all of them, shared by reference. */
export class Rig {
  readonly #table = new DataTexture(new Float32Array(SLOTS * TEXELS * 4), TEXELS, SLOTS, RGBAFormat, FloatType)
  readonly uniforms: { readonly [name: string]: IUniform } = {
    rigLights: { value: this.#table },
    rigDepth: { value: null },
    rigAlbedo: { value: null },
    rigCount: { value: 0 },
    /** Radiance that comes from the ground, and that of an average thing of albedo 1. */
    rigBelow: { value: new Vector3() },
    rigMean: { value: new Vector3() },
    /** Irradiance of the bare ground at the set's middle, all samples together: what shadows are measured against. */
    rigOpen: { value: 1 },
    /** What stands behind the set: how far behind the origin, and how far to each side (mm, 0 = nothing does); what it sends. */
    rigWall: { value: [0, 0] },
    rigWallLight: { value: new Vector3() },
    /** Radiance from all around: columns by azimuth, rows from the zenith down. */
    rigDome: { value: null },
    rigMirror: { value: null },
    rigMirrorDepth: { value: null },
    /** Distances of the camera's near and far planes, mm. */
    rigPlanes: { value: [1, 2] },
    /** Of what a ground mirrors: its size, where the tile begins in it, and how far bumps bend it, px. */
    rigFrame: { value: [1, 1] },
    rigMargin: { value: [0, 0] },
    rigBend: { value: [0, 0] },
    /** For products: depths of the set, and the corner of what is drawn in it. */
    rigSet: { value: null },
    rigCorner: { value: [0, 0] },
  }

  constructor() {
    this.#table.magFilter = NearestFilter
    this.#table.minFilter = NearestFilter
  }

  set(sparks: readonly Spark[], depth: Texture, albedo: Texture): void {
    const data = this.#table.image.data as Float32Array
    sparks.forEach((spark, i) => {
      data.set([...spark.at, spark.far ? 0 : 1, ...spark.colour, spark.cosine ? 1 : 0, ...spark.normal, spark.beam[0]], i * TEXELS * 4)
      data.set([spark.beam[1], spark.texel, spark.solid, 0, ...spark.shadow.elements, ...spark.tile], i * TEXELS * 4 + 12)
      if (!spark.face) return
      const { middle, across, up, round, radiance } = spark.face
      data.set([...middle, round ? 1 : 0, ...across, Math.hypot(...across), ...up, Math.hypot(...up), ...radiance, 0], (i * TEXELS + 9) * 4)
    })
    this.#table.needsUpdate = true
    const { rigCount, rigDepth, rigAlbedo } = this.uniforms as Record<'rigCount' | 'rigDepth' | 'rigAlbedo', IUniform>
    rigCount.value = sparks.length
    rigDepth.value = depth
    rigAlbedo.value = albedo
  }

  /** Puts a material of three under these lights, in place of three's own. `as` says what it is in the set. */
  light<M extends Material>(material: M, as: Part = 'thing'): M {
    const before = material.onBeforeCompile.bind(material)
    const name = material.customProgramCacheKey()
    material.onBeforeCompile = (shader, renderer) => {
      before(shader, renderer)
      Object.assign(shader.uniforms, this.uniforms)
      const defines = `${as === 'product' ? '#define RIG_PRODUCT\n' : ''}${as.includes('mirror') ? '#define RIG_MIRROR\n' : ''}${as.includes('catcher') ? '#define RIG_CATCHER\n' : ''}`
      shader.vertexShader = shader.vertexShader
        .replace('#include <common>', '#include <common>\nvarying highp vec3 vRigPosition;')
        .replace('#include <project_vertex>', `#include <project_vertex>\n${vertex}`)
      shader.fragmentShader = shader.fragmentShader
        .replace('#include <common>', `${defines}#include <common>\n${declarations}`)
        .replace('#include <lights_fragment_begin>', `#include <lights_fragment_begin>\n${lights}`)
        .replace('#include <lights_fragment_maps>', reflections)
        .replace('#include <opaque_fragment>', `#include <opaque_fragment>\n${caught}`)
    }
    material.customProgramCacheKey = () => `${name}|rig ${as}`
    return material
  }
}

const vertex = /* glsl */ `
  vec4 rigPosition = vec4(transformed, 1.0);
  #ifdef USE_INSTANCING
    rigPosition = instanceMatrix * rigPosition;
  #endif
  vRigPosition = (modelMatrix * rigPosition).xyz;
`

const declarations = /* glsl */ `
  #define SLOTS ${SLOTS}
  varying highp vec3 vRigPosition;
  uniform highp sampler2D rigLights;
  uniform highp sampler2D rigDepth;
  uniform sampler2D rigAlbedo;
  uniform int rigCount;
  uniform vec3 rigBelow;
  uniform vec3 rigMean;
  uniform float rigOpen;
  uniform vec2 rigWall;
  uniform vec3 rigWallLight;
  uniform sampler2D rigMirror;
  uniform highp sampler2D rigMirrorDepth;
  uniform vec2 rigPlanes;
  uniform sampler2D rigDome;

  // What a smooth thing at 'from' mirrors of the lights' faces towards 'ray', up to a distance; edges as soft as it is rough.
  vec3 rigFaces(const in vec3 from, const in vec3 ray, const in float roughness, const in float limit) {
    float alpha = roughness * roughness;
    vec3 sum = vec3(0.0);
    for (int i = 0; i < SLOTS; i++) {
      if (i >= rigCount) break;
      if (texelFetch(rigLights, ivec2(0, i), 0).w < 0.5) continue;
      vec4 face = texelFetch(rigLights, ivec2(2, i), 0);
      float leaving = -dot(ray, face.xyz);
      if (leaving < 0.01) continue;
      vec4 middle = texelFetch(rigLights, ivec2(9, i), 0);
      vec3 way = middle.xyz - from;
      float far = -dot(way, face.xyz) / leaving;
      if (far <= 0.0 || far > limit) continue;
      vec4 across = texelFetch(rigLights, ivec2(10, i), 0);
      vec4 up = texelFetch(rigLights, ivec2(11, i), 0);
      vec3 hit = ray * far - way;
      vec2 spot = vec2(dot(hit, across.xyz) / (across.w * across.w), dot(hit, up.xyz) / (up.w * up.w));
      vec2 soft = (0.004 + 1.3 * alpha) * far / vec2(across.w, up.w);
      float cover;
      if (middle.w > 0.5) cover = (1.0 - smoothstep(max(0.0, 1.0 - soft.x), 1.0 + soft.x, length(spot))) / max(1.0, soft.x * soft.x);
      else {
        vec2 sides = smoothstep(-1.0 - soft, -1.0 + soft, spot) - smoothstep(1.0 - soft, 1.0 + soft, spot);
        cover = sides.x * sides.y;
      }
      float beam = smoothstep(face.w, texelFetch(rigLights, ivec2(3, i), 0).x, leaving);
      sum += cover * beam * texelFetch(rigLights, ivec2(12, i), 0).rgb;
    }
    return sum;
  }

  // The same, with the dome.
  vec3 rigMirrored(const in vec3 from, const in vec3 ray, const in float roughness) {
    float alpha = roughness * roughness;
    vec2 at = vec2(fract(atan(ray.x, ray.z) / 6.2831853), acos(clamp(abs(ray.y), 0.02, 1.0)) / 3.14159265);
    vec3 dome = mix(rigBelow, textureLod(rigDome, at, log2(1.0 + alpha * 24.0)).rgb, smoothstep(-0.02 - alpha, 0.02 + alpha, ray.y));
    return dome + rigFaces(from, ray, roughness, 1e9);
  }
  uniform vec2 rigFrame;
  uniform vec2 rigMargin;
  uniform vec2 rigBend;
  #ifdef RIG_PRODUCT
    uniform highp sampler2D rigSet;
    uniform vec2 rigCorner;
    layout(location = 1) out highp vec4 rigSeen;
  #endif
`

// Rough things get their highlights from the sampled points, with their shadows; in smooth ones those would be dots, and the mirrored
// surroundings, which hold the lights' faces, do it.
const lights = /* glsl */ `
  float rigRough = smoothstep(0.3, 0.5, material.roughness);
  float rigMissing = 0.0;
  vec3 rigShine = vec3(0.0);
  {
    material.multiScatteringCompensation = vec3(1.0) + material.specularColorBlended * (1.0 / (material.dfg.x + material.dfg.y) - 1.0);
    vec3 worldNormal = transformNormalByInverseViewMatrix(geometryNormal, viewMatrix);
    irradiance += PI * rigBelow * (0.5 - 0.5 * worldNormal.y);
    for (int i = 0; i < ${SLOTS}; i++) {
      if (i >= rigCount) break;
      vec4 place = texelFetch(rigLights, ivec2(0, i), 0);
      vec4 colour = texelFetch(rigLights, ivec2(1, i), 0);
      vec4 face = texelFetch(rigLights, ivec2(2, i), 0);
      vec4 more = texelFetch(rigLights, ivec2(3, i), 0);
      vec3 way = place.xyz - vRigPosition * place.w;
      float square = dot(way, way);
      vec3 towards = way * inversesqrt(square);
      float facing = dot(towards, worldNormal);
      if (facing <= 0.0) continue;
      float leaving = place.w > 0.5 ? -dot(towards, face.xyz) : 1.0;
      if (leaving <= 0.0) continue;
      vec3 sent = colour.rgb;
      float texel = more.y;
      if (place.w > 0.5) {
        sent *= (colour.a > 0.5 ? leaving : 1.0) * smoothstep(face.w, more.x, leaving) / square;
        texel *= sqrt(square);
      }
      mat4 shadow = mat4(texelFetch(rigLights, ivec2(4, i), 0), texelFetch(rigLights, ivec2(5, i), 0), texelFetch(rigLights, ivec2(6, i), 0), texelFetch(rigLights, ivec2(7, i), 0));
      vec4 tile = texelFetch(rigLights, ivec2(8, i), 0);
      vec4 spot = shadow * vec4(vRigPosition + (worldNormal * 1.2 + towards * 0.6) * texel, 1.0);
      spot.xyz /= spot.w;
      bool hidden = false;
      vec2 uv = tile.xy + spot.xy * tile.zw;
      if (spot.w > 0.0 && spot.x > 0.0 && spot.x < 1.0 && spot.y > 0.0 && spot.y < 1.0) {
        float first = textureLod(rigDepth, uv, 0.0).r;
        // Where nothing is drawn, what lies beyond the map's depth is lit.
        hidden = first < 1.0 && spot.z > first;
      }
      #ifdef RIG_CATCHER
        if (hidden) rigMissing += facing * dot(sent, vec3(0.2126, 0.7152, 0.0722));
      #endif
      if (hidden) {
        // Where a direction of the surroundings is closed, something stands that sends back some of the light that it gets.
        if (place.w < 0.5) irradiance += facing * more.z * textureLod(rigAlbedo, uv, 0.0).rgb * rigMean;
        continue;
      }
      if (place.w < 0.5 && towards.z < 0.0) {
        float back = -(rigWall.x + vRigPosition.z) / towards.z;
        vec2 met = vRigPosition.xy + towards.xy * back;
        if (back > 0.0 && abs(met.x) < rigWall.y && met.y < ${ENDLESS}.0) {
          irradiance += facing * more.z * rigWallLight;
          continue;
        }
      }
      directLight.color = sent;
      directLight.direction = (viewMatrix * vec4(towards, 0.0)).xyz;
      directLight.visible = true;
      #ifdef RIG_PRODUCT
        rigShine += facing * sent * 0.04 * D_GGX(0.09, saturate(dot(geometryNormal, normalize(directLight.direction + geometryViewDir))));
      #endif
      RE_Direct(directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight);
    }
    reflectedLight.directSpecular *= rigRough;
    #ifdef USE_CLEARCOAT
      clearcoatSpecularDirect *= smoothstep(0.3, 0.5, material.clearcoatRoughness);
    #endif
  }
`

const reflections = /* glsl */ `
  float rigCover = 0.0;
  #ifdef RIG_MIRROR
    {
      vec3 bent = geometryNormal - normalize(vNormal);
      vec2 at = (gl_FragCoord.xy + rigMargin + bent.xy * rigBend) / rigFrame;
      vec2 flipped = vec2(1.0 - at.x, at.y);
      vec4 mirrored = textureLod(rigMirror, flipped, 0.0);
      radiance += mirrored.rgb;
      rigCover = mirrored.a;
      #ifndef RIG_CATCHER
        // The lights' faces, small and bright, would be as many spots as there are samples, were they drawn in the mirrored set.
        float seen = textureLod(rigMirrorDepth, flipped, 0.0).r;
        float depth = rigPlanes.x * rigPlanes.y / (rigPlanes.y - seen * (rigPlanes.y - rigPlanes.x));
        float limit = seen < 1.0 ? (depth / vViewPosition.z - 1.0) * length(vViewPosition) : 1e9;
        vec3 ray = transformDirectionByInverseViewMatrix(reflect(-geometryViewDir, geometryNormal), viewMatrix);
        radiance += rigFaces(vRigPosition, ray, material.roughness, limit);
      #endif
    }
  #else
    if (rigRough < 1.0) {
      vec3 mirrorNormal = geometryNormal;
      #ifdef USE_ANISOTROPY
        mirrorNormal = normalize(cross(cross(material.anisotropyB, geometryViewDir), material.anisotropyB));
        mirrorNormal = normalize(mix(mirrorNormal, geometryNormal, pow2(pow2(1.0 - material.anisotropy * (1.0 - material.roughness)))));
      #endif
      vec3 ray = transformDirectionByInverseViewMatrix(reflect(-geometryViewDir, mirrorNormal), viewMatrix);
      radiance += (1.0 - rigRough) * rigMirrored(vRigPosition, ray, material.roughness);
    }
  #endif
  #ifdef USE_CLEARCOAT
    {
      vec3 ray = transformDirectionByInverseViewMatrix(reflect(-geometryViewDir, geometryClearcoatNormal), viewMatrix);
      clearcoatRadiance += (1.0 - smoothstep(0.3, 0.5, material.clearcoatRoughness)) * rigMirrored(vRigPosition, ray, material.clearcoatRoughness);
    }
  #endif
`

const caught = /* glsl */ `
  #ifdef RIG_PRODUCT
    {
      float before = texelFetch(rigSet, ivec2(gl_FragCoord.xy + rigCorner), 0).r;
      gl_FragColor = vec4(reflectedLight.directDiffuse + reflectedLight.indirectDiffuse, 1.0);
      rigSeen = vec4(rigShine, step(gl_FragCoord.z, before));
    }
  #endif
  #ifdef RIG_CATCHER
    #ifdef RIG_MIRROR
      gl_FragColor = vec4(reflectedLight.indirectSpecular, max(rigMissing / rigOpen, rigCover * (material.specularColor.g * material.dfg.x + material.specularF90 * material.dfg.y)));
    #else
      gl_FragColor = vec4(vec3(0.0), rigMissing / rigOpen);
    #endif
  #endif
`
