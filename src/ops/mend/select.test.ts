import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { ImageValue, MaskValue, RunContext } from '../../core/recipe'
import type { Repair } from '../../core/repair'
import { run } from './run'

const ctx = { signal: new AbortController().signal, alive: () => {} } as unknown as RunContext
const [W, H] = [400, 300]
type Box = readonly [number, number, number, number]
const within = (x: number, y: number, [l, t, r, b]: Box) => x >= l && x < r && y >= t && y < b

const BAG: Box = [120, 150, 280, 270]
/** A strap that leaves the bag and runs to the picture's upper edge, 12 px wide. */
const STRAP: Box = [190, 0, 202, 150]
/** A thing of the strap's colour that hangs elsewhere. */
const SCARF: Box = [330, 40, 360, 130]
/** A mannequin's neck, cut off by nothing but its own colour. */
const NECK: Box = [130, 110, 180, 150]

/** Noise of a photo's strength that every machine makes alike. */
const grain = (x: number, y: number, c: number) => ((x * 7919 + y * 104729 + c * 1299709 + x * y * 31) % 17) - 8

function scene(): ImageValue {
  const data = new Uint8ClampedArray(W * H * 4)
  for (let y = 0, p = 0; y < H; y++) {
    for (let x = 0; x < W; x++, p += 4) {
      const base =
        within(x, y, STRAP) || within(x, y, SCARF)
          ? [150, 60, 40]
          : within(x, y, BAG)
            ? [60, 80, 130]
            : within(x, y, NECK)
              ? [225, 190, 165]
              : [175 - y / 6, 178 - y / 6, 170 - y / 6]
      for (let c = 0; c < 3; c++) data[p + c] = (base[c] as number) + grain(x, y, c)
      data[p + 3] = 255
    }
  }
  return { kind: 'image', width: W, height: H, data }
}
const matte = (at: (x: number, y: number) => number): MaskValue => ({
  kind: 'mask',
  width: W,
  height: H,
  data: Uint8Array.from({ length: W * H }, (_, i) => at(i % W, Math.floor(i / W))),
})
const image = scene()
const mend = async (mask: MaskValue, to: 'keep' | 'remove', points: [number, number][], radius = 0.006) => {
  const repair: Repair = { act: 'select', to, points: points.map(([x, y]) => [x / W, y / H]), radius }
  return (await run({ image, mask }, { repair }, ctx)).data
}
/** Mean alpha of a box. */
function mean(data: Uint8Array, [l, t, r, b]: Box): number {
  let sum = 0
  for (let y = t; y < b; y++) for (let x = l; x < r; x++) sum += data[y * W + x] as number
  return sum / ((r - l) * (b - t))
}
const bag = matte((x, y) => (within(x, y, BAG) ? 255 : 0))

describe('a stroke that understands the picture', () => {
  test('along half of a strap keeps all of it, to its edges and to the picture’s', async () => {
    const after = await mend(bag, 'keep', [
      [196, 40],
      [196, 115],
    ])
    expect(mean(after, [190, 0, 202, 150])).toBeGreaterThan(235)
    expect(mean(after, [190, 0, 202, 8])).toBeGreaterThan(235)
    expect(mean(after, [180, 0, 188, 150])).toBeLessThan(4)
    expect(mean(after, [204, 0, 212, 150])).toBeLessThan(4)
  })

  test('leaves what looks alike but lies apart, and every pixel away from what changed, bit for bit', async () => {
    const faint = matte((x, y) => (within(x, y, BAG) ? 255 : within(x, y, SCARF) ? 37 : (x * 3 + y) % 5))
    const after = await mend(faint, 'keep', [
      [196, 40],
      [196, 115],
    ])
    const changed = (a: number, i: number) => a !== faint.data[i] && !within(i % W, Math.floor(i / W), [175, 0, 217, 165])
    expect(after.findIndex(changed)).toBe(-1)
  })

  test('removes the neck whole and leaves the bag', async () => {
    const wrong = matte((x, y) => (within(x, y, BAG) || within(x, y, NECK) ? 255 : 0))
    const after = await mend(wrong, 'remove', [
      [145, 125],
      [165, 135],
    ])
    expect(mean(after, NECK)).toBeLessThan(6)
    expect(mean(after, [122, 152, 278, 268])).toBeGreaterThan(253)
  })

  test('a region in which the network was in doubt becomes solid, not just likely', async () => {
    const doubt = matte((x, y) => (within(x, y, BAG) ? (x < 200 ? 255 : 140) : 0))
    const after = await mend(doubt, 'keep', [
      [230, 200],
      [250, 230],
    ])
    expect(mean(after, [200, 154, 276, 266])).toBeGreaterThan(252)
  })

  test('a small stroke on the bare ground does not take the ground', async () => {
    const after = await mend(
      bag,
      'keep',
      [
        [60, 60],
        [64, 60],
      ],
      0.004,
    )
    expect(after.filter((a) => a >= 128).length - 160 * 120).toBeLessThan(0.1 * W * H)
  })

  test('where everything is on the wanted side, nothing changes', async () => {
    const all = matte(() => 255)
    expect(
      await mend(all, 'keep', [
        [196, 40],
        [196, 115],
      ]),
    ).toEqual(all.data)
    const none = matte(() => 0)
    expect(
      await mend(none, 'remove', [
        [196, 40],
        [196, 115],
      ]),
    ).toEqual(none.data)
  })

  test('keep and remove are one thing seen from either side', async () => {
    const mask = matte((x, y) => (within(x, y, BAG) ? 230 : 20))
    const kept = await mend(mask, 'keep', [
      [196, 40],
      [196, 115],
    ])
    const removed = await mend({ ...mask, data: mask.data.map((a) => 255 - a) }, 'remove', [
      [196, 40],
      [196, 115],
    ])
    expect(removed.map((a) => 255 - a)).toEqual(kept)
  })

  test('gives the same bytes on every machine', async () => {
    const after = await mend(bag, 'keep', [
      [196, 40],
      [196, 115],
    ])
    expect(createHash('sha256').update(after).digest('hex')).toMatchInlineSnapshot(
      `"8adf6244e5a47955e2186f513778a496670e7a5a90f7229adc0d66b1d2002d89"`,
    )
  })
})
