import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { contentSecurityPolicy } from '../core/seal'
import { answering, servedFiles } from './answer'
import { hostFiles } from './files'

const policy = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy('meta')}">`
const seal = (html: string) => html.replace('<meta charset="utf-8">', `$&\n    ${policy}`)

/** Puts the seal where it belongs: into the pages, into the host's header files, and onto everything `vite preview` answers. */
export function hosting(origin: string | null): Plugin {
  let dist = ''
  let base = '/'
  let building = false
  return {
    name: 'vitrine:hosting',
    enforce: 'pre', // its answers come before those of any other plugin
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
