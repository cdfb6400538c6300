/**
 * A link that downloads from our own host can tell it a few words, and passes service worker and allowlist by. Only a sandbox
 * without downloads stops it; files are then saved through the browser's own dialog alone. So a page that has this dialog says so by
 * an empty cache of this name, which the service worker looks for, and loads once more; in browsers without it nobody could save.
 */
const SAVES_BY_DIALOG = 'vitrine-saves-by-dialog'

/** All that a page may do in it; saving what a link leads to is not among it. Forms stay in by `form-action`; without this none would say that it was sent. */
export const SANDBOX = 'sandbox allow-scripts allow-same-origin allow-modals allow-forms'

export const savesByDialog = (caches: Pick<CacheStorage, 'has'> = globalThis.caches): Promise<boolean> => caches.has(SAVES_BY_DIALOG)

export async function saveByDialog(caches: Pick<CacheStorage, 'open'> = globalThis.caches): Promise<void> {
  await caches.open(SAVES_BY_DIALOG)
}
