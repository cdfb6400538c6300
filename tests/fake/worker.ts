import * as Comlink from 'comlink'

/** A Worker whose far side runs in the same process: `api` answers over a real message channel until `terminate`. */
export class FakeWorker extends EventTarget {
  readonly #near: MessagePort
  readonly #far: MessagePort
  onerror: ((event: ErrorEvent) => void) | null = null
  terminated = false

  constructor(api: object) {
    super()
    const { port1, port2 } = new MessageChannel()
    this.#near = port1
    this.#far = port2
    Comlink.expose(api, port2)
    port1.addEventListener('message', (event) => this.dispatchEvent(new MessageEvent('message', { data: event.data })))
    port1.start()
  }

  postMessage(message: unknown, transfer: Transferable[] = []) {
    if (!this.terminated) this.#near.postMessage(message, transfer)
  }

  terminate() {
    this.terminated = true
    this.#near.close()
    this.#far.close()
  }
}
