// Runs the library that Vitrine is measured against, as its documentation says, in a page of its own. It is AGPL and a
// development dependency: nothing of it is bundled into the app.
import { type Config, removeBackground } from '@imgly/background-removal'

export interface Baseline {
  /** Milliseconds from the encoded photo to the encoded PNG cutout, and that cutout. The first call also loads the model. */
  removeBackground(photo: Blob, model: 'isnet_fp16' | 'isnet_quint8'): Promise<{ ms: number; cutout: Blob }>
  /** Threads that the library's runtime computes on: its own and those it has started. */
  threads(): number
}
declare global {
  interface Window {
    baseline: Baseline
    /** The same as `baseline.removeBackground`, without the cutout, which a test runner cannot take over. */
    removeBackground(photo: Blob, model: 'isnet_fp16' | 'isnet_quint8'): Promise<{ ms: number }>
  }
}

// The library starts as many threads as the processor has; both sides of the comparison get two.
Object.defineProperty(navigator, 'hardwareConcurrency', { value: 2 })

let started = 1
const Plain = Worker
globalThis.Worker = class extends Plain {
  constructor(address: string | URL, options?: WorkerOptions) {
    super(address, options)
    if (options?.name?.startsWith('em-pthread')) started++
  }
}

window.baseline = {
  async removeBackground(photo, model) {
    const config: Config = { publicPath: new URL('/data/', location.href).href, device: 'cpu', model, output: { format: 'image/png' } }
    const began = performance.now()
    const cutout = await removeBackground(photo, config)
    return { ms: performance.now() - began, cutout }
  },
  threads: () => started,
}
window.removeBackground = async (photo, model) => ({ ms: (await window.baseline.removeBackground(photo, model)).ms })
