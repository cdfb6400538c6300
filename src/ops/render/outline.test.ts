import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decoded } from '../../../tests/support/pictures'
import { cutout, cylinder, disc, rectangle } from '../../../tests/support/products'
import { hasShared, readSharedFile } from '../../../tests/support/shared'
import { outlineOf } from './outline'
import { withoutShadow } from './shadow'

const kindOf = (inside: (x: number, y: number) => boolean, width = 300, height = 300) => outlineOf(cutout(width, height, inside)).form.kind

describe('what a product stands on', () => {
  test('a chair stands on the feet that are lowest, wherever they are', () => {
    const legs = [rectangle(60, 100, 75, 280), rectangle(220, 100, 235, 280), rectangle(100, 100, 110, 255), rectangle(190, 100, 200, 255)]
    const chair = (x: number, y: number) => rectangle(60, 40, 235, 110)(x, y) || legs.some((leg) => leg(x, y))
    const { contact, stands } = outlineOf(cutout(300, 300, chair))
    expect(contact[0][0]).toBeCloseTo(60, 0)
    expect(contact[1][0]).toBeCloseTo(235, 0)
    expect(contact[0][1]).toBeCloseTo(280, 0)
    expect(contact[1][1]).toBeCloseTo(280, 0)
    expect(stands).toBeGreaterThan(0.9)
  })

  test('a sole that is seen obliquely gives a slanted line', () => {
    const slant = (x: number, y: number) => x > 40 && x < 260 && y > 100 && y < 220 + (x - 40) * 0.15
    const { contact, stands } = outlineOf(cutout(300, 300, slant))
    expect(contact[1][1] - contact[0][1]).toBeCloseTo(0.15 * (contact[1][0] - contact[0][0]), 0)
    expect(contact[1][0] - contact[0][0]).toBeGreaterThan(210)
    expect(stands).toBeGreaterThan(0.5)
  })

  test('stray pixels below it change nothing', () => {
    const body = rectangle(80, 60, 220, 240)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 5, max: 290 }), fc.integer({ min: 250, max: 290 })), { maxLength: 5 }), (dust) => {
        const clean = outlineOf(cutout(300, 300, body))
        const dusty = outlineOf(cutout(300, 300, (x, y) => body(x, y) || dust.some(([dx, dy]) => rectangle(dx, dy, dx + 2, dy + 2)(x, y))))
        expect(dusty.contact).toEqual(clean.contact)
        expect(dusty.box).toEqual(clean.box)
      }),
      { numRuns: 8 },
    )
  })

  test('what leans on one corner does not stand', () => {
    const [sin, cos] = [Math.sin(0.6), Math.cos(0.6)]
    const leaning = (x: number, y: number) =>
      Math.abs((x - 150) * cos + (y - 150) * sin) < 40 && Math.abs((y - 150) * cos - (x - 150) * sin) < 110
    expect(outlineOf(cutout(300, 300, leaning)).stands).toBeLessThan(0.3)
  })

  test('a large photo is measured to half a pixel', () => {
    const { box, contact } = outlineOf(cutout(2600, 900, rectangle(311.5, 100.5, 2207.25, 803.5)))
    expect(Math.abs(box.bottom - 803.5)).toBeLessThan(0.5)
    expect(Math.abs(box.left - 311.5)).toBeLessThan(0.5)
    expect(Math.abs(contact[0][1] - 803.5)).toBeLessThan(0.5)
  })

  test('an empty matte says so', () => {
    expect(() => outlineOf(cutout(40, 40, () => false))).toThrow('no-product')
  })

  test('a soft shadow below is no part of it, and a thing seen through has an outline', () => {
    const shadowed = cutout(300, 300, rectangle(100, 40, 200, 200))
    for (let y = 230; y < 260; y++) for (let x = 60; x < 240; x++) shadowed.data[(y * 300 + x) * 4 + 3] = 100
    expect(outlineOf(shadowed).box.bottom).toBeCloseTo(200, 0)
    const glass = cutout(300, 300, rectangle(100, 40, 200, 260))
    for (let p = 3; p < glass.data.length; p += 4) glass.data[p] = (glass.data[p] as number) * 0.2
    expect(outlineOf(glass).box).toMatchObject({ left: 100, top: 40, right: 200, bottom: 260 })
  })
})

describe('a shadow that came with the cutout', () => {
  const withShadow = (y0: number) => {
    const picture = cutout(300, 300, rectangle(100, 40, 200, 200))
    for (let y = y0; y < 280; y++) {
      for (let x = 40; x < 260; x++) {
        const p = (y * 300 + x) * 4
        const soft = 110 * Math.max(0, 1 - Math.hypot((x - 150) / 110, (y - 230) / 40))
        if ((picture.data[p + 3] as number) < soft) picture.data.set([0, 0, 0, soft], p)
      }
    }
    return picture
  }

  test.each([190, 215])('goes, and nothing of the product with it', (y0) => {
    const picture = withShadow(y0)
    const clean = withoutShadow(picture)
    let [left, touched] = [0, 0]
    for (let i = 0; i < 300 * 300; i++) {
      const [x, y] = [i % 300, Math.floor(i / 300)]
      if ((y > 206 || x < 94 || x > 206) && (clean.data[i * 4 + 3] as number) > 0) left++
      if (x > 99 && x < 201 && y < 201 && clean.data[i * 4 + 3] !== picture.data[i * 4 + 3]) touched++
    }
    expect({ left, touched }).toEqual({ left: 0, touched: 0 })
  })

  test('black fur and a coloured veil are none', () => {
    const fur = cutout(
      300,
      300,
      (x, y) => rectangle(100, 40, 200, 200)(x, y) || (y > 199 && y < 230 && Math.sin(x * 1.7) > 0.6 && x > 100 && x < 200),
    )
    for (let p = 0; p < fur.data.length; p += 4) {
      const low = p / 4 > 200 * 300
      fur.data.set([10, 10, 10, (fur.data[p + 3] as number) * (low ? 0.45 : 1)], p)
    }
    expect(withoutShadow(fur) === fur).toBe(true)
    const veil = withShadow(215)
    for (let p = 0; p < veil.data.length; p += 4) veil.data[p] = 120
    expect(withoutShadow(veil) === veil).toBe(true)
  })
})

describe('the camera’s tilt from a round base', () => {
  test.each([0, 5, 10, 15, 20, 30, 40])('%d° is found within 2°', (tilt) => {
    const found = outlineOf(cylinder(400, 500, 90, 260, tilt)).tilt
    expect(found?.degrees).toBeCloseTo(tilt, -0.5)
    expect(Math.abs((found?.degrees ?? 99) - tilt)).toBeLessThan(2)
    expect(found?.sure).toBeGreaterThan(0.5)
  })

  test('a thing that leans shows none', () => {
    expect(
      outlineOf(cutout(300, 300, (x, y) => Math.abs(x - 150 + (y - 150) * 0.4) < 50 && y > 40 && y < 260)).tilt?.sure ?? 0,
    ).toBeLessThan(0.3)
  })
})

describe('the form that a matte fits', () => {
  test('disc, can, carton, flask and shoe', () => {
    expect(kindOf(disc(150, 150, 110))).toBe('sphere')
    expect(outlineOf(cylinder(300, 400, 80, 240, 12)).form.kind).toBe('cylinder')
    expect(kindOf(rectangle(90, 40, 210, 260))).toBe('box')
    const flask = (x: number, y: number) => y > 20 && y < 280 && Math.abs(x - 150) < (y < 90 ? 20 : Math.min(80, 20 + (y - 90) * 1.2))
    expect(kindOf(flask)).toBe('cylinder')
    const shoe = (x: number, y: number) => x > 20 && x < 280 && y < 240 && y > 90 + (x - 20) * 0.4
    expect(kindOf(shoe)).toBe('inflated')
  })

  test('a mug is a cylinder in spite of its handle, a shirt is none', () => {
    const handle = (x: number, y: number) => Math.abs(Math.hypot(x - 110, y - 150) - 45) < 9 && x < 115
    const mug = (x: number, y: number) => rectangle(110, 70, 250, 230)(x, y) || handle(x, y)
    expect(kindOf(mug)).toBe('cylinder')
    const sleeve = (x: number, y: number) => Math.abs(Math.abs(x - 150) - 70 - (y - 60) * 0.5) < 25 && y > 50 && y < 150
    expect(kindOf((x, y) => rectangle(90, 50, 210, 270)(x, y) || sleeve(x, y))).toBe('inflated')
  })
})

test.runIf(hasShared())('real cutouts: what stands, what does not, and what is turned', async () => {
  const real = async (name: string) => {
    const { width, height, data } = decoded(await readSharedFile(`cutouts/${name}.png`))
    return outlineOf({ kind: 'image', width, height, data: new Uint8ClampedArray(data) })
  }
  const bottle = await real('saleor-apple-drink')
  expect(bottle).toMatchObject({ form: { kind: 'cylinder' } })
  expect(bottle.contact[0][1]).toBeCloseTo(582, 0)
  expect((await real('saleor-mighty-mug')).form.kind).toBe('cylinder')
  expect((await real('saleor-dash-force-1')).stands).toBeGreaterThan(0.8)
  expect((await real('solidus-bottles-1')).stands).toBeLessThan(0.3)
  expect((await real('solidus-hoodie-black-1')).form.kind).toBe('inflated')
})
