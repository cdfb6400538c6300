import type { EngineChoice } from '../src/core/client'

/** What WebGPU has to offer here. `refused` says why the processor does the work instead, as a clause; null = it may be tried. */
export interface Graphics {
  readonly name: string
  readonly refused: string | null
}

const imitation = /swiftshader|llvmpipe|lavapipe|softpipe|software|\bcpu\b|basic render|\bwarp\b/i

/** Looks for a graphics processor. One that is only imitated in software counts when the user insists on WebGPU. */
export async function findGraphics(choice: EngineChoice): Promise<Graphics> {
  if (choice === 'wasm') return { name: '', refused: 'You chose the processor' }
  const gpu = (navigator as Navigator & { gpu?: GPU }).gpu
  if (!gpu) return { name: '', refused: 'This browser has no WebGPU' }
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null)
  if (!adapter) return { name: '', refused: 'No graphics processor that WebGPU can use was found' }
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info as GPUAdapterInfo & { isFallbackAdapter?: boolean }
  const name = [...new Set([vendor, architecture, device, description])].filter(Boolean).join(' ')
  if (choice !== 'webgpu' && (isFallbackAdapter || imitation.test(name)))
    return { name, refused: 'The browser only imitates a graphics processor here' }
  return { name, refused: null }
}
