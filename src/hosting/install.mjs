import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const changed = (path) => (existsSync(join(root, path)) ? statSync(join(root, path)).mtimeMs : 0)

/** Installs what `package-lock.json` names, unless it is there already. Runs no script of any package. Ends the process when it fails. */
export function installDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Vitrine needs Node 20.19 or newer; this is ${process.versions.node}.`)
    process.exit(1)
  }
  if (changed('node_modules/.package-lock.json') >= changed('package-lock.json')) return
  console.log('Installing dependencies (once, about a minute) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--ignore-scripts', '--include=dev', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}
