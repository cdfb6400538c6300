import { join } from 'node:path'
import { build, preview } from 'vite'
import { shelf } from '../../../models/plugin'
import { inRepository } from '../../support/shared'

/** Builds the page of this folder out of the app's own code and serves it on a free port, cross-origin isolated as the app is. */
export async function serveCutouts(): Promise<{ url: string; close(): Promise<void> }> {
  const outDir = inRepository('node_modules/.cache/vitrine-cutouts/page')
  const quiet = { checks: { pluginTimings: false } }
  await build({
    root: inRepository('.'),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [shelf()],
    worker: { format: 'es', plugins: () => [shelf()], rolldownOptions: quiet },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { ...quiet, input: join(import.meta.dirname, 'page.html') },
    },
  })
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: {
      host: '127.0.0.1',
      port: 0,
      headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
    },
  })
  return { url: new URL('tests/bench/cutout/page.html', server.resolvedUrls?.local[0]).href, close: () => server.close() }
}
