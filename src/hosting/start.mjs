// `npm start`: installs, assembles the models, builds, serves the built site on this machine, prints one address.
import { join } from 'node:path'
import { installDependencies } from './install.mjs'

process.chdir(join(import.meta.dirname, '../..'))
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true'
installDependencies()
const { build, preview } = await import('vite')
console.log('Building …')
try {
  await build({ logLevel: 'error' })
} catch (error) {
  console.error(`The build failed: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
const server = await preview({ logLevel: 'error' })
const address = new URL(server.resolvedUrls?.local[0] ?? 'http://localhost:4173/')
address.hostname = 'localhost'
console.log(`\nVitrine is open at ${address.href}\n(Ctrl+C ends it.)`)
