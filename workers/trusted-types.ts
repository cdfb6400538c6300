/**
 * The only Trusted Types policy of a worker: scripts (nested workers of the runtimes) may come from our own origin alone.
 * Imported first by every entry.
 */
const types = (
  globalThis as unknown as { trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown } }
).trustedTypes

types?.createPolicy('default', {
  createScriptURL(url) {
    const { origin, protocol } = new URL(url, self.location.href)
    if (origin === self.location.origin && protocol !== 'data:') return url
    throw new TypeError('Vitrine runs no script from elsewhere')
  },
})
