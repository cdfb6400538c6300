// Must be the first import of the page: workers and the service worker are started through script addresses, which
// `require-trusted-types-for 'script'` lets through only after a policy has looked at them.
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string, type: string, sink?: string): string | null }): unknown
}
const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
const SERVICE = new URL('sw.js', document.baseURI).href
let registered = false

factory?.createPolicy('default', {
  createScriptURL(address, _type, sink) {
    const { origin, href } = new URL(address, document.baseURI)
    if (origin !== location.origin) throw new TypeError(`Refused to run a script from another place: ${address}`)
    if (sink?.startsWith('ServiceWorker')) {
      // This request goes around the service worker, and carries cookies: the app makes it once. Null is reported as a breach of policy.
      if (registered || href !== SERVICE) return null
      registered = true
    }
    return address
  },
})
