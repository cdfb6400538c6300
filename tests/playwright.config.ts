import { defineConfig } from '@playwright/test'

/** One worker: inference wants both cores of a small machine, and timings are part of what is tested. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: process.env.VITRINE_REPORT ? [['list'], ['json', { outputFile: process.env.VITRINE_REPORT }]] : [['list']],
})
