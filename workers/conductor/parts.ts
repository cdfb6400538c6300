import { modelOf } from '../../models'
import type { PartState } from '../../src/core/client'
import { isOwn } from '../../src/core/own'
import { loadPart, partStates } from '../../src/store/parts'

/** What the first photos need, in the order in which they need it, then what makes the studio whole without a network. */
const ORDER = ['isnet', 'ort-wasm', 'mozjpeg', 'png', 'magick'] as const
const PAUSE_MS = 150

/** The parts as this tab sees them: brings them onto the device and tells how far they are. */
export class PartsDesk {
  #tell: (states: readonly PartState[]) => void
  #told = 0
  #everything: Promise<void> | null = null
  #graphics: Promise<boolean> | null = null
  /** Found here in this session; the browser may evict them all the same, see `recheck`. */
  #here = new Set<string>()

  constructor(tell: (states: readonly PartState[]) => void) {
    this.#tell = tell
  }

  states(): Promise<PartState[]> {
    return partStates()
  }

  /** Resolves when the part is on this device; throws the fault that says why not. */
  async ensure(id: string): Promise<void> {
    if (this.#here.has(id)) return
    try {
      await loadPart(id, { progress: () => void this.#publish(false) })
      this.#here.add(id)
    } finally {
      await this.#publish(true)
    }
  }

  /** A worker did not find a part that was here: the next call looks again. */
  recheck() {
    this.#here.clear()
  }

  async ensureModel(model: string): Promise<void> {
    if (!isOwn(model)) await this.ensure(modelOf(model).part)
    await this.ensureRuntime()
  }

  /** What runs a model, whichever. */
  async ensureRuntime(): Promise<void> {
    await this.ensure('ort-wasm')
    if (await this.#mayUseGraphics()) await this.ensure('ort-webgpu')
  }

  /** Everything that the studio may ever need on this machine, one after the other. What cannot be had now is asked for again when needed. */
  loadEverything(): Promise<void> {
    this.#everything ??= (async () => {
      try {
        for (const id of ORDER) await this.ensure(id)
        if (await this.#mayUseGraphics()) await this.ensure('ort-webgpu')
      } finally {
        this.#everything = null
      }
    })()
    return this.#everything
  }

  async bytes(): Promise<number> {
    return (await partStates()).reduce((sum, part) => sum + part.loaded, 0)
  }

  #mayUseGraphics(): Promise<boolean> {
    this.#graphics ??= (async () => {
      const adapter = await navigator.gpu?.requestAdapter().catch(() => null)
      return Boolean(adapter && !adapter.info.isFallbackAdapter)
    })()
    return this.#graphics
  }

  async #publish(now: boolean): Promise<void> {
    if (!now && performance.now() - this.#told < PAUSE_MS) return
    this.#told = performance.now()
    this.#tell(await partStates())
  }
}
