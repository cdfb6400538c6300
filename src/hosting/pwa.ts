import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/** Larger files are never part of the app itself: they come as parts when first used. */
const LARGEST = 2 * 1024 * 1024

/**
 * Builds `workers/service.ts` as `sw.js`, with the list of the app's files and their SHA-384, which the browser holds every
 * fetched file against. Not on the list: parts of the shelf, and what is only for hosts.
 */
export function serviceWorker(plugins: Plugin[]): Plugin[] {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'workers',
    filename: 'service.ts',
    injectRegister: null,
    manifest: false,
    injectManifest: {
      globPatterns: ['**/*.{html,js,mjs,css,woff2,svg,png,jpg,jpeg,webp,webmanifest,txt}'],
      globIgnores: ['parts/**', 'sw.js', 'sw.mjs'],
      maximumFileSizeToCacheInBytes: LARGEST,
      rollupFormat: 'iife',
      buildPlugins: { vite: plugins },
      manifestTransforms: [
        async (entries) => ({
          manifest: await manifestOf(entries, 'dist'),
          warnings: entries.filter(({ size }) => size > LARGEST).map(({ url }) => `${url} is too large to be part of the app`),
        }),
      ],
    },
    integration: {
      beforeBuildServiceWorker(options) {
        for (const holder of [options, options.injectManifest]) holder.swDest = holder.swDest.replace(basename(holder.swDest), 'sw.js')
      },
    },
  })
}

/** The shelf as the service worker needs it: the list of parts, without writing them again. */
export function listOfParts({ name, enforce, configResolved, resolveId, load }: Plugin): Plugin {
  return { name, enforce, configResolved, resolveId, load }
}

/**
 * The entries with the hash that the browser shall hold each file against. Sorted by code units, since systems list a folder in
 * different orders, and the same source must give the same bytes.
 */
export function manifestOf<Entry extends { readonly url: string }>(entries: readonly Entry[], dist: string) {
  const sorted = [...entries].sort((a, b) => (a.url < b.url ? -1 : 1))
  return Promise.all(sorted.map(async (entry) => ({ ...entry, integrity: await integrity(join(dist, entry.url)) })))
}

async function integrity(file: string): Promise<string> {
  return `sha384-${createHash('sha384')
    .update(await readFile(file))
    .digest('base64')}`
}
