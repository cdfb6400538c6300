import type { Network } from '../src/core/network'

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
export type PartId = 'isnet' | 'ort-wasm' | 'ort-webgpu' | 'mozjpeg' | 'png' | 'magick' | 'c2pa'

/** A network on the shelf. */
export interface Model extends Network {
  readonly id: ModelId
  readonly title: string
  readonly task: 'matte'
  /** The part that holds it; `sha256` is that of the part, as assembly makes it. */
  readonly part: PartId
  readonly bytes: number
  readonly licence: string
  readonly source: {
    readonly package: string
    readonly file: string
    readonly sha256: string
    readonly bytes: number
    readonly upstream: string
  }
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
  output: { name: 'output', sigmoid: false },
  engines: ['webgpu', 'wasm'],
} as const

const at = (side: number) => ({ input: { name: 'input', side, mean: [128, 128, 128], scale: [256, 256, 256] }, free: { side } }) as const

/** Every model there is. The two share one file: the graph runs at any side that is a multiple of 64. */
export const models: { readonly [Id in ModelId]: Model } = {
  'isnet-fine': { ...isnet, ...at(960), id: 'isnet-fine', title: 'ISNet, fine' },
  'isnet-fast': { ...isnet, ...at(704), id: 'isnet-fast', title: 'ISNet, fast' },
}

/** The model called `id`. Throws when this version has none. */
export function modelOf(id: string): Model {
  const model = (models as Readonly<Record<string, Model>>)[id]
  if (!model) throw new RangeError(`no model is called “${id}”`)
  return model
}
