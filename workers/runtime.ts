import type { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-web'
import type { Network } from '../src/core/network'
import type { Tensor } from '../src/core/recipe'
import { loadPart, readPart } from '../src/store/parts'

export type Ort = typeof import('onnxruntime-web')

/** A build of the model runtime, ready to open networks with. */
export interface Runtime {
  readonly ort: Ort
  readonly using: 'webgpu' | 'wasm'
  readonly threads: number
}

export async function bytesOf(part: string): Promise<ArrayBuffer> {
  await loadPart(part)
  return await readPart(part)
}

/** The two builds each hold their own WebAssembly; both are told not to look for it on the network. */
async function wake(ort: Ort, part: string, threads: number): Promise<void> {
  if (ort.env.wasm.wasmBinary) return
  ort.env.wasm.wasmBinary = await bytesOf(part)
  ort.env.wasm.numThreads = threads
  ort.env.wasm.proxy = false
  ort.env.logLevel = 'error'
}

/** On `threads` threads (at most 4 unless told), on one where the page is not isolated. */
export async function processor(wished?: number): Promise<Runtime> {
  const threads = crossOriginIsolated ? (wished ?? Math.min(4, navigator.hardwareConcurrency)) : 1
  const ort = (await import('onnxruntime-web/wasm')) as Ort
  await wake(ort, 'ort-wasm', threads)
  return { ort, using: 'wasm', threads }
}

export async function graphicsProcessor(): Promise<Runtime> {
  const ort = (await import('onnxruntime-web/webgpu')) as Ort
  await wake(ort, 'ort-webgpu', 1)
  return { ort, using: 'webgpu', threads: 1 }
}

/** Opens a network; the dimensions that it leaves open are fixed to those of `free`. Throws what the runtime throws. */
export async function openSession({ ort, using }: Runtime, bytes: ArrayBuffer, free: Network['free']): Promise<InferenceSession> {
  return await ort.InferenceSession.create(bytes, {
    executionProviders: [using],
    freeDimensionOverrides: free,
    // Folds 8-bit weights to float when the session starts, not in every run.
    extra: { session: { disable_quant_qdq: '1' } },
    logSeverityLevel: 3,
  })
}

/** Runs an opened network and gives the wanted outputs as float32, each as it comes, in their order. */
export async function compute(
  { ort }: Runtime,
  session: InferenceSession,
  { name, half = false }: Pick<Network['input'], 'name' | 'half'>,
  { data, shape }: Tensor,
  wanted: readonly string[],
): Promise<Tensor[]> {
  const input = half ? new ort.Tensor('float16', halves(data), shape) : new ort.Tensor('float32', data, shape)
  const results = await session.run({ [name]: input }, wanted)
  return wanted.map((output) => {
    const tensor = results[output] as OrtTensor
    return { data: floats(tensor.data), shape: tensor.dims }
  })
}

type HalfArray = new (values: ArrayLike<number>) => Uint16Array<ArrayBuffer>
/** Younger than the oldest browsers that Vitrine runs in; `trial.ts` asks for it before it takes a network on. */
export const Halves = (globalThis as { Float16Array?: HalfArray }).Float16Array

function halves(data: Float32Array): Uint16Array<ArrayBuffer> {
  if (!Halves) throw new TypeError('this browser has no half-precision numbers')
  return new Halves(data)
}

/** The numbers of an output; where they are of another kind (half precision, bytes), converted. */
const floats = (data: OrtTensor['data']): Float32Array<ArrayBuffer> =>
  data instanceof Float32Array ? (data as Float32Array<ArrayBuffer>) : Float32Array.from(data as ArrayLike<number>)

/** In place: what a network that stops short of its last step leaves to be done. */
export function sigmoid(data: Float32Array): void {
  for (let i = 0; i < data.length; i++) data[i] = 1 / (1 + Math.exp(-(data[i] as number)))
}
