// The floor that nothing can beat: our model on our runtime, one `session.run` after the other, with nothing around it.
import type { InferenceSession } from 'onnxruntime-web'
import { type ModelId, models } from '../../../models'
// By its path, since the baseline's build takes the package's name for another version.
// @ts-expect-error The package declares no types for this path; they are those of its main entry.
import * as untyped from '../../../node_modules/onnxruntime-web/dist/ort.wasm.min.mjs'

const ort = untyped as typeof import('onnxruntime-web')

declare global {
  interface Window {
    /** Milliseconds of one warm `session.run`. The first call of each model also loads it. */
    bareRun(model: ModelId): Promise<number>
  }
}

const sessions = new Map<ModelId, Promise<InferenceSession>>()

async function begin(id: ModelId): Promise<InferenceSession> {
  const bytes = async (path: string) => await (await fetch(path)).arrayBuffer()
  // Threads start from a file of the runtime's own: this page's script would not run in them.
  ort.env.wasm.wasmPaths = { mjs: new URL('/bare/ort.mjs', location.href).href, wasm: '/bare/ort.wasm' }
  ort.env.wasm.numThreads = 2
  const { free } = models[id]
  const session = await ort.InferenceSession.create(await bytes('/bare/isnet.onnx'), {
    executionProviders: ['wasm'],
    freeDimensionOverrides: free,
    extra: { session: { disable_quant_qdq: '1' } },
  })
  await run(session, id)
  return session
}

async function run(session: InferenceSession, id: ModelId): Promise<number> {
  const { input } = models[id]
  const data = new Float32Array(3 * input.side ** 2).map((_, i) => Math.sin(i) / 2)
  const began = performance.now()
  await session.run({ [input.name]: new ort.Tensor('float32', data, [1, 3, input.side, input.side]) })
  return performance.now() - began
}

window.bareRun = async (id) => {
  if (!sessions.has(id)) {
    for (const other of sessions.values()) await (await other).release()
    sessions.clear()
    sessions.set(id, begin(id))
  }
  return await run(await (sessions.get(id) as Promise<InferenceSession>), id)
}
