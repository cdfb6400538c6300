import { describe, expect, it } from 'vitest'
import { Newest } from './newest'

/** Work that ends when it is told to, or is aborted. */
function pieces() {
  const newest = new Newest()
  const began: string[] = []
  const ended: string[] = []
  const at = new Map<string, { shown(): void; end(error?: Error): void }>()
  const ask = (name: string) =>
    newest
      .run(
        (signal, shown) =>
          new Promise<void>((resolve, reject) => {
            began.push(name)
            signal.addEventListener('abort', () => reject(signal.reason))
            at.set(name, { shown, end: (error) => (error ? reject(error) : resolve()) })
          }),
      )
      .finally(() => ended.push(name))
  return { ask, stop: () => newest.stop(), began, ended, at: (name: string) => at.get(name) }
}
const settle = () => new Promise((done) => setTimeout(done, 5))

describe('only the newest', () => {
  it('takes the place of what has shown something, and of all that came between', async () => {
    const { ask, began, ended, at } = pieces()
    const all = [ask('a')]
    at('a')?.shown()
    all.push(ask('b'), ask('c'), ask('d'))
    await settle()
    expect(began).toEqual(['a', 'd'])
    expect(ended.sort()).toEqual(['a', 'b', 'c'])
    at('d')?.end()
    await Promise.all(all)
  })

  it('waits for the first picture: whoever asks without a pause still sees some', async () => {
    const { ask, began, ended, at } = pieces()
    const all = [ask('a'), ask('b')]
    await settle()
    expect([began, ended]).toEqual([['a'], []])
    at('a')?.shown()
    await settle()
    expect([began, ended]).toEqual([['a', 'b'], ['a']])
    at('b')?.shown()
    at('b')?.end()
    await Promise.all(all)
  })

  it('begins after what ended or failed by itself, which alone is told', async () => {
    const { ask, began, at } = pieces()
    const failing = expect(ask('a')).rejects.toThrow('no light')
    const next = ask('b')
    at('a')?.end(new Error('no light'))
    await failing
    await settle()
    expect(began).toEqual(['a', 'b'])
    const between = ask('c')
    at('b')?.end()
    await next
    await settle()
    at('c')?.end()
    await between
    const last = ask('d')
    at('d')?.end()
    await last
    expect(began).toEqual(['a', 'b', 'c', 'd'])
  })

  it('ends, and lets go of what waits, when nobody looks any more; whoever comes back is served', async () => {
    const { ask, stop, began, ended, at } = pieces()
    stop()
    const all = [ask('a'), ask('b')]
    stop()
    await settle()
    expect([began, ended.sort()]).toEqual([['a'], ['a', 'b']])
    all.push(ask('c'))
    await settle()
    at('c')?.end()
    await Promise.all(all)
    expect(began).toEqual(['a', 'c'])
  })

  it('never two at once, also where one comes in the moment between', async () => {
    const { ask, began, at } = pieces()
    const a = ask('a')
    const b = ask('b')
    at('a')?.end()
    const c = a.then(() => ask('c'))
    await settle()
    expect(began).toEqual(['a', 'b'])
    at('b')?.shown()
    await settle()
    expect(began).toEqual(['a', 'b', 'c'])
    at('c')?.end()
    await Promise.all([b, c])
  })
})
