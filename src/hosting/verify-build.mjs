// `npm run verify-build URL`: is the copy served there the one that this source makes? Ends with 0 (yes), 1 (no), 2 (could not tell).
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ALLOWLIST, builtFiles, fingerprint, wantedHeaders } from './built.mjs'
import { compare } from './compare.mjs'
import { installDependencies } from './install.mjs'

const root = join(import.meta.dirname, '../..')
const USAGE = 'Usage: npm run verify-build https://shop.example/studio/ [-- --dist FOLDER]'

function stop(...sentences) {
  for (const sentence of sentences) console.error(sentence)
  process.exit(2)
}

function asked() {
  try {
    const { values, positionals } = parseArgs({ options: { dist: { type: 'string' } }, allowPositionals: true })
    const [text] = positionals
    if (!text || positionals.length > 1) return stop('Name one address to compare with.', USAGE)
    const url = new URL(text)
    if (!/^https?:$/.test(url.protocol)) return stop(`${text} is not an address of a web page: begin with https:// (or http://).`, USAGE)
    url.search = ''
    url.hash = ''
    url.pathname = url.pathname.replace(/(\/(index\.html)?)?$/, '/')
    return { url, folder: values.dist && resolve(values.dist) }
  } catch (error) {
    return stop(`${error.message}.`, USAGE)
  }
}

/** Builds for the address that is compared with, since the path at which a site lies stands in its files. */
function build(url) {
  console.log('There is no build in dist yet: building it (a minute or two) …')
  installDependencies()
  const env = { VITRINE_ORIGIN: url.href, ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' }
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit', env })
  if (status !== 0) stop('The build failed; nothing was compared.')
}

const { url, folder } = asked()
const dist = folder ?? join(root, 'dist')
if (!existsSync(join(dist, 'SHA256SUMS'))) {
  if (folder) stop(`${folder} holds no SHA256SUMS: name the folder of a built site.`)
  build(url)
}
try {
  const files = await builtFiles(dist)
  const headers = await wantedHeaders(dist, url)
  const findings = await compare(url, files, headers)
  for (const { what, path, says } of findings) console.log(`${what.padEnd(8)} ${path}: ${says}`)
  const inFiles = findings.filter(({ what }) => what !== 'header').length
  if (inFiles > 0) {
    console.log(`\nNOT THE SAME: ${inFiles} of what ${url.href} serves is not as this source makes it (${files.size} files).`)
    console.log('Is it the same version? Check out the one that is served, remove dist, and run this again.')
    if (url.pathname !== '/') console.log(`A site below the root must be built for it: VITRINE_ORIGIN=${url.href} npm run build`)
  } else {
    console.log(`\nTHE SAME: all ${files.size} files at ${url.href} are those that this source makes.`)
    console.log(`“This version” on its page “Privacy” has to show ${fingerprint(files)}`)
  }
  if (headers.size === 0) console.log('Headers were not compared: the build has no _headers.')
  else if (inFiles < findings.length)
    console.log(
      'Its headers are not those of dist/_headers (also there for nginx, Caddy and Vercel): set them. Until then a first visit is not fully sealed; after it the service worker adds them.',
    )
  if (headers.size > 0 && !headers.has(ALLOWLIST))
    console.log(`${ALLOWLIST} was not compared: the build names no address. Build with VITRINE_ORIGIN=${url.href} to have it.`)
  process.exitCode = findings.length > 0 ? 1 : 0
} catch (error) {
  stop(error.message)
}
