/** Builds glTF files for tests: a description and its bytes, as a .glb or as text with data URIs. */

/** A description under construction: what is added to its bytes is a view. */
export class GltfBuilder {
  readonly json: Record<string, unknown> & { accessors: object[]; bufferViews: object[]; images: object[]; textures: object[] } = {
    asset: { version: '2.0' },
    accessors: [],
    bufferViews: [],
    images: [],
    textures: [],
  }
  #bytes: number[] = []

  view(bytes: Uint8Array): number {
    while (this.#bytes.length % 4 !== 0) this.#bytes.push(0)
    const byteOffset = this.#bytes.length
    for (const byte of bytes) this.#bytes.push(byte)
    return this.json.bufferViews.push({ buffer: 0, byteOffset, byteLength: bytes.length }) - 1
  }

  accessor(list: Float32Array | Uint16Array, type: 'SCALAR' | 'VEC2' | 'VEC3' | 'VEC4'): number {
    const size = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 }[type]
    const bufferView = this.view(new Uint8Array(list.buffer, list.byteOffset, list.byteLength))
    const componentType = list instanceof Float32Array ? 5126 : 5123
    return this.json.accessors.push({ bufferView, componentType, count: list.length / size, type }) - 1
  }

  /** The place of a texture that shows a picture (PNG, JPEG). */
  texture(picture: Uint8Array, mimeType = 'image/png'): number {
    const source = this.json.images.push({ bufferView: this.view(picture), mimeType }) - 1
    return this.json.textures.push({ source }) - 1
  }

  get bytes(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes)
  }

  glb(): Uint8Array<ArrayBuffer> {
    return glbOf({ ...this.json, buffers: [{ byteLength: this.#bytes.length }] }, this.bytes)
  }

  /** As text, its bytes in it. */
  gltf(): Uint8Array<ArrayBuffer> {
    const uri = `data:application/octet-stream;base64,${btoa(Array.from(this.#bytes, (byte) => String.fromCharCode(byte)).join(''))}`
    return Uint8Array.from(new TextEncoder().encode(JSON.stringify({ ...this.json, buffers: [{ byteLength: this.#bytes.length, uri }] })))
  }
}

/** A GLB of a description and a binary chunk. */
export function glbOf(json: unknown, binary: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = (bytes: Uint8Array, by: number) => {
    const out = new Uint8Array(Math.ceil(bytes.length / 4) * 4).fill(by)
    out.set(bytes)
    return out
  }
  const [text, rest] = [padded(new TextEncoder().encode(JSON.stringify(json)), 0x20), padded(binary, 0)]
  const out = new Uint8Array(28 + text.length + rest.length)
  const view = new DataView(out.buffer)
  const head = [0x46546c67, 2, out.length, text.length, 0x4e4f534a]
  head.forEach((word, i) => {
    view.setUint32(i * 4, word, true)
  })
  out.set(text, 20)
  view.setUint32(20 + text.length, rest.length, true)
  view.setUint32(24 + text.length, 0x004e4942, true)
  out.set(rest, 28 + text.length)
  return out
}

export interface CubeOptions {
  /** Its sides, m. */
  readonly size?: readonly [number, number, number]
  readonly material?: object
  readonly node?: object
  readonly positions?: (list: Float32Array) => void
  readonly normals?: ((list: Float32Array) => void) | null
}

const FACES = [
  { n: [0, 0, 1], u: [1, 0, 0], v: [0, 1, 0] },
  { n: [0, 0, -1], u: [-1, 0, 0], v: [0, 1, 0] },
  { n: [1, 0, 0], u: [0, 0, -1], v: [0, 1, 0] },
  { n: [-1, 0, 0], u: [0, 0, 1], v: [0, 1, 0] },
  { n: [0, 1, 0], u: [1, 0, 0], v: [0, 0, -1] },
  { n: [0, -1, 0], u: [1, 0, 0], v: [0, 0, 1] },
] as const

/** A box about the origin, each face with the whole picture upright on it. */
export function cube(
  builder: GltfBuilder,
  { size = [0.1, 0.1, 0.1], material, node = {}, positions: bend, normals: tilt }: CubeOptions = {},
) {
  const [positions, normals, uvs, indices]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (const { n, u, v } of FACES) {
    const first = positions.length / 3
    for (const [a, b] of [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const) {
      for (const axis of [0, 1, 2] as const) positions.push(((n[axis] + a * u[axis] + b * v[axis]) * size[axis]) / 2)
      normals.push(...n)
      uvs.push((a + 1) / 2, (1 - b) / 2)
    }
    indices.push(first, first + 1, first + 2, first, first + 2, first + 3)
  }
  const [at, facing] = [Float32Array.from(positions), Float32Array.from(normals)]
  bend?.(at)
  tilt?.(facing)
  const attributes = {
    POSITION: builder.accessor(at, 'VEC3'),
    ...(tilt === null ? {} : { NORMAL: builder.accessor(facing, 'VEC3') }),
    TEXCOORD_0: builder.accessor(Float32Array.from(uvs), 'VEC2'),
  }
  const primitive = { attributes, indices: builder.accessor(Uint16Array.from(indices), 'SCALAR'), ...(material ? { material: 0 } : {}) }
  Object.assign(builder.json, {
    meshes: [{ primitives: [primitive] }],
    nodes: [{ mesh: 0, ...node }],
    scenes: [{ nodes: [0] }],
    scene: 0,
    ...(material ? { materials: [material] } : {}),
  })
  return builder
}
