import * as Comlink from 'comlink'
import type { Client } from '../core/client'

/** Starts the conductor worker and speaks with it. Functions handed over as arguments are called back in the page. */
export function connect(): Client {
  const worker = new Worker(new URL('../../workers/conductor.ts', import.meta.url), { type: 'module', name: 'conductor' })
  const remote = Comlink.wrap<Client>(worker)
  return new Proxy(remote as unknown as Client, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function') return method
      return (...args: unknown[]) =>
        Reflect.apply(
          method,
          undefined,
          args.map((arg) => (typeof arg === 'function' ? Comlink.proxy(arg) : arg)),
        )
    },
  })
}
