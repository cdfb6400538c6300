import { expect, it } from 'vitest'
import { PhotoDoc } from '../../core/project'
import { Product } from '../../core/scene/document'
import { bodyOf, boxOf } from './body'

const facts = { width: 4000, height: 3000 }
const photo = (turn: 0 | 1 | 2 | 3, box: [number, number, number, number]) =>
  ({ doc: PhotoDoc.parse({ turn }), matte: { box }, facts }) as unknown as Parameters<typeof bodyOf>[1] & object

it('fits a wide product by its width and a tall one by its height', () => {
  const product = Product.parse({ id: 'p', size: { by: 'fit', width: 100, height: 100 } })
  // 2,000 x 750 px, then 750 x 1,500 px.
  expect(bodyOf(product, photo(0, [0.25, 0.25, 0.75, 0.5]))).toMatchObject({ width: 100, height: 37.5 })
  expect(bodyOf(product, photo(0, [0.4, 0.25, 0.5875, 0.75]))).toMatchObject({ width: 50, height: 100 })
})

it('gives a true height whatever room there is, and takes a photo that is turned', () => {
  const product = Product.parse({ id: 'p', size: { by: 'height', height: 80 } })
  expect(bodyOf(product, photo(0, [0.25, 0.25, 0.75, 0.5]))).toMatchObject({ height: 80, width: expect.closeTo(80 / 0.375) })
  expect(bodyOf(product, photo(1, [0.25, 0.25, 0.75, 0.5])).width).toBeCloseTo(80 * 0.375)
})

it('turns the box clockwise with the photo, and four times are none', () => {
  expect(boxOf(photo(1, [0.1, 0.2, 0.3, 0.6]))).toEqual([0.4, 0.1, 0.8, 0.3])
  const twice = boxOf(photo(2, [0.1, 0.2, 0.3, 0.6])) as [number, number, number, number]
  expect(boxOf(photo(2, twice)).map((share) => Math.round(share * 1000))).toEqual([100, 200, 300, 600])
})
