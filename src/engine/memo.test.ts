import { describe, expect, it } from 'vitest'
import { PhotoDoc } from '../core/project'
import type { FileValue, Hash, Key, MaskValue, RunContext, Value } from '../core/recipe'
import type { Repair } from '../core/repair'
import { ops } from '../ops'
import { cutoutRecipe } from '../studios/cutout/recipes'
import { execute } from './execute'
import { Memo } from './memo'
import { plan, prune } from './plan'

const mask = (bytes: number): MaskValue => ({ kind: 'mask', width: bytes, height: 1, data: new Uint8Array(bytes) })
const key = (name: string) => name as Key

describe('the memo', () => {
  it('forgets what was not asked for the longest when it is full', () => {
    const memo = new Memo(100)
    for (const name of ['a', 'b', 'c']) memo.put(key(name), mask(33))
    memo.get(key('a'))
    memo.put(key('d'), mask(33))
    expect(['a', 'b', 'c', 'd'].map((name) => memo.get(key(name)) !== undefined)).toEqual([true, false, true, true])
  })

  it('keeps no file, which would hold the original on the disk, no facts, and nothing of a photo’s own size', () => {
    const memo = new Memo(2 ** 30)
    const large = { kind: 'image' as const, width: 3000, height: 2000, data: new Uint8ClampedArray(3000 * 2000 * 4) }
    const values: Value[] = [{ kind: 'file', blob: new Blob(['x']) }, { kind: 'facts', facts: {} }, large]
    for (const [i, value] of values.entries()) memo.put(key(String(i)), value)
    expect(values.map((_, i) => memo.get(key(String(i))))).toEqual([undefined, undefined, undefined])
  })
})

describe('a live picture', () => {
  const photo = 'a'.repeat(64) as Hash
  const stroke = (x: number): Repair => ({ act: 'select', to: 'keep', points: [[x, 0.5]], radius: 0.01 })
  const ctx: RunContext = {
    signal: new AbortController().signal,
    alive() {},
    infer: () => Promise.reject(new Error('unused')),
    part: () => Promise.reject(new Error('unused')),
    network: () => Promise.reject(new Error('unused')),
  }

  /** What is run, read and handed over for the cutout after these repairs. */
  async function draw(memo: Memo | undefined, repairs: Repair[]) {
    const whole = await plan([cutoutRecipe(PhotoDoc.parse({ repairs }), 1000)], { photo }, (model) => model)
    const { job } = await prune(whole, 'p', async (k) => (k === whole.tasks.find(({ op }) => op === 'matte')?.key ? mask(4) : null))
    const [ran, handed]: [string[], Key[]] = [[], []]
    let read = 0
    const runner = async (op: string) => async (): Promise<Value> => {
      ran.push(op)
      return ops[op as keyof typeof ops].out === 'mask' ? mask(4) : { kind: 'image', width: 1, height: 1, data: new Uint8ClampedArray(4) }
    }
    const readBlob = async (): Promise<FileValue> => {
      read++
      return { kind: 'file', blob: new Blob(['x']) }
    }
    await execute(job, runner, readBlob, ctx, (k) => void handed.push(k), memo)
    return { ran, read, handed: handed.length === 1 && handed[0] === whole.outs[0] }
  }

  it('after another stroke is that stroke and the placing, and the original is not opened', async () => {
    const memo = new Memo(1000)
    expect(await draw(memo, [])).toEqual({ ran: ['decode', 'resize', 'refine', 'place'], read: 1, handed: true })
    expect(await draw(memo, [stroke(0.1)])).toEqual({ ran: ['mend', 'place'], read: 0, handed: true })
    expect(await draw(memo, [stroke(0.1), stroke(0.2)])).toEqual({ ran: ['mend', 'place'], read: 0, handed: true })
  })

  it('undone and done again is at hand', async () => {
    const memo = new Memo(1000)
    await draw(memo, [stroke(0.1)])
    await draw(memo, [stroke(0.1), stroke(0.2)])
    for (const repairs of [[stroke(0.1)], [stroke(0.1), stroke(0.2)]])
      expect(await draw(memo, repairs)).toEqual({ ran: [], read: 0, handed: true })
  })

  it('is made whole where nothing is remembered', async () => {
    for (let again = 0; again < 2; again++)
      expect(await draw(undefined, [stroke(0.1)])).toEqual({ ran: ['decode', 'resize', 'refine', 'mend', 'place'], read: 1, handed: true })
  })
})
