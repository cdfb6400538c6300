import { Box3, Mesh, Vector3 } from 'three'
import { expect, it } from 'vitest'
import { Gobo } from '../../core/scene/document'
import { goboOf } from './gobos'

const made = (kind: Gobo['kind'], more: object = {}) => goboOf(Gobo.parse({ kind, distance: 1000, ...more }))

/** Share of a square of 800 mm about the origin that the gobo shades, seen along z. */
function shade(kind: Gobo['kind']): number {
  const [n, half] = [80, 400]
  const grid = new Uint8Array(n * n)
  const object = made(kind)
  object.updateMatrixWorld(true)
  object.traverse((part) => {
    if (!(part instanceof Mesh)) return
    const position = part.geometry.getAttribute('position')
    const [a, b, c] = [new Vector3(), new Vector3(), new Vector3()]
    for (let i = 0; i < position.count; i += 3) {
      for (const [k, p] of [a, b, c].entries()) p.fromBufferAttribute(position, i + k)
      const cell = (v: number) => Math.floor(((v + half) / (2 * half)) * n)
      const [x0, x1] = [Math.min(a.x, b.x, c.x), Math.max(a.x, b.x, c.x)].map((v) => Math.min(n - 1, Math.max(0, cell(v)))) as [
        number,
        number,
      ]
      const [y0, y1] = [Math.min(a.y, b.y, c.y), Math.max(a.y, b.y, c.y)].map((v) => Math.min(n - 1, Math.max(0, cell(v)))) as [
        number,
        number,
      ]
      for (let y = y0; y <= y1; y++) {
        for (let x = x0; x <= x1; x++) {
          const [px, py] = [((x + 0.5) / n) * 2 * half - half, ((y + 0.5) / n) * 2 * half - half]
          const side = (p: Vector3, q: Vector3) => (q.x - p.x) * (py - p.y) - (q.y - p.y) * (px - p.x)
          const [s, t, u] = [side(a, b), side(b, c), side(c, a)]
          if ((s >= 0 && t >= 0 && u >= 0) || (s <= 0 && t <= 0 && u <= 0)) grid[y * n + x] = 1
        }
      }
    }
  })
  return grid.reduce((sum, v) => sum + v, 0) / grid.length
}

it.each(Gobo.shape.kind.options)('%s lets light through and holds light off, and lies across the light', (kind) => {
  const share = shade(kind)
  expect(share).toBeGreaterThan(0.1)
  expect(share).toBeLessThan(0.92)
  const size = new Box3().setFromObject(made(kind)).getSize(new Vector3())
  expect(size.z).toBeLessThan(0.5 * Math.max(size.x, size.y))
})

it('is as large as its scale says', () => {
  const width = (scale: number) => new Box3().setFromObject(made('grid', { scale })).getSize(new Vector3()).x
  expect(width(2)).toBeCloseTo(2 * width(1), 3)
})
