import {
  type BufferGeometry,
  Color,
  DoubleSide,
  type InstancedMesh,
  type Material,
  Matrix3,
  type Mesh,
  type MeshPhysicalMaterial,
  type Object3D,
  ShaderMaterial,
  type Texture,
} from 'three'
import type { Linear } from '../../core/scene/light'

/** The share of light that a caster stops, where it is not all. */
export const coverageOf = (caster: Object3D): number => (caster.userData.coverage as number | undefined) ?? 1

/** What throws a shadow. */
export type Caster = Mesh<BufferGeometry, ShaderMaterial>

/** Draws depth, and the albedo of what is there. Of leaves and cutouts only what is more solid than the threshold. */
export function casterMaterial(albedo: Color, map: Texture | null, channel: 'a' | 'g', threshold: { value: number }): ShaderMaterial {
  return new ShaderMaterial({
    side: DoubleSide,
    uniforms: { albedo: { value: albedo }, map: { value: map }, mapTransform: { value: map?.matrix ?? new Matrix3() }, threshold },
    defines: map ? { WITH_MAP: '', CHANNEL: channel } : {},
    vertexShader: /* glsl */ `
      varying vec2 vMap;
      uniform mat3 mapTransform;
      void main() {
        vMap = (mapTransform * vec3(uv, 1.0)).xy;
        #include <begin_vertex>
        #include <project_vertex>
      }`,
    fragmentShader: /* glsl */ `
      varying vec2 vMap;
      uniform vec3 albedo;
      uniform sampler2D map;
      uniform float threshold;
      void main() {
        #ifdef WITH_MAP
          if (texture2D(map, vMap).CHANNEL < threshold) discard;
        #endif
        gl_FragColor = vec4(albedo, 1.0);
      }`,
  })
}

/** What throws the shadows of an object's meshes: their geometry where they stand, in a material that costs next to nothing. */
export function castersOf(object: Object3D, threshold: { value: number }): Caster[] {
  object.updateMatrixWorld(true)
  const casters: Caster[] = []
  object.traverse((part) => {
    const mesh = part as Mesh
    if (!mesh.isMesh) return
    const material = (Array.isArray(mesh.material) ? mesh.material[0] : mesh.material) as MeshPhysicalMaterial
    const [map, channel] = material.alphaMap ? [material.alphaMap, 'g' as const] : [cutOut(material) ? material.map : null, 'a' as const]
    const caster = mesh.clone(false) as Caster
    const albedo = (material.userData.albedo as Linear | undefined) ?? [material.color.r, material.color.g, material.color.b]
    caster.material = casterMaterial(new Color(...albedo), map, channel, threshold)
    caster.userData = { coverage: (material.userData.coverage as number | undefined) ?? 1 }
    // What the camera does not see throws its shadow all the same.
    caster.layers.set(0)
    caster.matrix.copy(mesh.matrixWorld)
    caster.matrixAutoUpdate = false
    if ((mesh as InstancedMesh).isInstancedMesh) caster.frustumCulled = false
    casters.push(caster)
  })
  return casters
}

const cutOut = (material: Material & { map?: Texture | null }) => material.alphaTest > 0 && material.map
