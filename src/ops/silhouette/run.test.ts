import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImageValue, MaskValue, RunContext } from '../../core/recipe'
import { run } from './run'

const ctx = {} as RunContext
const mask = (width: number, alphas: readonly number[]): MaskValue => ({
  kind: 'mask',
  width,
  height: alphas.length / width,
  data: Uint8Array.from(alphas),
})
const pixel = ({ data }: ImageValue, i: number) => [...data.slice(i * 4, i * 4 + 4)]

describe('silhouette', () => {
  it('shows the alpha in white, unchanged', async () => {
    const out = await run({ mask: mask(2, [0, 70]) }, { show: 'alpha' }, ctx)
    expect([...out.data]).toEqual([255, 255, 255, 0, 255, 255, 255, 70])
  })

  it('draws the contour of alpha 0.5 in two tones, veils what is removed and leaves what is kept', async () => {
    const out = await run({ mask: mask(6, [0, 0, 127, 128, 255, 255]) }, { show: 'outline' }, ctx)
    expect(pixel(out, 2)).toEqual([255, 255, 255, 255])
    expect(pixel(out, 3)).toEqual([46, 107, 255, 255])
    expect(pixel(out, 0)[3]).toBe(140)
    expect(pixel(out, 5)[3]).toBe(0)
  })

  it('has a line exactly where the contour passes, and none around the photo’s own frame', async () => {
    const alphas = fc.integer({ min: 1, max: 9 }).chain((width) =>
      fc.array(fc.integer({ min: 0, max: 255 }), { minLength: width, maxLength: width * 6 }).map((all) => ({
        width,
        alphas: all.slice(0, all.length - (all.length % width)),
      })),
    )
    await fc.assert(
      fc.asyncProperty(alphas, async ({ width, alphas }) => {
        const out = await run({ mask: mask(width, alphas) }, { show: 'outline' }, ctx)
        const kept = alphas.map((a) => a >= 128)
        for (const [i, here] of kept.entries()) {
          const x = i % width
          const beside = [x > 0 ? i - 1 : -1, x + 1 < width ? i + 1 : -1, i - width, i + width].filter((at) => kept[at] !== undefined)
          expect(out.data[i * 4 + 3] === 255).toBe(beside.some((at) => kept[at] !== here))
        }
      }),
    )
  })
})
