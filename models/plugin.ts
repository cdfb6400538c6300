import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { sha256 } from './assemble'
import type { Part } from './index'
import { isnet } from './isnet-part'

/** Small enough for every static host, large enough to keep requests few. */
const PIECE = 16 * 1024 * 1024
const modules = join(import.meta.dirname, '../node_modules')

type Plan = Omit<Part, 'bytes' | 'sha256' | 'pieces'> & { readonly read: () => Promise<Uint8Array> }
const file = (path: string) => () => readFile(join(modules, path))

const plans: readonly Plan[] = [
  { id: 'isnet', title: 'Cutout model', purpose: 'finds the product in a photo', kind: 'model', licence: 'Apache-2.0', read: isnet },
  {
    id: 'ort-wasm',
    title: 'Model runtime',
    purpose: 'runs the cutout model on the processor',
    kind: 'runtime',
    licence: 'MIT',
    read: file('onnxruntime-web/dist/ort-wasm-simd-threaded.wasm'),
  },
  {
    id: 'ort-webgpu',
    title: 'Model runtime for graphics processors',
    purpose: 'runs the cutout model on the graphics processor',
    kind: 'runtime',
    licence: 'MIT',
    read: file('onnxruntime-web/dist/ort-wasm-simd-threaded.asyncify.wasm'),
  },
  {
    id: 'mozjpeg',
    title: 'JPEG writer',
    purpose: 'writes JPEG files',
    kind: 'codec',
    licence: 'BSD-3-Clause',
    read: file('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'),
  },
  {
    id: 'png',
    title: 'PNG reader and writer',
    purpose: 'writes PNG files',
    kind: 'codec',
    licence: 'MIT',
    read: file('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'),
  },
  {
    id: 'magick',
    title: 'Reader for rare formats',
    purpose: 'opens HEIC, TIFF and CMYK files',
    kind: 'codec',
    licence: 'Apache-2.0',
    read: file('@imagemagick/magick-wasm/dist/x86/magick.wasm'),
  },
  {
    id: 'c2pa',
    title: 'Signer of Content Credentials',
    purpose: 'signs exports, and reads what signed files say',
    kind: 'codec',
    licence: 'MIT',
    read: file('@contentauth/c2pa-wasm/pkg/c2pa_bg.wasm'),
  },
]

interface Stock {
  readonly parts: readonly Part[]
  /** File name below the base (`parts/…`) -> its bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

const stocks = new Map<string, Promise<Stock>>()

/** The parts as an app at `base` sees them; made once, though pages and workers each build with a shelf of their own. */
function stockFor(base: string): Promise<Stock> {
  const stock = stocks.get(base) ?? takeStock(base)
  stocks.set(base, stock)
  return stock
}

async function takeStock(base: string): Promise<Stock> {
  const files = new Map<string, Uint8Array>()
  const parts: Part[] = []
  for (const { read, ...plan } of plans) {
    const whole = await read()
    const pieces: Part['pieces'][number][] = []
    for (let at = 0; at < whole.length; at += PIECE) {
      const bytes = whole.subarray(at, at + PIECE)
      const hash = sha256(bytes)
      const name = `parts/${plan.id}.${pieces.length}.${hash.slice(0, 8)}.bin`
      files.set(name, bytes)
      pieces.push({ url: base + name, bytes: bytes.length, sha256: hash })
    }
    parts.push({ ...plan, bytes: whole.length, sha256: sha256(whole), pieces })
  }
  return { parts, files }
}

/** The whole bytes of a part, for tests. Throws for an id that the shelf does not hold. */
export async function partBytes(id: string): Promise<Uint8Array> {
  const plan = plans.find((one) => one.id === id)
  if (!plan) throw new RangeError(`the shelf holds no “${id}”`)
  return await plan.read()
}

/** The packages whose code would bring its own copy of a wasm file that the shelf holds already, and the expression that does so. */
const stowaway = /\/node_modules\/(?:onnxruntime-web\/dist|@jsquash\/(?:jpeg|png)\/codec)\/.*\.m?js$/
/** The package that could ask the network for what a file names, and the calls by which it would. */
const asker = /\/node_modules\/@contentauth\/c2pa-wasm\/pkg\/c2pa\.js$/
const request = /\b(?:arg0\.)?fetch\(/g
const wasmUrl = /new URL\((["'])[\w.-]+\.wasm\1,\s*import\.meta\.url\)/g

/**
 * The shelf: makes the parts, serves them under `parts/`, and gives the code `virtual:parts`, the list of them. Also
 * needed among `worker.plugins`, since workers are built apart.
 */
export function shelf(): Plugin {
  let base = '/'
  let inWorker = false
  const stocked = () => stockFor(base)
  const nameIn = (request: IncomingMessage): string | null => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    return path.startsWith(`${base}parts/`) ? path.slice(base.length) : null
  }
  const absent = (response: ServerResponse) => {
    response.statusCode = 404
    response.setHeader('Content-Type', 'text/plain')
    response.end('No such part.')
  }
  return {
    name: 'vitrine:shelf',
    enforce: 'pre',
    // Served as it is: found only when a model starts, it would otherwise make the development server reload the page.
    config: () => ({ optimizeDeps: { exclude: ['onnxruntime-web', '@contentauth/c2pa-wasm'] } }),
    configResolved(config) {
      base = config.base
      inWorker = config.isWorker
    },
    resolveId: { filter: { id: /^virtual:parts$/ }, handler: () => '\0virtual:parts' },
    load: {
      filter: { id: /^\0virtual:parts$/ },
      handler: async () => `export const parts = ${JSON.stringify((await stocked()).parts)}`,
    },
    transform: {
      filter: { id: [stowaway, asker] },
      // The runners are handed the bytes; were they ever not, the empty address fails at once. What asks is left no way to.
      handler: (code, id) => ({
        code: asker.test(id) ? code.replace(request, 'Promise.reject(') : code.replace(wasmUrl, '({ href: "" })'),
        map: null,
      }),
    },
    async generateBundle() {
      if (inWorker) return
      for (const [fileName, source] of (await stocked()).files) this.emitFile({ type: 'asset', fileName, source })
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = nameIn(request)
        if (name === null) return next()
        stocked().then(({ files }) => {
          const bytes = files.get(name)
          if (!bytes) return absent(response)
          response.setHeader('Content-Type', 'application/octet-stream')
          response.setHeader('Content-Length', bytes.length)
          response.end(bytes)
        }, next)
      })
    },
  }
}
