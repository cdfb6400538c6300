// npm run screenshots: the picture in the README, and every screen at three widths in light and dark, into test-results/screens.
import { runnerImport } from 'vite'

const { module } = await runnerImport('./tests/screenshots.ts')
await module.screenshots()
process.exit(0)
