import './trusted-types'
import * as Comlink from 'comlink'
import type { ImageValue, RunContext } from '../src/core/recipe'
import type { JobNews, Pixels, Services } from '../src/engine/contract'
import { execute } from '../src/engine/execute'
import { Memo } from '../src/engine/memo'
import { readPart } from '../src/store/parts'
import { rehearse } from './rehearsal'
import { runnerOf } from './runners'

let services: Comlink.Remote<Services> | null = null
/** Room for about ten pictures of two megapixels and the steps between them. */
const MEMO_BYTES = 96 * 2 ** 20
/** Only the worker that draws what somebody looks at has one. */
let memo: Memo | undefined
let rehearsed = false
/** Of the run in progress. */
let hand: AbortController | null = null

const bitmapOf = ({ data, width, height }: ImageValue) =>
  createImageBitmap(new ImageData(data, width, height), { premultiplyAlpha: 'premultiply' })

/** A message, since timers wait 4 ms each when they follow each other. */
const listen = () =>
  new Promise<void>((heard) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      heard()
    }
    port2.postMessage(null)
  })

const pixels: Pixels = {
  connect(port) {
    services = Comlink.wrap<Services>(port)
  },

  async run(job, tell, live) {
    if (live) memo ??= new Memo(MEMO_BYTES)
    const desk = services
    if (!desk) throw new Error('a pixel worker ran before it was connected')
    const hear = tell as unknown as Comlink.Remote<(news: JobNews) => void>
    hand = new AbortController()
    const { signal } = hand
    const stopped = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    stopped.catch(() => {})
    const show: RunContext['show'] = async (unfinished, share) => {
      const bitmap = await bitmapOf(unfinished)
      await hear(Comlink.transfer({ kind: 'shown', bitmap, share }, [bitmap]))
    }
    const ctx: RunContext = {
      signal,
      ...(live && { show }),
      alive: () => void hear({ kind: 'alive' }),
      listen,
      network: (model) => desk.network(model),
      async infer(model, input) {
        void hear({ kind: 'network', asked: true })
        try {
          return await Promise.race([desk.infer(model, Comlink.transfer(input, [input.data.buffer])), stopped])
        } finally {
          void hear({ kind: 'network', asked: false })
        }
      },
      async part(id) {
        await desk.ensurePart(id)
        return await readPart(id)
      },
    }
    try {
      await execute(
        job,
        async (op) => {
          void hear({ kind: 'step', op })
          await listen()
          signal.throwIfAborted()
          return await runnerOf(op)
        },
        async (hash) => {
          const { bytes, type } = await desk.original(job.project, hash)
          return { kind: 'file', blob: new Blob([bytes], { type }) }
        },
        ctx,
        async (key, value) => {
          if (value.kind === 'image') {
            const bitmap = await bitmapOf(value)
            await hear(Comlink.transfer({ kind: 'bitmap', key, bitmap }, [bitmap]))
          } else await hear({ kind: 'value', key, value })
        },
        live ? memo : undefined,
      )
    } finally {
      hand = null
      hear[Comlink.releaseProxy]()
      if (live && !rehearsed) {
        rehearsed = true
        void rehearse()
      }
    }
  },

  stop() {
    hand?.abort()
  },
}

Comlink.expose(pixels)
