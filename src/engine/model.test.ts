import { describe, expect, it, vi } from 'vitest'
import { FakeWorker } from '../../tests/fake/worker'
import type { EngineState } from '../core/client'
import { FaultError, faultOf } from '../core/fault'
import type { Tensor } from '../core/recipe'
import { type Checked, ModelDesk, type ModelWorker } from './model'

const tensor = (value: number): Tensor => ({ data: new Float32Array([value]), shape: [1] })

const checked: Checked = {
  network: {
    id: 'own:aa',
    sha256: 'aa',
    input: { name: 'x', side: 64, mean: [0, 0, 0], scale: [255, 255, 255] },
    output: { name: 'y', sigmoid: false },
    free: {},
  },
  agreement: 0.9,
  golden: [],
  bytes: 1,
}

/** A model that doubles; `behave` decides what each run does, across all workers that were started. */
function lab(behave: (run: number) => 'answer' | 'throw' | 'silence' | 'grow', using: 'wasm' | 'webgpu' = 'wasm') {
  const log = {
    spawned: 0,
    starts: [] as string[],
    runs: 0,
    atOnce: 0,
    mostAtOnce: 0,
    states: [] as EngineState[],
    workers: [] as FakeWorker[],
    /** Workers that lived while a network was checked, besides its own. */
    checkedBeside: -1,
  }
  const desk = new ModelDesk(
    () => {
      log.spawned++
      const worker: ModelWorker = {
        async start({ model, choice }) {
          log.starts.push(`${model} ${choice}`)
          return { using: choice === 'wasm' ? 'wasm' : using, threads: 2, why: 'because' }
        },
        async run(input) {
          log.mostAtOnce = Math.max(log.mostAtOnce, ++log.atOnce)
          const what = behave(log.runs++)
          await new Promise((go) => setTimeout(go, 2))
          log.atOnce--
          if (what === 'throw') throw new Error('device lost')
          if (what === 'silence') return new Promise(() => {})
          return { output: { data: input.data.map((v) => v * 2), shape: input.shape }, heapBytes: what === 'grow' ? 3e9 : 1e9 }
        },
        async check({ file }) {
          log.checkedBeside = log.workers.filter((one) => !one.terminated).length - 1
          if (file.size === 0) throw new FaultError({ code: 'not-a-network', sentence: 'No.', remedy: 'Another.', retry: false })
          if (file.size > 9) return new Promise(() => {})
          return checked
        },
      }
      const fake = new FakeWorker(worker)
      log.workers.push(fake)
      return fake as unknown as Worker
    },
    (state) => void log.states.push(state),
  )
  return { desk, log }
}

describe('the model desk', () => {
  it('runs one at a time, in order, with one session', async () => {
    const { desk, log } = lab(() => 'answer')
    const outputs = await Promise.all([1, 2, 3, 4].map((v) => desk.infer('isnet-fine', tensor(v))))
    expect(outputs.map((output) => output.data[0])).toEqual([2, 4, 6, 8])
    expect(log.mostAtOnce).toBe(1)
    expect(log.starts).toEqual(['isnet-fine auto'])
  })

  it('replaces a worker that fails and gives the run another try with the same picture', async () => {
    const { desk, log } = lab((run) => (run === 0 ? 'throw' : 'answer'))
    expect((await desk.infer('isnet-fine', tensor(21))).data[0]).toBe(42)
    expect(log.spawned).toBe(2)
    expect(log.workers[0]?.terminated).toBe(true)
  })

  it('gives up after the second failure, and still serves the next photo', async () => {
    const { desk } = lab((run) => (run < 2 ? 'throw' : 'answer'))
    await expect(desk.infer('isnet-fine', tensor(1))).rejects.toThrow('device lost')
    expect((await desk.infer('isnet-fine', tensor(5))).data[0]).toBe(10)
  })

  it('goes from a lost graphics processor to the processor and says so', async () => {
    const { desk, log } = lab((run) => (run === 0 ? 'throw' : 'answer'), 'webgpu')
    expect((await desk.infer('isnet-fine', tensor(3))).data[0]).toBe(6)
    expect(log.starts).toEqual(['isnet-fine auto', 'isnet-fine wasm'])
    expect(desk.state.using).toBe('wasm')
  })

  it('takes a fresh worker before memory does harm', async () => {
    const { desk, log } = lab(() => 'grow')
    await desk.infer('isnet-fine', tensor(1))
    await desk.infer('isnet-fine', tensor(1))
    expect(log.spawned).toBe(2)
  })

  it('a worker that was ended in mid-run does not lose the photo', async () => {
    const { desk, log } = lab((run) => (run === 0 ? 'silence' : 'answer'))
    const run = desk.infer('isnet-fine', tensor(4))
    await vi.waitFor(() => expect(log.runs).toBe(1))
    desk.end()
    expect((await run).data[0]).toBe(8)
  })

  it('does not wait for ever for a worker that died without a word', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    try {
      const { desk, log } = lab((run) => (run === 0 ? 'silence' : 'answer'))
      const run = desk.infer('isnet-fine', tensor(4))
      await vi.waitFor(() => expect(log.runs).toBe(1))
      await vi.advanceTimersByTimeAsync(200_000)
      expect((await run).data[0]).toBe(8)
      expect(log.spawned).toBe(2)
    } finally {
      vi.useRealTimers()
    }
  })

  it('checks a network in a worker of its own, with no other beside it, and goes on with the one before', async () => {
    const { desk, log } = lab(() => 'answer')
    const [, found, output] = await Promise.all([
      desk.infer('isnet-fine', tensor(1)),
      desk.check(new Blob(['x'])),
      desk.infer('isnet-fine', tensor(4)),
    ])
    expect(found).toEqual(checked)
    expect(output.data[0]).toBe(8)
    expect(log.checkedBeside).toBe(0)
    expect(log.workers.map(({ terminated }) => terminated)).toEqual([true, true, false])
  })

  it('a file that is no network, or that kills its worker, leaves the desk at work', async () => {
    const { desk, log } = lab(() => 'answer')
    await expect(desk.check(new Blob([]))).rejects.toThrow('not-a-network')
    const dying = desk.check(new Blob(['far too large'])).catch(faultOf)
    await vi.waitFor(() => expect(log.checkedBeside).toBe(0))
    await vi.waitFor(() => expect(log.workers[1]?.onerror).toBeTruthy())
    log.workers[1]?.onerror?.(new Event('error') as ErrorEvent)
    expect(await dying).toMatchObject({ code: 'network-memory', retry: true })
    expect((await desk.infer('isnet-fine', tensor(5))).data[0]).toBe(10)
  })
})
