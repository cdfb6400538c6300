import { parentPort, workerData } from 'node:worker_threads'
import { makeFilm } from './render/film.mjs'
import { Stage } from './render/stage.mjs'

// Every worker builds the whole scene itself (materials are functions and cannot be sent) and takes tiles until none is left.
const { name, size, shared, next, until } = workerData
const { scene } = await import(`./scenes/${name}.mjs`)
const stage = new Stage()
const room = scene.build(stage)
const tile = makeFilm(stage.finish(room), scene.view, size)
const film = new Float32Array(shared)
const counter = new Int32Array(next)
const TILE = 32
const columns = Math.ceil(size.width / TILE)
const total = columns * Math.ceil(size.height / TILE)
parentPort.postMessage({ triangles: stage.mesh.triangleCount })
while (Date.now() < until) {
  const t = Atomics.add(counter, 0, 1)
  if (t >= total) {
    parentPort.postMessage({ full: true })
    break
  }
  tile(film, (t % columns) * TILE, Math.floor(t / columns) * TILE, TILE)
}
