// What the tests need beside Node and npm: the dependencies and a Chromium. Run alone it installs both.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installDependencies } from '../src/hosting/install.mjs'
import { chromiumPath } from './support/chromium.mjs'

const root = join(import.meta.dirname, '..')
const run = (command, ...args) => spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0

async function hasPlaywrightsOwn() {
  const { chromium } = await import('playwright')
  return existsSync(chromium.executablePath())
}

/** Finds a Chromium or installs one: the system's package as root on Debian and its kin, else the one that Playwright brings. */
async function installBrowser() {
  if (chromiumPath() || (await hasPlaywrightsOwn())) return
  console.log('Installing a browser for the tests …')
  const debian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (debian && run('apt-get', 'update') && run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium') && chromiumPath()) return
  if (run('npx', 'playwright', 'install', 'chromium')) return
  throw new Error('No Chromium found or installed. Install one, or name it in the environment variable CHROMIUM.')
}

/** ExifTool reads exports again as a photographer's archive would; without it those cases are left out, and said to be. */
function installExifTool() {
  const debian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (existsSync('/usr/bin/exiftool') || !debian) return
  run('apt-get', 'install', '-y', '--no-install-recommends', 'libimage-exiftool-perl')
}

export async function setUp() {
  installDependencies()
  await installBrowser()
  installExifTool()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setUp()
