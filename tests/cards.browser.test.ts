import { expect, test } from 'vitest'
import type { Card } from '../src/core/scene/document'
import { lamp, linearAt, type Sketch, take } from './bench/studio/take'

const size = { width: 24, height: 24, samples: 32 }
const camera = { target: [0, 0, 0], distance: 1500, tilt: 90, focal: 400, fNumber: 64 } as const
/** A bare ground and nothing that stands behind it. */
const open: Sketch = {
  camera: { ...camera, target: [0, 0, 0] },
  ground: { material: { kind: 'paper', colour: [255, 255, 255], relief: 0 }, size: [6000, 6000] },
  backdrop: { kind: 'none', colour: [0, 0, 0] },
}

/** Linear light of the middle of a ground beside an upright card, which alone is in a narrow light's beam. */
async function besideCard(kind: Card['kind']): Promise<[number, number, number]> {
  const card = { id: 'card', kind, at: [200, 150, 0], width: 300, height: 300, azimuth: -90 } satisfies NonNullable<Sketch['cards']>[number]
  const light = lamp({ aim: [200, 150, 0], azimuth: -90, elevation: 45, spread: 20, power: 1 })
  const seen = await take({ ...open, lights: [light], cards: [{ ...card, at: [200, 150, 0] }] }, size)
  return [0, 1, 2].map((c) => linearAt(seen, 12, 12, c, 9)) as [number, number, number]
}

/** Form factor of the card from the middle of the ground. */
function formFactor(): number {
  const steps = 60
  let sum = 0
  for (let i = 0; i < steps; i++) {
    for (let j = 0; j < steps; j++) {
      const [y, z] = [((i + 0.5) / steps) * 300, ((j + 0.5) / steps - 0.5) * 300]
      const square = 200 ** 2 + y * y + z * z
      sum += (y * 200) / (Math.PI * square * square)
    }
  }
  return sum * (300 / steps) ** 2
}

test('a white card throws back what falls on it, as geometry says; gold warms, silver gathers, black gives nothing', {
  timeout: 300_000,
}, async () => {
  const white = await besideCard('white')
  // One stop more than the calibrated light at its distance, slantwise; nine tenths come back.
  const fallen = 2 * Math.cos(Math.PI / 4)
  expect(Math.abs(white[1] / (0.9 * fallen * formFactor()) - 1)).toBeLessThan(0.08)
  const gold = await besideCard('gold')
  expect(gold[2] / gold[0]).toBeGreaterThan(0.28)
  expect(gold[2] / gold[0]).toBeLessThan(0.35)
  expect((await besideCard('silver'))[1]).toBeGreaterThan(white[1] * 1.1)
  expect((await besideCard('black'))[1]).toBeLessThan(white[1] * 0.01)
})

test('a flag takes the light off as far as geometry says, and no farther', { timeout: 300_000 }, async () => {
  const flag = { id: 'flag', kind: 'black', at: [0, 300, 0], width: 200, height: 200, azimuth: 0, elevation: 90 } as const
  // Its edge's shadow falls at 100 mm times 1,000 over 700.
  const wide = {
    ...open,
    lights: [lamp({ power: -1 })],
    camera: { ...camera, target: [140, 0, 0] as [number, number, number], focal: 200 },
  }
  const [bare, flagged] = [await take(wide, size), await take({ ...wide, cards: [{ ...flag, at: [0, 300, 0] }] }, size)]
  const share = (mm: number) => {
    // 24 px are 270 mm.
    const x = Math.round(11.5 + ((mm - 140) * 24) / 270)
    return linearAt(flagged, x, 12, 1, 1) / linearAt(bare, x, 12, 1, 1)
  }
  expect(share(115)).toBeLessThan(0.02)
  expect(share(170)).toBeGreaterThan(0.98)
})
