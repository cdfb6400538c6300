import { expect, test } from 'vitest'
import { deltaE, lab } from '../../core/colour-difference'
import type { FidelityFacts } from '../../core/fidelity'
import { HOTTEST, heatOf } from '../../core/heat'
import type { RunContext } from '../../core/recipe'
import { run } from './run'

const none = { mean: 0, p95: 0, max: 0 }
const part = { pixels: 0, same: { placed: 0, file: 0 }, difference: { placed: none, file: none } }

test('draws each cell in its colour, and nothing where there is no product', async () => {
  const map = { width: 3, height: 1, cells: btoa(String.fromCharCode(0, 60, 255)) }
  const facts: FidelityFacts = {
    width: 3,
    height: 1,
    pose: { scale: 1, left: 0, top: 0, copied: true },
    tolerance: { placed: 1, file: { pixel: 1, block: null } },
    solid: part,
    edge: part,
    ground: part,
    drift: 0,
    map,
  }
  const { width, height, data } = await run({ facts: { kind: 'facts', facts } }, { cell: 2 }, {} as RunContext)
  expect([width, height]).toEqual([6, 2])
  expect([...data.subarray(24 + 4, 24 + 8)]).toEqual([...heatOf(0), 255])
  expect([...data.subarray(8, 12)]).toEqual([...heatOf(6), 255])
  expect(data.filter((_, i) => i % 4 === 3 && i % 24 >= 16)).toEqual(new Uint8ClampedArray(4))
})

test('even steps of difference look even, and darken steadily, so that they are told apart without colour, too', () => {
  const steps = Array.from({ length: 11 }, (_, i) => lab(...heatOf((i / 10) * HOTTEST)))
  const lightness = steps.map(([l]) => l)
  for (const [i, l] of lightness.entries()) if (i > 0) expect((lightness[i - 1] as number) - l).toBeGreaterThan(4)
  const apart = steps.slice(1).map((step, i) => deltaE(steps[i] as (typeof steps)[0], step))
  expect(Math.max(...apart) / Math.min(...apart)).toBeLessThan(3)
})
