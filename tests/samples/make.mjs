// Renders the sample photos: node tests/samples/make.mjs [--draft | --half] [--out folder] [name...]; --fixtures makes the small test pictures.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import encode, { init } from '@jsquash/jpeg/encode.js'
import { denoise } from './render/denoise.mjs'
import { develop } from './render/develop.mjs'
import { exifSegment, withExif } from './render/exif.mjs'
import { FILM_STRIDE } from './render/film.mjs'
import { files } from './list.mjs'

const here = new URL('.', import.meta.url)
const root = new URL('../../', here)
const args = process.argv.slice(2)
const flag = (name) => args.includes(name)
const outAt = args.indexOf('--out')
const out = outAt >= 0 ? new URL(`file://${args[outAt + 1]}/`) : undefined
const draft = flag('--draft') || flag('--half')
const chosen = args.filter((a, i) => !a.startsWith('--') && i !== outAt + 1)
const THREADS = 2

/** Lets all threads fill one film. */
async function expose(name, size) {
  const shared = new SharedArrayBuffer(size.width * size.height * FILM_STRIDE * 4)
  const next = new SharedArrayBuffer(4)
  let triangles = 0
  await Promise.all(
    Array.from({ length: THREADS }, () => new Promise((resolve, reject) => {
      const worker = new Worker(new URL('worker.mjs', here), { workerData: { name, size, shared, next } })
      worker.on('message', (m) => {
        triangles = m.triangles
      })
      worker.on('error', reject)
      worker.on('exit', resolve)
    })),
  )
  return { film: new Float32Array(shared), triangles }
}

/** Stores an upright picture turned, so that EXIF orientation 6 turns it back. */
function turned({ data, width, height }) {
  const from = new Uint32Array(data.buffer)
  const to = new Uint32Array(width * height)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) to[(width - 1 - x) * height + y] = from[y * width + x]
  return { data: new Uint8ClampedArray(to.buffer), width: height, height: width }
}

await init(await WebAssembly.compile(await readFile(new URL('node_modules/@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm', root))))

for (const file of files.filter((f) => (chosen.length > 0 ? chosen.includes(f.name) : f.fixture === flag('--fixtures')))) {
  const started = performance.now()
  const { scene } = await import(`./scenes/${file.scene}.mjs`)
  const shrink = flag('--draft') ? 4 : flag('--half') ? 2 : 1
  const size = { width: file.width / shrink, height: file.height / shrink, few: draft ? 8 : file.few, many: draft ? 16 : file.many }
  const { film, triangles } = await expose(file.scene, size)
  const light = denoise(film, size.width, size.height, draft ? 3 : 4, scene.view)
  let picture = { data: develop(light, size.width, size.height, scene.look), width: size.width, height: size.height }
  if (file.exif?.orientation === 6) picture = turned(picture)
  let jpeg = Buffer.from(await encode(picture, { quality: file.quality, chroma_subsample: 2, progressive: false }))
  if (file.exif) jpeg = withExif(jpeg, exifSegment({ ...file.exif, width: picture.width, height: picture.height }))
  const folder = out ?? new URL(file.fixture ? 'tests/fixtures/' : 'public/samples/', root)
  await mkdir(folder, { recursive: true })
  await writeFile(new URL(`${file.name}.jpg`, folder), jpeg)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(`${file.name}.jpg ${picture.width}x${picture.height} ${(jpeg.length / 1024).toFixed(0)} kB, ${triangles} triangles, ${seconds} s\n`)
}
