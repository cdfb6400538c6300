import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { contentSecurityPolicy } from '../core/seal'
import { answering, servedFiles } from './answer'
import { hostFiles } from './files'
import { SUMS, sumsOf } from './sums'

const policy = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy('meta')}">`
const seal = (html: string) => html.replace('<meta charset="utf-8">', `$&\n    ${policy}`)

/** The version in `package.json`, for the code. */
async function versionHere(): Promise<Record<string, string>> {
  const { version } = JSON.parse(await readFile(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }
  return { __VITRINE_VERSION__: JSON.stringify(version) }
}

/** The same for the service worker, which is built apart. */
export const numbering = (): Plugin => ({ name: 'vitrine:version', config: async () => ({ define: await versionHere() }) })

/** Puts the seal where it belongs: into the pages, into the host's header files, and onto everything `vite preview` answers. */
export function hosting(origin: string | null): Plugin {
  let dist = ''
  let base = '/'
  let building = false
  return {
    name: 'vitrine:hosting',
    enforce: 'pre', // its answers come before those of any other plugin
    async config(_config, { command }) {
      // Whatever the shell says: with another value React's development build would be taken, and the hashes would be others.
      if (command === 'build') process.env.NODE_ENV = 'production'
      return { define: await versionHere() }
    },
    configResolved(config) {
      dist = join(config.root, config.build.outDir)
      base = config.base
      building = config.command === 'build'
    },
    transformIndexHtml: { order: 'post', handler: (html, { server }) => (server ? html : seal(html)) },
    async generateBundle() {
      const page = await readFile(join(import.meta.dirname, '404.html'), 'utf8')
      this.emitFile({ type: 'asset', fileName: '404.html', source: seal(page).replace('%BASE%', base) })
    },
    closeBundle: {
      order: 'post', // after the service worker was written
      sequential: true,
      async handler(error?: Error) {
        if (error || !building) return
        await writeFile(join(dist, SUMS), await sumsOf(dist)) // first, since the headers name it as one of the site's files
        const paths = [base, ...(await servedFiles(dist)).map((file) => base + file)]
        for (const [name, text] of Object.entries(hostFiles({ origin, base, paths }))) await writeFile(join(dist, name), text)
      },
    },
    configurePreviewServer(server) {
      const answer = answering({ dist, base })
      server.middlewares.use((request, response, next) => void answer(request, response).catch(next))
    },
  }
}
