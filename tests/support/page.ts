import { basename, dirname } from 'node:path'
import { build, preview } from 'vite'
import { shelf } from '../../models/plugin'
import { verifier } from '../../src/hosting/verifier'
import { inRepository } from './shared'

/**
 * Builds a page that is not the app's out of the app's own code, and serves it on a free port, cross-origin isolated as the
 * app is. `file` is its place in the repository.
 */
export async function servePage(file: string): Promise<{ url: string; close(): Promise<void> }> {
  const outDir = inRepository(`node_modules/.cache/vitrine-pages/${basename(dirname(file))}`)
  const quiet = { checks: { pluginTimings: false } }
  await build({
    root: inRepository('.'),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [shelf(), verifier()],
    worker: { format: 'es', plugins: () => [shelf(), verifier()], rolldownOptions: quiet },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { ...quiet, input: inRepository(file) },
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
  return { url: new URL(file, server.resolvedUrls?.local[0]).href, close: () => server.close() }
}
