import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { shelf } from './models/plugin'
import { notices, noticing, noticingLast } from './src/hosting/notices'
import { hosting, numbering } from './src/hosting/plugin'
import { listOfParts, serviceWorker } from './src/hosting/pwa'
import { verifier } from './src/hosting/verifier'
import { chromiumFlags, chromiumPath } from './tests/support/chromium.mjs'
import { commands } from './tests/support/commands'

/** `https://shop.example/studio/`: the address the build is for. Without it: any origin, at its root. */
const address = process.env.VITRINE_ORIGIN ? new URL(process.env.VITRINE_ORIGIN) : null
const isolation = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }
/** Assembling the model takes seconds: no news worth a warning. */
const quiet = { checks: { pluginTimings: false } }
const inBrowser = '**/*.browser.test.{ts,tsx}'

export default defineConfig({
  base: address ? address.pathname.replace(/\/?$/, '/') : '/',
  plugins: [
    hosting(address?.origin ?? null),
    shelf(),
    verifier(),
    react(),
    noticing(),
    process.env.VITEST ? [] : [notices(), serviceWorker([listOfParts(shelf()), numbering(), noticingLast()])],
  ],
  worker: { format: 'es', plugins: () => [shelf(), verifier(), noticing()], rolldownOptions: quiet },
  build: { target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false }, rolldownOptions: quiet },
  server: { headers: isolation },
  preview: { host: '127.0.0.1', port: 4173, cors: false },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // A bound for what hangs, not a measure: on a busy machine a passphrase's key alone takes seconds.
          testTimeout: 60_000,
          include: ['{src,models,workers}/**/*.test.{ts,tsx}', 'tests/{unit,rules}/**/*.test.ts'],
          exclude: [inBrowser],
        },
      },
      {
        extends: true,
        // Found only while the tests run, they would make Vite load the page anew, with a second React beside the first.
        optimizeDeps: {
          include: [
            '@cantoo/pdf-lib',
            '@peculiar/x509',
            'cborg',
            'client-zip',
            'exifr',
            'idb',
            'lucide-react',
            'react',
            'react-dom/client',
            'uqr',
            'reflect-metadata/lite',
            'wouter',
            'wouter/use-hash-location',
            'zustand',
            'zustand/react/shallow',
          ],
        },
        test: {
          name: 'browser',
          include: [inBrowser],
          setupFiles: ['tests/fake/without-dialog.ts'],
          exclude: ['node_modules/**', 'dist/**'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: chromiumPath(), args: chromiumFlags } }),
            instances: [{ browser: 'chromium' }],
            commands,
          },
        },
      },
    ],
  },
})
