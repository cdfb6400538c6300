// Renders the sample photos: node tests/samples/make.mjs [--draft | --half] [--out folder] [--seconds n] [name...]; --fixtures makes the
// small test pictures. With --seconds a render stops after about that time, keeps what it has, and the same command goes on with it.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import encode, { init } from '@jsquash/jpeg/encode.js'
import { files } from './list.mjs'
import { denoise } from './render/denoise.mjs'
import { develop } from './render/develop.mjs'
import { exifSegment, withExif } from './render/exif.mjs'
import { FILM_STRIDE } from './render/film.mjs'

const here = new URL('.', import.meta.url)
const root = new URL('../../', here)
const args = process.argv.slice(2)
const flag = (name) => args.includes(name)
const outAt = args.indexOf('--out')
const out = outAt >= 0 ? new URL(`file://${args[outAt + 1]}/`) : undefined
const draft = flag('--draft') || flag('--half')
const secondsAt = args.indexOf('--seconds')
const seconds = secondsAt >= 0 ? Number(args[secondsAt + 1]) : Number.POSITIVE_INFINITY
const chosen = args.filter((a, i) => !a.startsWith('--') && !(outAt >= 0 && i === outAt + 1) && !(secondsAt >= 0 && i === secondsAt + 1))
const THREADS = 2

/** Lets all threads fill one film, going on with a kept one; the film is `undefined` when time ran out before it was full. */
async function expose(name, size, keep) {
  const shared = new SharedArrayBuffer(size.width * size.height * FILM_STRIDE * 4)
  const next = new SharedArrayBuffer(4)
  const kept = await readFile(keep).catch(() => undefined)
  if (kept?.length === shared.byteLength + 4) {
    new Uint8Array(shared).set(kept.subarray(4))
    new Uint8Array(next).set(kept.subarray(0, 4))
  }
  let triangles = 0
  let full = false
  await Promise.all(
    Array.from(
      { length: THREADS },
      () =>
        new Promise((resolve, reject) => {
          const worker = new Worker(new URL('worker.mjs', here), {
            workerData: { name, size, shared, next, until: Date.now() + seconds * 1000 },
          })
          worker.on('message', (m) => {
            triangles = m.triangles ?? triangles
            full ||= m.full === true
          })
          worker.on('error', reject)
          worker.on('exit', resolve)
        }),
    ),
  )
  if (full) await rm(keep, { force: true })
  else await writeFile(keep, Buffer.concat([Buffer.from(next), Buffer.from(shared)]))
  return { film: full ? new Float32Array(shared) : undefined, triangles }
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
  const folder = out ?? new URL(file.fixture ? 'tests/fixtures/' : 'public/samples/', root)
  await mkdir(folder, { recursive: true })
  const { film, triangles } = await expose(file.scene, size, new URL(`${file.name}.film`, folder))
  if (!film) {
    process.stdout.write(`${file.name} is not finished: run the same command again\n`)
    continue
  }
  const light = denoise(film, size.width, size.height, draft ? 3 : 4, scene.view)
  let picture = { data: develop(light, size.width, size.height, scene.look), width: size.width, height: size.height }
  if (file.exif?.orientation === 6) picture = turned(picture)
  let jpeg = Buffer.from(await encode(picture, { quality: file.quality, chroma_subsample: 2, progressive: false }))
  if (file.exif) jpeg = withExif(jpeg, exifSegment({ ...file.exif, width: picture.width, height: picture.height }))
  await writeFile(new URL(`${file.name}.jpg`, folder), jpeg)
  process.stdout.write(
    `${file.name}.jpg ${picture.width}x${picture.height} ${(jpeg.length / 1024).toFixed(0)} kB, ${triangles} triangles, ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
  )
}
