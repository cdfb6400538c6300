import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { image as picture } from '../../../tests/support/rasters'
import { faultOf } from '../../core/fault'
import type { ImageValue, RunContext } from '../../core/recipe'
import { run } from './run'

const blank = (width: number, height: number): ImageValue => ({ kind: 'image', width, height, data: new Uint8ClampedArray(4) })
const adopt = (matte: ImageValue, image: ImageValue) => run({ matte, image }, {}, {} as RunContext)
const faultFor = (matte: ImageValue, image: ImageValue) =>
  adopt(matte, image).then(
    () => expect.unreachable('it was taken'),
    (error: unknown) => faultOf(error),
  )
/** Black on the left, white on the right. */
const halves = (width: number, height: number) => picture(width, height, (x) => (x < width / 2 ? [0, 0, 0, 255] : [255, 255, 255, 255]))

describe('a matte that the seller brings', () => {
  test('of greys is taken value by value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 62, maxLength: 62 }), async (greys) => {
        const all = Uint8Array.of(0, 255, ...greys)
        const matte = picture(8, 8, (x, y) => {
          const v = all[y * 8 + x] as number
          return [v, v, v, 255]
        })
        expect((await adopt(matte, blank(80, 80))).data).toEqual(all)
      }),
    )
  })

  test('with transparency gives that, whatever its colours', async () => {
    const matte = picture(40, 40, (x, y) => [255, 255, 255, x < 10 ? 0 : y * 6])
    const { data } = await adopt(matte, blank(400, 400))
    expect([data[5], data[20 * 40 + 30], data[39 * 40 + 30]]).toEqual([0, 120, 234])
  })

  test('of more than 12 megapixels keeps its proportions and its edge', async () => {
    const { width, height, data } = await adopt(halves(6000, 3000), blank(6000, 3000))
    expect(width * height).toBeLessThanOrEqual(12e6)
    expect(width * height).toBeGreaterThan(11.9e6)
    expect(width / height).toBeCloseTo(2, 2)
    const edge = data.subarray(0, width).findIndex((a) => a >= 128)
    expect(edge / width).toBeCloseTo(0.5, 3)
  })

  test.each([
    ['other proportions', halves(300, 200), blank(400, 400), 'matte-other-shape', /300 × 200 px, the photo 400 × 400/],
    ['3 % off', halves(412, 300), blank(4000, 3000), 'matte-other-shape', /412 × 300/],
    ['on its side', halves(300, 400), blank(4000, 3000), 'matte-on-its-side', /lies on its side/],
    ['black all over', picture(40, 30, () => [9, 9, 9, 255]), blank(400, 300), 'matte-empty', /black all over/],
    ['white all over', picture(40, 30, () => [255, 250, 240, 255]), blank(400, 300), 'matte-full', /white all over/],
    ['transparent all over', picture(40, 30, () => [255, 255, 255, 0]), blank(400, 300), 'matte-empty', /shows no product/],
  ])('%s is refused with what to do', async (_, matte, image, code, sentence) => {
    const fault = await faultFor(matte, image)
    expect(fault.code).toBe(code)
    expect(fault.sentence).toMatch(sentence)
    expect(fault.remedy).not.toBe('')
  })

  test('half a pixel lost in making it smaller is no other shape', async () => {
    expect(await adopt(halves(1001, 667), blank(6000, 4000))).toMatchObject({ width: 1001, height: 667 })
  })
})
