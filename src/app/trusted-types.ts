// Must be the first import of the page: workers and the service worker are started through script addresses, which
// `require-trusted-types-for 'script'` lets through only after a policy has looked at them.
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): unknown
}
const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes

factory?.createPolicy('default', {
  createScriptURL(address) {
    if (new URL(address, document.baseURI).origin === location.origin) return address
    throw new TypeError(`Refused to run a script from another place: ${address}`)
  },
})
