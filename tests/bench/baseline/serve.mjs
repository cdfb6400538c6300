import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { build, runnerImport } from 'vite'

/** @type {{ module: typeof import('../../../models') }} */
const {
  module: { models },
} = await runnerImport(join(import.meta.dirname, '../../../models/index.ts'))

const here = import.meta.dirname
const modules = join(here, '../../../node_modules')
const data = join(modules, '@imgly/background-removal-data/dist')
const runtime = join(modules, 'imgly-onnxruntime-web/dist')
const built = join(modules, '.cache/vitrine-baseline')
/** What the page of the bare model asks for. @type {Record<string, string>} */
const bare = {
  '/bare/ort.mjs': join(modules, 'onnxruntime-web/dist/ort-wasm-simd-threaded.mjs'),
  '/bare/ort.wasm': join(modules, 'onnxruntime-web/dist/ort-wasm-simd-threaded.wasm'),
  '/bare/isnet.onnx': join(here, '../../../models/.built', `isnet.${models['isnet-fine'].sha256.slice(0, 8)}.onnx`),
}
/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
}

/** The list of files as the library asks for it: the data package's models under their new names, the runtime from its own package. */
async function resources() {
  const listed = JSON.parse(await readFile(join(data, 'resources.json'), 'utf8'))
  const named = ({ chunks, ...rest }) => ({ ...rest, chunks: chunks.map((chunk) => ({ ...chunk, name: chunk.hash })) })
  const whole = async (name, mime) => {
    const { size } = await stat(join(runtime, name))
    return { size, mime, chunks: [{ name: `runtime/${name}`, hash: '', offsets: [0, size] }] }
  }
  return {
    '/models/isnet_fp16': named(listed['/models/medium']),
    '/models/isnet_quint8': named(listed['/models/small']),
    '/onnxruntime-web/ort-wasm-simd-threaded.wasm': await whole('ort-wasm-simd-threaded.wasm', 'application/wasm'),
    '/onnxruntime-web/ort-wasm-simd-threaded.mjs': await whole('ort-wasm-simd-threaded.mjs', 'text/javascript'),
  }
}

/**
 * Builds and serves the baseline page on a free port of this machine, cross-origin isolated, with the library's own
 * version of the runtime (1.21.0) in place of ours.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveBaseline() {
  await build({
    root: here,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: [{ find: /^onnxruntime-web(?=\/|$)/, replacement: 'imgly-onnxruntime-web' }] },
    build: {
      outDir: built,
      emptyOutDir: true,
      target: 'es2023',
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: [join(here, 'index.html'), join(here, 'bare.html')] },
    },
  })
  const list = Buffer.from(JSON.stringify(await resources()))
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname)
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp')
    const file = path.startsWith('/data/runtime/')
      ? join(runtime, path.slice(14))
      : path.startsWith('/data/')
        ? join(data, path.slice(6))
        : (bare[path] ?? join(built, path === '/' ? 'index.html' : path))
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream')
    if (path === '/data/resources.json') return response.end(list)
    const found = await stat(file).catch(() => null)
    if (!found?.isFile()) {
      response.statusCode = 404
      return response.end('not here')
    }
    createReadStream(file).pipe(response)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the baseline server has no port')
  const close = () =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve(undefined))
    })
  return { url: `http://127.0.0.1:${address.port}/`, close: async () => void (await close()) }
}
