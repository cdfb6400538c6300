// A graphics processor that failed is not tried again for a while: each try loads the model twice. Kept where parts are.
const KEPT = 'vitrine-verdicts'
const GOOD_FOR_MS = 14 * 24 * 3600 * 1000

const keyOf = (about: string) => `/kept/verdict/${encodeURIComponent(about)}`

/** Why `about` was turned down lately, or null. */
export async function recall(about: string): Promise<string | null> {
  const held = await (await caches.open(KEPT)).match(keyOf(about))
  if (!held) return null
  const { why, at } = (await held.json()) as { why: string; at: number }
  return Date.now() - at < GOOD_FOR_MS ? why : null
}

/** Keeps the reason why `about` is turned down, and gives it back. */
export async function remember(about: string, why: string): Promise<string> {
  await (await caches.open(KEPT)).put(keyOf(about), Response.json({ why, at: Date.now() }))
  return why
}
