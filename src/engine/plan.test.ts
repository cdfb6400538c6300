import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sceneOf } from '../../tests/support/scenes'
import { hashOfJson } from '../core/ledger'
import { PhotoDoc } from '../core/project'
import {
  type FileValue,
  type Hash,
  type Json,
  type Key,
  type OneOrMany,
  type Recipe,
  type RunContext,
  type Source,
  type Step,
  step,
  type Tensor,
  type Value,
} from '../core/recipe'
import { ops } from '../ops'
import {
  assessRecipe,
  cutoutRecipe,
  inspectRecipe,
  matteFileRecipe,
  matteRecipe,
  previewRecipe,
  thumbRecipe,
} from '../studios/cutout/recipes'
import { type AnyRunner, execute } from './execute'
import { plan, prune } from './plan'

const photo = 'a'.repeat(64) as Hash
const other = 'b'.repeat(64) as Hash
const sha = (model: string) => `sha of ${model}`
const doc = PhotoDoc.parse({})
const docs = fc
  .record({ cutout: fc.constantFrom('best', 'fine', 'fast'), turn: fc.constantFrom(0, 1, 2, 3), sku: fc.string({ maxLength: 10 }) })
  .map((choice) => PhotoDoc.parse(choice))
const sizeOf = async (input: OneOrMany<Value> | undefined) => (input && 'blob' in input ? input.blob.size : 0)
const nothing = async () => null
const blob = async (): Promise<FileValue> => ({ kind: 'file', blob: new Blob(['x']) })

describe('plan', () => {
  it('shares the steps that recipes have in common', async () => {
    const alone = await plan([matteRecipe(doc)], { photo }, sha)
    const both = await plan([matteRecipe(doc), assessRecipe(doc), thumbRecipe(doc)], { photo }, sha)
    expect(both.tasks.filter((task) => task.op === 'matte')).toHaveLength(1)
    expect(both.tasks.filter((task) => task.op === 'decode')).toHaveLength(1)
    expect(both.outs[0]).toBe(alone.outs[0])
  })

  it('gives the same key to the same request and another to any other', async () => {
    await fc.assert(
      fc.asyncProperty(docs, docs, async (a, b) => {
        const [keyA] = (await plan([cutoutRecipe(a, 500)], { photo }, sha)).outs
        const [keyB] = (await plan([cutoutRecipe(b, 500)], { photo }, sha)).outs
        expect(keyA === keyB).toBe(a.cutout === b.cutout && a.turn === b.turn)
      }),
    )
  })

  it('changes every key behind the photo when the photo changes, and behind the model when the model changes', async () => {
    const one = await plan([assessRecipe(doc)], { photo }, sha)
    const two = await plan([assessRecipe(doc)], { photo: other }, sha)
    for (const key of one.tasks.map((task) => task.key)) expect(two.tasks.map((task) => task.key)).not.toContain(key)
    const three = await plan([assessRecipe(doc)], { photo }, () => 'another')
    expect(three.outs[0]).not.toBe(one.outs[0])
    expect(three.tasks[0]?.key).toBe(one.tasks[0]?.key)
  })

  it('turning a photo never asks the network again', async () => {
    const upright = await plan([thumbRecipe(doc)], { photo }, sha)
    const turned = await plan([thumbRecipe({ ...doc, turn: 1 })], { photo }, sha)
    const matteKey = (p: typeof upright) => p.tasks.find((task) => task.op === 'matte')?.key
    expect(matteKey(turned)).toBe(matteKey(upright))
  })

  it('a matte of the seller’s own takes the place of the network and of refining, a network of their own that of ours', async () => {
    const matte = 'c'.repeat(64)
    const opsOf = async (of: PhotoDoc) =>
      (await plan([cutoutRecipe(of, 500), matteFileRecipe(of)], { photo }, sha)).tasks.map(({ op }) => op)
    const brought = await opsOf({ ...doc, matte, repairs: [{ act: 'largest' }] })
    expect(brought).toEqual(expect.arrayContaining(['adopt', 'fit', 'mend', 'place', 'matte-file']))
    for (const op of ['matte', 'refine']) expect(brought).not.toContain(op)
    const whole = await plan([matteRecipe({ ...doc, matte })], { photo }, sha)
    expect([...whole.blobs.values()].sort()).toEqual([photo, matte])
    const own = await plan([matteRecipe(PhotoDoc.parse({ cutout: 'own:d' }))], { photo }, sha)
    expect(own.tasks.find(({ op }) => op === 'matte')?.params).toMatchObject({ model: 'own:d' })
  })

  it('a matte goes out as it lies on the original, however the photo is turned', async () => {
    const upright = await plan([matteFileRecipe(doc)], { photo }, sha)
    expect((await plan([matteFileRecipe({ ...doc, turn: 3 })], { photo }, sha)).outs).toEqual(upright.outs)
  })

  it('names a request by what it always did: an input that is no list is a bare key', async () => {
    const { tasks } = await plan([thumbRecipe(doc), assessRecipe(doc)], { photo }, sha)
    for (const { key, op, v, params, from, model } of tasks) {
      for (const read of Object.values(from)) expect(read).toBeTypeOf('string')
      expect(key).toBe(await hashOfJson({ op, v, params, from, model } as Json))
    }
    const decode = tasks.find(({ op }) => op === 'decode')
    expect(decode?.from).toEqual({ file: `blob:${photo}` })
  })

  it('refuses a later step, an empty slot, a kind that does not fit, an unknown operation and another version', async () => {
    const decode = step('decode', ops.decode, {}, { file: { slot: 'photo' } })
    await expect(
      plan([{ steps: [step('m', ops.matte, {}, { image: { step: 'decode' } }), decode], out: 'm' }], { photo }, sha),
    ).rejects.toThrow(/does not come before/)
    await expect(plan([{ steps: [decode], out: 'decode' }], {}, sha)).rejects.toThrow(/slot “photo” is empty/)
    await expect(plan([{ steps: [step('m', ops.matte, {}, { image: { slot: 'photo' } })], out: 'm' }], { photo }, sha)).rejects.toThrow(
      /wants a image/,
    )
    await expect(plan([{ steps: [{ ...decode, op: 'dream' }], out: 'decode' }], { photo }, sha)).rejects.toThrow(
      /no operation is called “dream”/,
    )
    await expect(plan([{ steps: [{ ...decode, v: 99 }], out: 'decode' }], { photo }, sha)).rejects.toThrow(/version 99/)
  })
})

describe('prune and execute', () => {
  const runner = (calls: string[]) => async (op: string) => async () => {
    calls.push(op)
    const out = ops[op as keyof typeof ops].out
    if (out === 'image') return { kind: 'image' as const, width: 1, height: 1, data: new Uint8ClampedArray(4) }
    if (out === 'mask') return { kind: 'mask' as const, width: 1, height: 1, data: new Uint8Array(1) }
    if (out === 'file') return { kind: 'file' as const, blob: new Blob(['made']) }
    return { kind: 'facts' as const, facts: {} }
  }
  const ctx = {
    signal: new AbortController().signal,
    alive() {},
    network: () => Promise.reject(new Error('unused')),
    infer: () => Promise.reject(new Error('unused')),
    part: () => Promise.reject(new Error('unused')),
  }

  it('runs nothing when everything is stored', async () => {
    const whole = await plan([inspectRecipe('a.jpg'), assessRecipe(doc)], { photo }, sha)
    const { job, ready } = await prune(whole, 'p', async () => ({ kind: 'facts', facts: 'stored' }))
    expect(job.tasks).toEqual([])
    expect(job.wants).toEqual([])
    expect([...ready.values()]).toEqual([
      { kind: 'facts', facts: 'stored' },
      { kind: 'facts', facts: 'stored' },
    ])
  })

  it('starts from a stored matte instead of asking the network', async () => {
    const whole = await plan([thumbRecipe(doc)], { photo }, sha)
    const matte = whole.tasks.find((task) => task.op === 'matte')?.key
    const stored = async (key: Key): Promise<Value | null> =>
      key === matte ? { kind: 'mask', width: 1, height: 1, data: new Uint8Array(1) } : null
    const { job } = await prune(whole, 'p', stored)
    const calls: string[] = []
    await execute(job, runner(calls), blob, ctx, () => {})
    expect(calls).toEqual(['decode', 'resize', 'refine', 'place', 'encode'])
  })

  it('hands over every wanted value once and stops at the first fault', async () => {
    const whole = await plan([matteRecipe(doc), assessRecipe(doc), thumbRecipe(doc)], { photo }, sha)
    const { job } = await prune(whole, 'p', nothing)
    const handed: Key[] = []
    await execute(job, runner([]), blob, ctx, (key) => void handed.push(key))
    expect(handed.sort()).toEqual([...whole.outs].sort())
    const calls: string[] = []
    const failing = async (op: string) => (op === 'assess' ? () => Promise.reject(new Error('broken')) : runner(calls)(op))
    const partial: Key[] = []
    await expect(execute(job, failing, blob, ctx, (key) => void partial.push(key))).rejects.toThrow('broken')
    expect(partial).toEqual([whole.outs[0]])
  })

  describe('an input that is a list', () => {
    const scene = sceneOf()
    const decode = (id: string, file: Source) => step(id, ops.decode, {}, { file })
    const rendered = (products: readonly Source[]): Recipe => ({
      steps: [
        decode('a', { slot: 'photo' }),
        decode('b', { blob: other }),
        step('render', ops.render, { scene, width: 16, height: 16 }, { products, masks: [] }),
      ],
      out: 'render',
    })
    const [a, b] = [{ step: 'a' }, { step: 'b' }]

    it('reaches the runner in its order, a value that stands there twice included, and nothing that it does not name', async () => {
      const wide = (width: number) => ({ kind: 'image' as const, width, height: 1, data: new Uint8ClampedArray(width * 4) })
      for (const [products, widths] of [
        [
          [b, a, b],
          [2, 1, 2],
        ],
        [[a], [1]],
        [[], []],
      ] as const) {
        const { job } = await prune(await plan([rendered(products)], { photo }, sha), 'p', nothing)
        const got: unknown[] = []
        const decoded: number[] = []
        const runners = async (op: string) => async (inputs: Parameters<AnyRunner>[0]) => {
          if (op === 'render') got.push(inputs.products)
          else decoded.push(await sizeOf(inputs.file))
          return wide(decoded.at(-1) ?? 1)
        }
        const read = async (hash: Hash): Promise<FileValue> => ({ kind: 'file', blob: new Blob([hash === photo ? 'x' : 'xx']) })
        await execute(job, runners, read, ctx, () => {})
        expect(got).toEqual([widths.map(wide)])
        expect(decoded.sort()).toEqual([...new Set(widths)].sort())
      }
    })

    it('may be left out: then it is empty, and the request is what it was before the operation could read it', async () => {
      const { steps, out } = rendered([a])
      expect(steps[2]?.in).not.toHaveProperty('models')
      const { job } = await prune(await plan([{ steps, out }], { photo }, sha), 'p', nothing)
      expect(job.tasks.at(-1)?.from).toEqual({ products: [expect.any(String)] })
      const got: unknown[] = []
      const runners = async (op: string) => async (inputs: Parameters<AnyRunner>[0]) => {
        if (op === 'render') got.push(inputs.models)
        return { kind: 'image' as const, width: 1, height: 1, data: new Uint8ClampedArray(4) }
      }
      await execute(job, runners, blob, ctx, () => {})
      expect(got).toEqual([[]])
    })

    it('is another request in another order', async () => {
      const keys = await Promise.all([[a, b], [b, a], [a]].map(async (list) => (await plan([rendered(list)], { photo }, sha)).outs[0]))
      expect(new Set(keys).size).toBe(3)
    })

    it('takes no single value, nor a list where one value is wanted, nor another kind in it', async () => {
      const { steps, out } = rendered([a])
      const bent = (at: number, inputs: Step['in']) => ({ out, steps: steps.map((one, i) => (i === at ? { ...one, in: inputs } : one)) })
      await expect(plan([bent(2, { products: a })], { photo }, sha)).rejects.toThrow(/wants a list as “products”/)
      await expect(plan([bent(0, { file: [{ slot: 'photo' }] })], { photo }, sha)).rejects.toThrow(/wants one value as “file”/)
      await expect(plan([rendered([a, { slot: 'photo' }])], { photo }, sha)).rejects.toThrow(/wants a image as “products”, not a file/)
    })
  })

  const tensor: Tensor = { data: new Float32Array(0), shape: [] }
  const settle = () => new Promise((done) => setTimeout(done, 5))

  it('makes what does not wait for the network while that is at work, and ends with its fault', async () => {
    const whole = await plan([matteRecipe(doc), previewRecipe(doc), thumbRecipe(doc)], { photo }, sha)
    const { job } = await prune(whole, 'p', nothing)
    const run = async (answer: () => Tensor) => {
      const calls: string[] = []
      let preview = () => {}
      const previewed = new Promise<void>((made) => {
        preview = made
      })
      const runners =
        async (op: string) =>
        async (_: unknown, __: unknown, { infer }: RunContext) => {
          const value = (await runner(calls)(op))()
          if (op === 'matte') {
            await settle() // to read what the network wants, say
            calls.push('asked')
            await infer('isnet-fine', tensor)
          }
          if (op === 'encode') preview()
          return value
        }
      const infer = () => previewed.then(answer)
      await execute(job, runners, blob, { ...ctx, infer }, () => {}).catch((error: Error) => calls.push(error.message))
      return calls
    }
    const before = ['decode', 'matte', 'asked', 'resize', 'encode']
    expect(await run(() => tensor)).toEqual([...before, 'refine', 'place', 'encode'])
    const noMemory = () => {
      throw new Error('no memory')
    }
    expect(await run(noMemory)).toEqual([...before, 'no memory'])
  })
})
