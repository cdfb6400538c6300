/** One heavy thing that comes when first used, in pieces small enough for every static host (25 MiB). */
export interface Part {
  readonly id: PartId
  readonly title: string
  /** What it is for, in a few words a seller reads. */
  readonly purpose: string
  readonly kind: 'model' | 'runtime' | 'codec'
  readonly bytes: number
  /** Hex SHA-256 of the whole. */
  readonly sha256: string
  readonly licence: string
  readonly pieces: readonly { readonly url: string; readonly bytes: number; readonly sha256: string }[]
}
export type PartId = 'isnet' | 'ort-wasm' | 'ort-webgpu' | 'mozjpeg' | 'png' | 'magick'

/** A network on the shelf, with all that a caller must know to run it. */
export interface Model {
  readonly id: ModelId
  readonly title: string
  readonly task: 'matte'
  /** The part that holds it. */
  readonly part: PartId
  /** Hex SHA-256 of the part, as assembly makes it; part of every key of what the model computed. */
  readonly sha256: string
  readonly bytes: number
  readonly licence: string
  readonly source: {
    readonly package: string
    readonly file: string
    readonly sha256: string
    readonly bytes: number
    readonly upstream: string
  }
  /** RGB planes, float32, `(v - mean) / scale` of 8-bit sRGB values; shape 1 x 3 x side x side. */
  readonly input: { readonly name: string; readonly side: number; readonly mean: number; readonly scale: number }
  /** Alpha, float32, 0 to 1; shape 1 x 1 x side x side. `free` names the dimension that the session fixes to `side`. */
  readonly output: { readonly name: string; readonly free: string }
  /** Engines that run it, the preferred one first. */
  readonly engines: readonly ('webgpu' | 'wasm')[]
}
export type ModelId = 'isnet-fine' | 'isnet-fast'

const isnet = {
  task: 'matte',
  part: 'isnet',
  sha256: 'c0480868de6d867e59ca469f78d362fef4cc9d866a7ff270addee6f153d54197',
  bytes: 44_180_706,
  licence: 'Apache-2.0',
  source: {
    package: '@imgly/background-removal-data@1.4.5',
    file: '/models/medium',
    sha256: 'b6e8497ba978a6f5fbb647e419d2696cd80df5a23cb6a8ea532021911bd76acb',
    bytes: 88_188_479,
    upstream: 'https://github.com/xuebinqin/DIS',
  },
  output: { name: 'output', free: 'side' },
  engines: ['webgpu', 'wasm'],
} as const

/** Every model there is. The two share one file: the graph runs at any side that is a multiple of 64. */
export const models: { readonly [Id in ModelId]: Model } = {
  'isnet-fine': { ...isnet, id: 'isnet-fine', title: 'ISNet, fine', input: { name: 'input', side: 1024, mean: 128, scale: 256 } },
  'isnet-fast': { ...isnet, id: 'isnet-fast', title: 'ISNet, fast', input: { name: 'input', side: 704, mean: 128, scale: 256 } },
}

/** The model called `id`. Throws when this version has none. */
export function modelOf(id: string): Model {
  const model = (models as Readonly<Record<string, Model>>)[id]
  if (!model) throw new RangeError(`no model is called “${id}”`)
  return model
}
