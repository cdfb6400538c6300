import './trusted-types'
import * as Comlink from 'comlink'
import type { RunContext } from '../src/core/recipe'
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

const pixels: Pixels = {
  connect(port) {
    services = Comlink.wrap<Services>(port)
  },

  async run(job, tell, live) {
    if (live) memo ??= new Memo(MEMO_BYTES)
    const desk = services
    if (!desk) throw new Error('a pixel worker ran before it was connected')
    const hear = tell as unknown as Comlink.Remote<(news: JobNews) => void>
    const ctx: RunContext = {
      signal: new AbortController().signal, // a job is cancelled by ending its worker, which holds nothing
      alive: () => void hear({ kind: 'alive' }),
      network: (model) => desk.network(model),
      async infer(model, input) {
        void hear({ kind: 'network', asked: true })
        try {
          return await desk.infer(model, Comlink.transfer(input, [input.data.buffer]))
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
          return await runnerOf(op)
        },
        async (hash) => {
          const { bytes, type } = await desk.original(job.project, hash)
          return { kind: 'file', blob: new Blob([bytes], { type }) }
        },
        ctx,
        async (key, value) => {
          if (value.kind === 'image') {
            const bitmap = await createImageBitmap(new ImageData(value.data, value.width, value.height), {
              premultiplyAlpha: 'premultiply',
            })
            await hear(Comlink.transfer({ kind: 'bitmap', key, bitmap }, [bitmap]))
          } else await hear({ kind: 'value', key, value })
        },
        live ? memo : undefined,
      )
    } finally {
      hear[Comlink.releaseProxy]()
      if (live && !rehearsed) {
        rehearsed = true
        void rehearse()
      }
    }
  },
}

Comlink.expose(pixels)
