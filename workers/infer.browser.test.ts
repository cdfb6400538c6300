import * as Comlink from 'comlink'
import { afterAll, expect, test } from 'vitest'
import { modelOf } from '../models'
import golden from '../models/isnet/golden.json'
import { agrees, probe, summary } from '../models/probe'
import type { ModelWorker } from '../src/engine/model'
import { partStates } from '../src/store/parts'

const worker = new Worker(new URL('./infer.ts', import.meta.url), { type: 'module' })
const infer = Comlink.wrap<ModelWorker>(worker)
afterAll(() => worker.terminate())

const { input } = modelOf('isnet-fast')
const { side } = input
const cup = () => {
  const data = probe(input)
  return Comlink.transfer({ data, shape: [1, 3, side, side] }, [data.buffer])
}

test('a run before any start is refused', async () => {
  await expect(infer.run(cup())).rejects.toThrow('no model is started')
})

test('without a graphics processor the processor does the work, says so, and finds the cup', { timeout: 120_000 }, async () => {
  const report = await infer.start({ model: 'isnet-fast', choice: 'auto' })
  expect(crossOriginIsolated).toBe(true)
  const threads = Math.min(4, navigator.hardwareConcurrency)
  expect(report).toMatchObject({ using: 'wasm', threads })
  expect(report.why).toMatch(/^[A-Z].*, so the processor does the work, on .*\.$/)
  const { output, heapBytes } = await infer.run(cup())
  expect(output.shape).toEqual([1, 1, side, side])
  expect(agrees(summary(output.data, side), golden['isnet-fast'])).toBe(true)
  expect(heapBytes).toBeGreaterThan(100e6)
  expect(heapBytes).toBeLessThan(2e9)
  const here = (await partStates()).filter(({ at }) => at === 'here').map(({ id }) => id)
  expect(here).toEqual(expect.arrayContaining(['isnet', 'ort-wasm']))
})

test('runs asked for at the same time give each its own answer, the second session start costs nothing', { timeout: 120_000 }, async () => {
  const began = performance.now()
  await infer.start({ model: 'isnet-fast', choice: 'auto' })
  expect(performance.now() - began).toBeLessThan(100)
  const empty = new Float32Array(3 * side * side)
  const [found, nothing] = await Promise.all([infer.run(cup()), infer.run({ data: empty, shape: [1, 3, side, side] })])
  expect(agrees(summary(found.output.data, side), golden['isnet-fast'])).toBe(true)
  expect(agrees(summary(nothing.output.data, side), golden['isnet-fast'])).toBe(false)
})

test('a tensor of another size is refused and the session goes on', { timeout: 60_000 }, async () => {
  await expect(infer.run({ data: new Float32Array(12), shape: [1, 3, 2, 2] })).rejects.toThrow('takes 3 x')
  expect((await infer.run(cup())).output.shape).toEqual([1, 1, side, side])
})

test('an unknown model is refused', async () => {
  await expect(infer.start({ model: 'isnet-best', choice: 'wasm' })).rejects.toThrow('no model is called')
})
