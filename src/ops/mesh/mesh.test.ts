import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CubeOptions, cube, GltfBuilder, glbOf } from '../../../tests/support/glb'
import { FaultError, faultOf } from '../../core/fault'
import { ModelFacts } from '../../core/scene/models'
import { run as survey } from '../survey/run'
import { checkGltf } from './check'
import { openContainer } from './container'
import { run } from './run'

const none = () => Promise.reject(new Error('not here'))
const ctx = { signal: new AbortController().signal, alive() {}, network: none, infer: none, part: none }
const read = (bytes: Uint8Array<ArrayBuffer>) => run({ file: { kind: 'file', blob: new Blob([bytes]) } }, {}, ctx)
const cubeOf = (options: CubeOptions = {}) => cube(new GltfBuilder(), options)

/** The description of a good file with something changed in it. */
function changed(change: (json: Record<string, never>) => void): Uint8Array<ArrayBuffer> {
  const { json, bytes } = cubeOf({ material: {} })
  const whole = JSON.parse(JSON.stringify({ ...json, buffers: [{ byteLength: bytes.length }] })) as Record<string, never>
  change(whole)
  return glbOf(whole, bytes)
}
const refused = async (bytes: Uint8Array<ArrayBuffer>) => faultOf(await read(bytes).catch((error: unknown) => error))

describe('a 3D file', () => {
  it('stands on its foot in mm, as large as its metres say, binary or as text', async () => {
    const options = { size: [0.2, 0.1, 0.05], node: { translation: [5, 3, -2] } } as const
    for (const bytes of [cubeOf(options).glb(), cubeOf(options).gltf()]) {
      const { size, parts } = await read(bytes)
      for (const [axis, side] of [200, 100, 50].entries()) expect(size[axis]).toBeCloseTo(side, 2)
      const [part] = parts
      expect(part?.indices.length).toBe(36)
      const heights = [...(part?.positions ?? [])].filter((_, i) => i % 3 === 1)
      expect(Math.min(...heights)).toBeCloseTo(0, 2)
      expect(Math.max(...heights)).toBeCloseTo(100, 2)
    }
  })

  it('is measured: its outline is seen from above as it is turned, its colour is its material’s', async () => {
    const turned = cubeOf({
      node: { rotation: [0, Math.sin(Math.PI / 8), 0, Math.cos(Math.PI / 8)] },
      material: { pbrMetallicRoughness: { baseColorFactor: [1, 0, 0, 1] } },
    })
    const mesh = await read(turned.glb())
    const facts = ModelFacts.parse((await survey({ mesh }, {}, ctx)).facts)
    expect(facts.size[0]).toBeCloseTo(141.4, 0)
    expect(facts.triangles).toBe(12)
    expect(facts.colour).toEqual([255, 0, 0])
    // A square on its corner: its corners lie in the middles of the sides of its box.
    expect(facts.outline).toHaveLength(4)
    for (const [x, z] of facts.outline) expect(Math.abs(x) + Math.abs(z)).toBeCloseTo(0.5, 2)
  })

  it('loses the triangles that are nowhere, and gets normals where they are nothing', async () => {
    const { parts, size } = await read(
      cubeOf({
        positions: (list) => {
          list[0] = Number.NaN
        },
        normals: (list) => list.fill(0, 12, 24),
      }).glb(),
    )
    expect(parts[0]?.indices.length).toBe(30)
    expect(size.every(Number.isFinite)).toBe(true)
    expect([...(parts[0]?.normals ?? [])].slice(12, 15)).toEqual([0, 0, -1])
    expect((await refused(cubeOf({ positions: (list) => list.fill(Number.NaN) }).glb())).code).toBe('model-empty')
  })

  it('is not turned inside out where it is mirrored', async () => {
    const outwards = async (node: object) => {
      const { parts } = await read(cubeOf({ node }).glb())
      const { positions, indices, normals } = parts[0] as NonNullable<(typeof parts)[0]>
      const [a, b, c] = [0, 1, 2].map((k) => positions.subarray((indices[k] as number) * 3, (indices[k] as number) * 3 + 3)) as [
        Float32Array,
        Float32Array,
        Float32Array,
      ]
      const [u, v] = [b, c].map((point) => [0, 1, 2].map((i) => (point[i] as number) - (a[i] as number))) as [number[], number[]]
      const at = (i: number) =>
        (u[(i + 1) % 3] as number) * (v[(i + 2) % 3] as number) - (u[(i + 2) % 3] as number) * (v[(i + 1) % 3] as number)
      const first = (indices[0] as number) * 3
      return [0, 1, 2].reduce((sum, i) => sum + at(i) * ((normals as Float32Array)[first + i] as number), 0)
    }
    expect(await outwards({})).toBeGreaterThan(0)
    expect(await outwards({ scale: [-1, 1, 1] })).toBeGreaterThan(0)
  })

  it('says what of it is not shown', async () => {
    const builder = cubeOf()
    Object.assign(builder.json, { animations: [{}], cameras: [{}], extensionsUsed: ['KHR_lights_punctual'] })
    expect((await read(builder.glb())).left).toEqual(['animations', 'cameras', 'lights'])
  })
})

describe('a file is refused', () => {
  const buffers = (uri: string) => changed((json) => Object.assign(json, { buffers: [{ byteLength: 4, uri }] }))
  const cases: [string, () => Uint8Array<ArrayBuffer>, string, RegExp][] = [
    ['that is none', () => Uint8Array.from([1, 2, 3]), 'not-a-model', /no 3D file/],
    ['that ends early', () => cubeOf().glb().slice(0, -40), 'model-damaged', /ends early/],
    ['of glTF 1', () => changed((json) => Object.assign(json, { asset: { version: '1.0' } })), 'model-version', /1\.0/],
    ['that points to the network', () => buffers('https://elsewhere.example/a.bin'), 'model-points-elsewhere', /elsewhere\.example/],
    [
      'that points to the network in a picture',
      () => changed((json) => Object.assign(json, { images: [{ uri: '//cdn.example/a.png' }] })),
      'model-points-elsewhere',
      /cdn/,
    ],
    ['that needs a neighbour', () => buffers('scene.bin'), 'model-points-elsewhere', /“scene\.bin”/],
    [
      'that is compressed',
      () => changed((json) => Object.assign(json, { extensionsRequired: ['KHR_draco_mesh_compression'] })),
      'model-compressed',
      /draco/,
    ],
    [
      'that needs what is not drawn',
      () => changed((json) => Object.assign(json, { extensionsRequired: ['KHR_gaussian_splatting'] })),
      'model-needs',
      /splatting/,
    ],
    [
      'with too many pictures',
      () => changed((json) => Object.assign(json, { images: Array(65).fill({ bufferView: 0 }) })),
      'model-too-much',
      /65 pictures/,
    ],
    ['tied in a loop', () => changed((json) => Object.assign(json, { nodes: [{ mesh: 0, children: [0] }] })), 'model-damaged', /loop/],
    ['without triangles', () => changed((json) => Object.assign(json, { nodes: [{}] })), 'model-empty', /no triangles/],
  ]
  it.each(cases)('%s', async (_, make, code, sentence) => {
    const fault = await refused(make())
    expect(fault.code).toBe(code)
    expect(fault.sentence).toMatch(sentence)
    expect(fault.remedy).toMatch(/^(Export|Choose)/)
  })

  it('before memory is taken, whatever its numbers claim', () => {
    const claims = (accessors: object[], views: object[] = []) =>
      checkGltf(
        {
          asset: { version: '2.0' },
          buffers: [{ byteLength: 100 }],
          bufferViews: views,
          accessors,
          meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }],
          nodes: [{ mesh: 0 }],
        },
        100,
      )
    const zeros = { componentType: 5126, type: 'VEC3', count: 90_000_000 }
    expect(() => claims([zeros])).toThrow(/unpacks/)
    expect(() => claims([{ ...zeros, bufferView: 0 }], [{ buffer: 0, byteLength: 100 }])).toThrow(/ends early/)
    expect(() => claims([], [{ buffer: 0, byteOffset: 90, byteLength: 20 }])).toThrow(/ends early/)
    expect(() => claims([{ ...zeros, count: 9_000_000 }])).toThrow(/triangles/)
    const views = Array.from({ length: 20_000 }, () => ({ buffer: 0, byteLength: 100 }))
    expect(() =>
      checkGltf(
        {
          asset: { version: '2.0' },
          buffers: [{ byteLength: 40_000_000 }],
          bufferViews: views.map(() => ({ buffer: 0, byteLength: 40_000_000 })),
        },
        40_000_000,
      ),
    ).toThrow(/unpacks/)
  })
})

it('of damaged files either something comes or a fault, and nothing else', { timeout: 120_000 }, async () => {
  const good = cubeOf({ material: { normalTexture: { index: 0 }, doubleSided: true } })
  const { json, bytes } = good
  const place = fc.constantFrom(
    'accessors',
    'bufferViews',
    'nodes',
    'meshes',
    'materials',
    'scenes',
    'textures',
    'buffers',
    'scene',
    'skins',
  )
  const value = fc.oneof(
    fc.integer({ min: -5, max: 40 }),
    fc.constant(1e9),
    fc.constant(null),
    fc.string({ maxLength: 5 }),
    fc.constant([]),
    fc.constant([{}]),
  )
  await fc.assert(
    fc.asyncProperty(
      place,
      fc.nat(20),
      fc.nat(8),
      value,
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
      async (list, i, k, put, flips) => {
        const whole = JSON.parse(JSON.stringify({ ...json, buffers: [{ byteLength: bytes.length }] })) as Record<string, unknown>
        const of = whole[list]
        const one = Array.isArray(of) && of.length > 0 ? (of[i % of.length] as Record<string, unknown>) : whole
        const names = Object.keys(one)
        one[names[k % names.length] ?? 'x'] = put
        const file = glbOf(whole, bytes)
        for (const [at, byte] of flips) file[at % file.length] = byte
        try {
          const mesh = await read(file)
          expect(mesh.size.every(Number.isFinite)).toBe(true)
          for (const { positions, indices } of mesh.parts) for (const corner of indices) expect(corner).toBeLessThan(positions.length / 3)
        } catch (error) {
          expect(error).toBeInstanceOf(FaultError)
        }
      },
    ),
    { numRuns: 300, seed: 7 },
  )
})

it('what is no container is said to be none, and takes nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      try {
        openContainer(Uint8Array.from(bytes))
      } catch (error) {
        expect(error).toBeInstanceOf(FaultError)
      }
    }),
  )
})
