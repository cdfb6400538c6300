import { describe, expect, it } from 'vitest'
import { sceneOf } from '../../../tests/support/scenes'
import { gainsOf, type Illuminant } from '../../core/scene/balance'
import { asPhotographed, broughtTogether, tellBalance, tellMeasure } from './together'

const hero = { id: 'hero', size: { by: 'height', height: 100 } } as const
const scene = sceneOf({
  products: [hero, { ...hero, id: 'b', photo: 'b' }, { ...hero, id: 'c', photo: 'c', balance: { exposure: 1, warmth: 0, green: 0 } }],
})
const light = (white: readonly [number, number, number], sure = { colour: 0.9, level: 0.9 }): Illuminant => ({
  white,
  from: 'ground',
  sure,
})
const daylight = light([0.8, 0.8, 0.8])
const lamp = light([0.6, 0.4, 0.2])

describe('bringing a group together', () => {
  it('corrects companions to the hero, which stays as it is', () => {
    const measured = new Map([
      [null, daylight],
      ['b', lamp],
      ['c', daylight],
    ])
    const [first, b, c] = broughtTogether(scene, measured).products
    expect(first?.balance).toBeNull()
    const gains = gainsOf(b?.balance ?? { exposure: 0, warmth: 0, green: 0 })
    for (const i of [0, 1, 2] as const) expect(gains[i] * lamp.white[i]).toBeCloseTo(0.8, 1)
    expect(c?.balance).toBeNull()
    expect(asPhotographed(broughtTogether(scene, measured))).toEqual(asPhotographed(scene))
  })

  it('leaves alone what was not measured, or not surely, and says so', () => {
    const faint = light([0.6, 0.4, 0.2], { colour: 0.1, level: 0 })
    const made = broughtTogether(
      scene,
      new Map([
        [null, daylight],
        ['c', faint],
      ]),
    )
    expect(made.products).toEqual(scene.products)
    expect(tellMeasure(faint, daylight)).toMatch(/does not tell its light/)
    expect(tellMeasure(lamp, faint)).toMatch(/hero’s background does not tell/)
    expect(tellMeasure(light([0.1, 0.1, 0.1], { colour: 0.9, level: 0 }), daylight)).toMatch(/exposure is not told/)
  })
})

it('a balance in numbers', () => {
  expect(tellBalance({ exposure: 0.5, warmth: -1, green: 0 })).toBe('+0.50 exposure, −1.00 warmth')
  expect(tellBalance(null)).toBe('As photographed')
})
