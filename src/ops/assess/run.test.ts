import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MatteFacts } from '../../core/project'
import type { ImageValue, MaskValue, RunContext } from '../../core/recipe'
import { run } from './run'

const ctx = {} as RunContext

/** A mask of `size` x `size` px in which `alpha(x, y)` is painted. */
function paint(size: number, alpha: (x: number, y: number) => number): MaskValue {
  return {
    kind: 'mask',
    width: size,
    height: size,
    data: Uint8Array.from({ length: size * size }, (_, i) => alpha(i % size, Math.floor(i / size))),
  }
}
const opaque: ImageValue = { kind: 'image', width: 1, height: 1, data: new Uint8ClampedArray(4).fill(255) }
const assess = async (mask: MaskValue, image = opaque) => MatteFacts.parse((await run({ image, mask }, {}, ctx)).facts)
const inside = (x: number, y: number, [l, t, r, b]: readonly [number, number, number, number]) => x >= l && x < r && y >= t && y < b

describe('assess', () => {
  test('measures area and box, and finds nothing to look at in a plain product', async () => {
    const facts = await assess(paint(200, (x, y) => (inside(x, y, [50, 40, 150, 180]) ? 255 : 0)))
    expect(facts).toEqual({ area: 0.35, box: [0.25, 0.2, 0.75, 0.9], uncertain: 0, confidence: 1, look: [] })
  })

  test('finds nothing in haze or in a few stray pixels', async () => {
    expect(await assess(paint(200, () => 90))).toMatchObject({ box: null, look: [] })
    expect(await assess(paint(200, (x, y) => (inside(x, y, [7, 7, 9, 10]) ? 255 : 0)))).toMatchObject({ box: null, look: [] })
    expect(await assess(paint(1, () => 0))).toEqual({ area: 0, box: null, uncertain: 0, confidence: 0, look: [] })
  })

  test('says what a person should look at', async () => {
    expect((await assess(paint(200, (x) => (x < 90 ? 255 : 0)))).look).toEqual(['touches-frame'])
    expect(
      (await assess(paint(200, (x, y) => (inside(x, y, [10, 10, 90, 90]) || inside(x, y, [110, 110, 150, 150]) ? 255 : 0)))).look,
    ).toEqual(['several-objects'])
    const fur = (x: number, y: number) => (x < 110 ? 255 : y % 7 < 3 ? 140 : 0)
    expect((await assess(paint(200, (x, y) => (inside(x, y, [50, 50, 170, 150]) ? fur(x, y) : 0)))).look).toEqual(['faint-edge'])
    const glass = (x: number, y: number) => (inside(x, y, [60, 60, 140, 140]) ? 120 : inside(x, y, [50, 50, 150, 150]) ? 255 : 0)
    expect((await assess(paint(200, glass))).look).toContain('see-through')
    expect((await assess(paint(200, (x, y) => (inside(x, y, [80, 80, 110, 119]) ? 255 : 0)))).look).toEqual(['very-small'])
  })

  test('a cutout is the less to be relied on the softer it is', async () => {
    const soft = (width: number) => paint(200, (x) => Math.max(0, Math.min(255, Math.round(128 + ((100 - x) * 255) / width))))
    const confidences = await Promise.all([1, 5, 20, 60].map(async (width) => (await assess(soft(width))).confidence as number))
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a))
    expect(confidences[0]).toBeGreaterThan(0.95)
    expect(confidences[3]).toBeLessThan(0.5)
  })

  test('crumbs are no second object and a stray pixel at the border no cut', async () => {
    const facts = await assess(
      paint(200, (x, y) => (inside(x, y, [50, 50, 150, 150]) || inside(x, y, [10, 10, 14, 14]) || (x === 0 && y === 100) ? 255 : 0)),
    )
    expect(facts.look).toEqual([])
  })

  test('stays within its ranges for any mask', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.uint8Array({ minLength: 144, maxLength: 144 }), async (size, raw) => {
        const facts = await assess(paint(size, (x, y) => raw[y * size + x] as number))
        for (const share of [facts.area, facts.uncertain, ...(facts.box ?? [])]) expect(share >= 0 && share <= 1).toBe(true)
        if (facts.box) expect(facts.box[0] < facts.box[2] && facts.box[1] < facts.box[3]).toBe(true)
      }),
    )
  })

  test('says that a photo came cut out already, not that a corner of it was rounded', async () => {
    const product = paint(200, (x, y) => (inside(x, y, [50, 40, 150, 180]) ? 255 : 0))
    const cut = (share: number): ImageValue => ({
      kind: 'image',
      width: 100,
      height: 10,
      data: new Uint8ClampedArray(4000).fill(255).map((v, i) => (i % 4 === 3 && i < 4000 * share ? 0 : v)),
    })
    expect((await assess(product, cut(0.5))).look).toEqual(['transparent-input'])
    expect((await assess(product, cut(0.005))).look).toEqual([])
  })
})
