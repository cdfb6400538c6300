import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { hosting } from './hosting/plugin'
import { chromiumFlags, chromiumPath } from './tests/support/chromium.mjs'
import { commands } from './tests/support/commands'

/** `https://shop.example/studio/`: the address the build is for. Without it: any origin, at its root. */
const address = process.env.VITRINE_ORIGIN ? new URL(process.env.VITRINE_ORIGIN) : null
const isolation = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }
const inBrowser = '**/*.browser.test.{ts,tsx}'

export default defineConfig({
  base: address ? address.pathname.replace(/\/?$/, '/') : '/',
  plugins: [react(), hosting(address?.origin ?? null)],
  worker: { format: 'es' },
  build: { target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { headers: isolation },
  preview: { host: '127.0.0.1', port: 4173 },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{src,models,workers,hosting}/**/*.test.{ts,tsx}', 'tests/{unit,rules}/**/*.test.ts'],
          exclude: [inBrowser],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [inBrowser],
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
