import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ImageValue, MaskValue, RunContext } from '../../core/recipe'
import { Repair } from '../../core/repair'
import { run } from './run'

const ctx = { signal: new AbortController().signal, alive: () => {} } as unknown as RunContext

const photo = (
  width: number,
  height: number,
  at: (x: number, y: number) => readonly [number, number, number] = () => [90, 90, 90],
): ImageValue => ({
  kind: 'image',
  width,
  height,
  data: Uint8ClampedArray.from(
    { length: width * height * 4 },
    (_, i) => [...at((i >> 2) % width, Math.floor((i >> 2) / width)), 255][i % 4] as number,
  ),
})
const matte = (width: number, height: number, at: (x: number, y: number) => number = () => 0): MaskValue => ({
  kind: 'mask',
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, i) => at(i % width, Math.floor(i / width))),
})
const mend = async (image: ImageValue, mask: MaskValue, repair: Repair) =>
  (await run({ image, mask }, { repair: Repair.parse(repair) }, ctx)).data
/** Alpha at (x, y) of a picture `width` wide. */
const pixel = (data: Uint8Array, width: number, x: number, y: number) => data[y * width + x] as number
const within = (x: number, y: number, [l, t, r, b]: readonly [number, number, number, number]) => x >= l && x < r && y >= t && y < b

const share = fc.double({ min: -0.5, max: 1.5, noNaN: true })
const points = fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 8 })
const to = fc.constantFrom('keep' as const, 'remove' as const)
const radius = fc.double({ min: 0, max: 0.3, noNaN: true })
const zeroToOne = fc.double({ min: 0, max: 1, noNaN: true })
const side = fc.integer({ min: 1, max: 40 })
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
/** Any picture with any matte of its size. */
const pictures = fc.tuple(side, side).chain(([width, height]) =>
  fc.record({
    image: bytes(width * height * 4).map((data): ImageValue => ({ kind: 'image', width, height, data: new Uint8ClampedArray(data) })),
    mask: bytes(width * height).map((data): MaskValue => ({ kind: 'mask', width, height, data: new Uint8Array(data) })),
  }),
)
const strokes: fc.Arbitrary<Repair> = fc.oneof(
  fc.record({ act: fc.constant('select' as const), to, points, radius }),
  fc.record({ act: fc.constant('paint' as const), to, points, radius, hardness: zeroToOne, opacity: zeroToOne }),
  fc.record({ act: fc.constant('shape' as const), to, points: fc.array(fc.tuple(share, share), { minLength: 3, maxLength: 8 }) }),
)

describe('every repair', () => {
  test('moves alpha towards what it was asked for and nowhere else, and leaves what it was given alone', async () => {
    await fc.assert(
      fc.asyncProperty(pictures, strokes, async ({ image, mask }, repair) => {
        const before = mask.data.slice()
        const after = await mend(image, mask, repair)
        expect(mask.data).toEqual(before)
        expect(after.length).toBe(before.length)
        const towards = 'to' in repair && repair.to === 'keep' ? 1 : -1
        expect(after.findIndex((a, i) => (a - (before[i] as number)) * towards < 0)).toBe(-1)
      }),
      { numRuns: 150 },
    )
  })

  test('that lies wholly outside the picture changes nothing', async () => {
    const outside = fc.oneof(fc.double({ min: -3, max: -1, noNaN: true }), fc.double({ min: 2, max: 4, noNaN: true }))
    const line = fc
      .array(fc.tuple(outside, share), { minLength: 3, maxLength: 3 })
      .map((all) => all.map(([, y]) => [all[0]?.[0] ?? 2, y] as [number, number]))
    const thin = fc.double({ min: 0, max: 0.02, noNaN: true })
    const away: fc.Arbitrary<Repair> = fc.oneof(
      fc.record({ act: fc.constant('select' as const), to, points: line, radius: thin }),
      fc.record({ act: fc.constant('paint' as const), to, points: line, radius: thin, hardness: zeroToOne, opacity: zeroToOne }),
      fc.record({ act: fc.constant('shape' as const), to, points: line }),
    )
    await fc.assert(
      fc.asyncProperty(pictures, away, async ({ image, mask }, repair) => {
        expect(await mend(image, mask, repair)).toEqual(mask.data)
      }),
    )
  })

  test('of the mirrored picture gives the mirrored matte', async () => {
    const mirrored = (width: number, data: Uint8Array) => data.map((_, i) => data[i - (i % width) + width - 1 - (i % width)] as number)
    const repairs: Repair[] = [
      {
        act: 'paint',
        to: 'keep',
        points: [
          [0.2, 0.3],
          [0.7, 0.5],
        ],
        radius: 0.1,
        hardness: 0.5,
        opacity: 0.8,
      },
      {
        act: 'shape',
        to: 'remove',
        points: [
          [0.1, 0.1],
          [0.8, 0.3],
          [0.4, 0.9],
        ],
      },
      { act: 'fill-holes' },
    ]
    await fc.assert(
      fc.asyncProperty(pictures, fc.constantFrom(...repairs), async ({ image, mask }, repair) => {
        const flipped: Repair = 'points' in repair ? { ...repair, points: repair.points.map(([x, y]) => [1 - x, y]) } : repair
        const one = await mend(image, mask, repair)
        const two = mirrored(
          mask.width,
          await mend(image, { ...mask, data: mirrored(mask.width, mask.data) as MaskValue['data'] }, flipped),
        )
        expect(one.every((a, i) => Math.abs(a - (two[i] as number)) <= 1)).toBe(true)
      }),
    )
  })

  test('answers with the image’s size when the matte has another', async () => {
    const after = await mend(
      photo(60, 40),
      matte(30, 20, () => 255),
      { act: 'paint', to: 'remove', points: [[0, 0]], radius: 0.05, hardness: 1, opacity: 1 },
    )
    expect(after.length).toBe(60 * 40)
    expect([pixel(after, 60, 0, 0), pixel(after, 60, 59, 39)]).toEqual([0, 255])
  })
})

describe('paint', () => {
  const brush = { act: 'paint', to: 'keep', radius: 0.1, hardness: 1, opacity: 1 } as const

  test('a hard brush is solid inside, smooth over one pixel at its rim, and nothing outside', async () => {
    const after = await mend(photo(100, 100), matte(100, 100), {
      ...brush,
      points: [
        [0.3, 0.5],
        [0.7, 0.5],
      ],
    })
    expect([pixel(after, 100, 50, 50), pixel(after, 100, 50, 58), pixel(after, 100, 50, 61)]).toEqual([255, 255, 0])
    expect([pixel(after, 100, 22, 50), pixel(after, 100, 17, 50)]).toEqual([255, 0])
    const soft = after.filter((a) => a > 0 && a < 255).length
    expect(soft).toBeGreaterThan(0)
    expect(soft).toBeLessThan(160)
  })

  test('a soft brush falls off from its middle on', async () => {
    const after = await mend(photo(100, 100), matte(100, 100), { ...brush, hardness: 0, points: [[0.505, 0.505]] })
    const along = [0, 2, 4, 6, 8, 10].map((d) => pixel(after, 100, 50 + d, 50))
    for (let i = 1; i < along.length; i++) expect(along[i]).toBeLessThan(along[i - 1] as number)
    expect(pixel(after, 100, 55, 50)).toBeLessThan(170)
  })

  test('the opacity is that of the whole stroke: crossing itself builds nothing up', async () => {
    const crossing = await mend(photo(100, 100), matte(100, 100), {
      ...brush,
      opacity: 0.4,
      points: [
        [0.2, 0.2],
        [0.8, 0.8],
        [0.8, 0.2],
        [0.2, 0.8],
        [0.2, 0.2],
      ],
    })
    expect(Math.max(...crossing)).toBe(102)
  })

  test('a point with no radius is a dot of about a pixel', async () => {
    const after = await mend(photo(50, 50), matte(50, 50), { ...brush, radius: 0, points: [[0.51, 0.51]] })
    expect(pixel(after, 50, 25, 25)).toBe(255)
    expect(after.reduce((sum, a) => sum + a, 0) / 255).toBeLessThan(2)
  })

  test('a thousand points on a line paint what its two ends paint', async () => {
    const ends = await mend(photo(120, 90), matte(120, 90), {
      ...brush,
      points: [
        [0.1, 0.2],
        [0.9, 0.7],
      ],
    })
    const many = await mend(photo(120, 90), matte(120, 90), {
      ...brush,
      points: Array.from({ length: 1000 }, (_, i): [number, number] => [0.1 + (0.8 * i) / 999, 0.2 + (0.5 * i) / 999]),
    })
    expect(many.every((a, i) => Math.abs(a - (ends[i] as number)) <= 2)).toBe(true)
  })
})

describe('shape', () => {
  test('covers each pixel by how much of it lies inside', async () => {
    const after = await mend(photo(40, 40), matte(40, 40), {
      act: 'shape',
      to: 'keep',
      points: [
        [0.1, 0.1],
        [0.5125, 0.1],
        [0.5125, 0.5],
        [0.1, 0.5],
      ],
    })
    expect([
      pixel(after, 40, 4, 4),
      pixel(after, 40, 19, 19),
      pixel(after, 40, 20, 10),
      pixel(after, 40, 21, 10),
      pixel(after, 40, 10, 20),
    ]).toEqual([255, 255, 128, 0, 0])
  })

  test('has the polygon’s area, wherever it lies', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(zeroToOne, zeroToOne), { minLength: 3, maxLength: 3 }), async ([a, b, c]) => {
        if (!a || !b || !c) return
        const after = await mend(photo(64, 48), matte(64, 48), { act: 'shape', to: 'keep', points: [a, b, c] })
        const area = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) * 0.5 * 64 * 48
        expect(Math.abs(after.reduce((sum, v) => sum + v, 0) / 255 - area)).toBeLessThan(2.5)
      }),
    )
  })

  test('a lasso that crosses itself has no hole', async () => {
    const twice: [number, number][] = [
      [0.1, 0.1],
      [0.9, 0.1],
      [0.9, 0.9],
      [0.1, 0.9],
      [0.1, 0.1],
      [0.3, 0.3],
      [0.7, 0.3],
      [0.7, 0.7],
      [0.3, 0.7],
      [0.3, 0.3],
    ]
    const after = await mend(photo(50, 50), matte(50, 50), { act: 'shape', to: 'keep', points: twice })
    expect(pixel(after, 50, 25, 25)).toBe(255)
  })
})

describe('objects', () => {
  /** A ring with a soft rim on both sides, 100 px wide. */
  const ring = matte(100, 100, (x, y) => {
    const d = Math.abs(Math.sqrt((x - 50) ** 2 + (y - 50) ** 2) - 30)
    return Math.round(Math.min(255, Math.max(0, (10 - d) * 60)))
  })

  test('filling holes closes the ring to its solid part and leaves its outer edge alone', async () => {
    const after = await mend(photo(100, 100), ring, { act: 'fill-holes' })
    for (let y = 0; y < 100; y++) {
      for (let x = 0; x < 100; x++) {
        const d = Math.sqrt((x - 50) ** 2 + (y - 50) ** 2)
        if (d < 30) expect(pixel(after, 100, x, y)).toBe(255)
        else expect(pixel(after, 100, x, y)).toBe(pixel(ring.data, 100, x, y))
      }
    }
  })

  test('a bay that opens to the frame is no hole', async () => {
    const bay = matte(30, 30, (x, y) => (within(x, y, [5, 5, 25, 25]) && !within(x, y, [12, 0, 16, 20]) ? 255 : 0))
    expect(await mend(photo(30, 30), bay, { act: 'fill-holes' })).toEqual(bay.data)
  })

  /** A large soft-edged square, a small one, and a faint speck. */
  const two = matte(60, 40, (x, y) => {
    if (within(x, y, [3, 3, 23, 23])) return within(x, y, [5, 5, 21, 21]) ? 255 : 90
    if (within(x, y, [36, 10, 48, 22])) return within(x, y, [38, 12, 46, 20]) ? 200 : 60
    return within(x, y, [55, 35, 57, 37]) ? 100 : 0
  })

  test('the largest object stays with its soft edge, all else goes', async () => {
    const after = await mend(photo(60, 40), two, { act: 'largest' })
    expect(after).toEqual(two.data.map((a, i) => (i % 60 < 30 ? a : 0)))
  })

  test('the object at a point, or nearest to it, is chosen, also from outside the picture', async () => {
    const small = two.data.map((a, i) => (i % 60 >= 30 && i % 60 < 50 ? a : 0))
    expect(await mend(photo(60, 40), two, { act: 'choose', at: [0.7, 0.4] })).toEqual(small)
    expect(await mend(photo(60, 40), two, { act: 'choose', at: [1.4, 0.9] })).toEqual(small)
    expect(await mend(photo(60, 40), two, { act: 'choose', at: [-0.2, 0.4] })).toEqual(two.data.map((a, i) => (i % 60 < 30 ? a : 0)))
  })

  test('where there is no object, there is nothing to choose', async () => {
    const faint = matte(20, 20, (x) => (x > 5 ? 90 : 0))
    expect(await mend(photo(20, 20), faint, { act: 'largest' })).toEqual(faint.data)
    expect(await mend(photo(20, 20), faint, { act: 'choose', at: [0.5, 0.5] })).toEqual(faint.data)
  })
})
