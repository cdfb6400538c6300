import * as Comlink from 'comlink'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Key } from '../core/recipe'
import type { JobNews, Pixels, Services } from './contract'
import { Crew } from './crew'
import type { Job } from './plan'

const job = (name: string): Job => ({ project: 'p', tasks: [], given: new Map(), blobs: new Map(), wants: [name as Key] })
const asking: JobNews = { kind: 'network', asked: true }
const decoding: JobNews = { kind: 'step', op: 'decode' }

interface Call {
  /** It was asked to stop. */
  stopped: boolean
  readonly job: string
  readonly worker: number
  readonly live: boolean
  tell(news: JobNews): unknown
  end(error?: Error): void
}

const unused = () => Promise.reject(new Error('unused'))
const services: Services = { infer: unused, ensurePart: unused, network: unused, original: unused }

/** A crew whose workers do nothing until they are told. */
function crewOf(size: number) {
  const calls: Call[] = []
  const ended: number[] = []
  let spawned = 0
  let stops = 0
  const spawn = () => {
    const worker = spawned++
    const { port1, port2 } = new MessageChannel()
    let running: Call | null = null
    const pixels: Pixels = {
      connect() {},
      run: ({ wants }, tell, live) =>
        new Promise((resolve, reject) => {
          const end = (error?: Error) => {
            running = null
            if (error) reject(error)
            else resolve()
          }
          running = { job: String(wants[0]), worker, live, tell, end, stopped: false }
          calls.push(running)
        }),
      stop() {
        stops++
        if (running) running.stopped = true
      },
    }
    Comlink.expose(pixels, port2)
    const terminate = () => {
      ended.push(worker)
      port1.close()
    }
    onTestFinished(() => port1.close())
    return Object.assign(port1, { terminate, onerror: null }) as unknown as Worker
  }
  const crew = new Crew(spawn, services, size)
  /** The call for a job, once it has come to a worker. */
  const at = (name: string) =>
    vi.waitFor(
      () => {
        const call = calls.find((one) => one.job === name)
        if (!call) throw new Error(`${name} has not begun`)
        return call
      },
      { interval: 1 },
    )
  const run = (name: string, urgent = false, signal?: AbortSignal, hear: (news: JobNews) => void = () => {}) =>
    crew.run(job(name), hear, { urgent, ...(signal && { signal }) })
  return { crew, at, run, calls, ended, stops: () => stops }
}
const settle = () => new Promise((done) => setTimeout(done, 30))

describe('the crew', () => {
  it('draws what somebody looks at in one worker, one picture after the other, and tells it to remember', async () => {
    const { at, run, calls } = crewOf(3)
    const all = [run('a', true), run('b', true)]
    const a = await at('a')
    await settle()
    expect(calls.length).toBe(1)
    a.end()
    const b = await at('b')
    b.end()
    await Promise.all(all)
    const c = run('c', true)
    ;(await at('c')).end()
    await c
    expect(calls.map(({ worker, live }) => ({ worker, live }))).toEqual(Array(3).fill({ worker: a.worker, live: true }))
  })

  it('keeps that worker free of the batch, however long the batch is', async () => {
    const { at, run } = crewOf(3)
    const batch = ['1', '2', '3', '4'].map((name) => run(name))
    const [one, two] = [await at('1'), await at('2')]
    const looked = run('look', true)
    const look = await at('look')
    expect([one.worker, two.worker]).not.toContain(look.worker)
    expect([one.live, two.live]).toEqual([false, false])
    look.end()
    await looked
    for (const name of ['1', '2', '3', '4']) (await at(name)).end()
    await Promise.all(batch)
  })

  it('lets no picture wait for another one’s network', async () => {
    const { at, run } = crewOf(3)
    const all = [run('cutout', true), run('original', true)]
    const cutout = await at('cutout')
    cutout.tell(asking)
    const original = await at('original')
    expect(original.worker).not.toBe(cutout.worker)
    original.end()
    cutout.end()
    await Promise.all(all)
  })

  it('lets no picture wait for one that is shown in the making; what comes after that is drawn where it was', async () => {
    const { at, run } = crewOf(3)
    const all = [run('scene', true), run('thumb', true)]
    const scene = await at('scene')
    scene.tell({ kind: 'shown', bitmap: {} as ImageBitmap, share: 0.1 })
    const thumb = await at('thumb')
    expect(thumb.worker).not.toBe(scene.worker)
    thumb.end()
    scene.end()
    await Promise.all(all)
    const next = run('next scene', true)
    expect((await at('next scene')).worker).toBe(scene.worker)
    ;(await at('next scene')).end()
    await next
  })

  it('lets no picture wait for the batch, and has one worker more for it only then', async () => {
    const { at, run, ended } = crewOf(2)
    const batch = ['1', '2'].map((name) => run(name))
    const one = await at('1')
    const all = [run('cutout', true), run('original', true)]
    const cutout = await at('cutout')
    cutout.tell(asking)
    const original = await at('original')
    expect([one.worker, cutout.worker]).not.toContain(original.worker)
    original.end()
    await all[1]
    expect(ended).toEqual([original.worker])
    one.end()
    const two = await at('2')
    expect(two.worker).toBe(one.worker)
    two.end()
    cutout.end()
    await Promise.all([...all, ...batch])
  })

  it('keeps the worker of a picture that was refused, and ends one that broke', async () => {
    const { at, run, ended } = crewOf(2)
    const refused = expect(run('refused', true)).rejects.toThrow(/^fault:/)
    const first = await at('refused')
    first.end(new Error('fault:{}'))
    await refused
    expect(ended).toEqual([])
    const broken = expect(run('broken', true)).rejects.toThrow('out of range')
    expect((await at('broken')).worker).toBe(first.worker)
    ;(await at('broken')).end(new Error('out of range'))
    await broken
    expect(ended).toEqual([first.worker])
    const next = run('next', true)
    expect((await at('next')).worker).not.toBe(first.worker)
    ;(await at('next')).end()
    await next
  })

  describe('a cancelled picture', () => {
    const enough = new Error('enough')

    it('is asked to stop, and the next one finds its worker as it was', async () => {
      const { at, run, ended } = crewOf(2)
      const hand = new AbortController()
      const cancelled = expect(run('cancelled', true, hand.signal)).rejects.toThrow('enough')
      const next = run('next', true)
      const call = await at('cancelled')
      hand.abort(enough)
      await vi.waitFor(() => expect(call.stopped).toBe(true))
      call.end(new Error('This operation was aborted'))
      await cancelled
      expect((await at('next')).worker).toBe(call.worker)
      expect((await at('next')).stopped).toBe(false)
      ;(await at('next')).end()
      await next
      expect(ended).toEqual([])
    })

    it('that does not stop loses its worker, after a second', async () => {
      const { at, run, ended } = crewOf(2)
      const hand = new AbortController()
      const began = performance.now()
      const cancelled = run('cancelled', true, hand.signal).catch(() => performance.now() - began)
      const next = run('next', true)
      const call = await at('cancelled')
      hand.abort(enough)
      expect(await cancelled).toBeGreaterThan(900)
      expect(ended).toEqual([call.worker])
      expect((await at('next')).worker).not.toBe(call.worker)
      ;(await at('next')).end()
      await next
    })

    it('is not heard of any more, and gives up what it still sends', async () => {
      const { at, run } = crewOf(2)
      const hand = new AbortController()
      const heard: JobNews[] = []
      const cancelled = expect(run('cancelled', true, hand.signal, (news) => void heard.push(news))).rejects.toThrow('enough')
      const call = await at('cancelled')
      await call.tell(decoding)
      hand.abort(enough)
      await call.tell(asking)
      await call.tell(decoding)
      call.end()
      await cancelled
      expect(heard).toEqual([decoding])
    })

    it('whose cancelling comes when it has ended stops nobody else', async () => {
      const { at, run, stops } = crewOf(2)
      const hand = new AbortController()
      const done = run('done', true, hand.signal)
      ;(await at('done')).end()
      await done
      const next = run('next', true)
      const call = await at('next')
      hand.abort(enough)
      await settle()
      expect([stops(), call.stopped]).toEqual([0, false])
      call.end()
      await next
    })

    it('that still waits for its turn never begins', async () => {
      const { at, run, calls } = crewOf(2)
      const hand = new AbortController()
      const first = run('first', true)
      const waiting = expect(run('waiting', true, hand.signal)).rejects.toThrow('enough')
      const last = run('last', true)
      const call = await at('first')
      hand.abort(enough)
      call.end()
      await Promise.all([first, waiting])
      ;(await at('last')).end()
      await last
      expect(calls.map(({ job }) => job)).toEqual(['first', 'last'])
    })
  })

  it('ends the worker of a cancelled photo of the batch at once', async () => {
    const { at, run, ended, stops } = crewOf(2)
    const hand = new AbortController()
    const cancelled = expect(run('photo', false, hand.signal)).rejects.toThrow('enough')
    const { worker } = await at('photo')
    hand.abort(new Error('enough'))
    await cancelled
    expect([ended, stops()]).toEqual([[worker], 0])
  })

  it('a picture in the making waits until what it shows has been heard', async () => {
    const { at, run } = crewOf(2)
    let drawn = () => {}
    const heard: JobNews[] = []
    const picture = run('picture', true, undefined, (news) => {
      heard.push(news)
      return new Promise<void>((done) => {
        drawn = done
      })
    })
    const call = await at('picture')
    let waited = false
    const told = Promise.resolve(call.tell({ kind: 'alive' })).then(() => {
      waited = true
    })
    await vi.waitFor(() => expect(heard.length).toBe(1))
    await settle()
    expect(waited).toBe(false)
    drawn()
    await told
    call.end()
    await picture
  })

  it('ends what has read something that was deleted: idle workers at once, busy ones after their job', async () => {
    const { crew, at, run, ended } = crewOf(3)
    const [look, batch] = [run('look', true), run('batch')]
    const [a, b] = [await at('look'), await at('batch')]
    a.end()
    await look
    crew.rest()
    expect(ended).toEqual([a.worker])
    b.end()
    await batch
    expect(ended).toEqual([a.worker, b.worker])
  })

  it('replaces a worker after forty photos, not after forty pictures of one', async () => {
    const { at, run, calls, ended } = crewOf(2)
    for (let i = 0; i < 60; i++) {
      const picture = run(`p${i}`, true)
      const call = await at(`p${i}`)
      if (i === 0) call.tell(decoding)
      call.end()
      await picture
    }
    expect(new Set(calls.map(({ worker }) => worker)).size).toBe(1)
    for (let i = 0; i < 39; i++) {
      const photo = run(`q${i}`, true)
      const call = await at(`q${i}`)
      await call.tell(decoding)
      call.end()
      await photo
    }
    expect(ended.length).toBe(1)
  })
})
