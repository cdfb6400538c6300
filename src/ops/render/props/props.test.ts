import { Box3, Mesh, MeshPhysicalMaterial, type Object3D, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { MadeKind, Prop } from '../../../core/scene/document'
import { propOf } from './index'

const material = new MeshPhysicalMaterial()
const sizes: [number, number, number][] = [
  [160, 60, 120],
  [60, 180, 60],
  [2000, 900, 40],
  [30, 3, 200],
]
const make = (kind: MadeKind, size: [number, number, number], more: object = {}) =>
  propOf(Prop.parse({ id: 'p', kind, at: [0, 0, 0], size, material: { kind: 'paper' }, ...more }), material)
const meshesOf = (prop: Object3D) => {
  const meshes: Mesh[] = []
  prop.traverse((part) => {
    if (part instanceof Mesh) meshes.push(part)
  })
  return meshes
}
const triangles = (prop: Object3D) =>
  meshesOf(prop).reduce((sum, { geometry }) => sum + (geometry.index?.count ?? geometry.getAttribute('position').count) / 3, 0)
const scattered = new Set(['pebbles', 'petals', 'leaves', 'ice', 'drops', 'citrus', 'berries', 'beans', 'sticks', 'pencils', 'confetti'])
/** Things that are less high than asked for by nature: a leaf lies down. */
const low = new Set(['petals', 'leaves', 'ice', 'drops', 'berries', 'beans', 'pebbles', 'citrus', 'pencils', 'confetti'])

describe.each(MadeKind.options)('%s', (kind) => {
  it.each(sizes)('stands on the ground and stays within %d x %d x %d mm', (...size) => {
    const box = new Box3().setFromObject(make(kind, size), true)
    const slack = 0.01 * Math.max(...size) + 0.05
    const span = box.getSize(new Vector3())
    expect(box.min.y).toBeGreaterThan(-0.05)
    expect(box.min.y).toBeLessThan(0.35)
    expect(box.max.y).toBeLessThan(size[1] + 0.05)
    expect(Math.max(-box.min.x, box.max.x)).toBeLessThan(size[0] / 2 + slack)
    expect(Math.max(-box.min.z, box.max.z)).toBeLessThan(size[2] / 2 + slack)
    if (!low.has(kind)) expect(span.y).toBeGreaterThan(size[1] * 0.97)
    if (!scattered.has(kind)) expect([span.x / size[0], span.z / size[2]].every((share) => share > 0.97)).toBe(true)
  })

  it.each(sizes)('is a clean mesh at %d x %d x %d mm', (...size) => {
    const prop = make(kind, size)
    for (const { geometry } of meshesOf(prop)) {
      const [position, normal, uv] = ['position', 'normal', 'uv'].map((name) => geometry.getAttribute(name))
      expect(position?.count).toBeGreaterThan(0)
      expect(normal?.count).toBe(position?.count)
      expect(uv?.count).toBe(position?.count)
      for (const attribute of [position, normal, uv]) expect(attribute?.array.every(Number.isFinite)).toBe(true)
      const n = new Vector3()
      let odd = 0
      for (let i = 0; i < (normal?.count ?? 0); i++) if (normal && Math.abs(n.fromBufferAttribute(normal, i).length() - 1) > 0.01) odd++
      expect(odd).toBe(0)
    }
  })

  it('faces outwards: its normals agree with its triangles', () => {
    let [with_, against] = [0, 0]
    const [a, b, c, n] = [new Vector3(), new Vector3(), new Vector3(), new Vector3()]
    for (const { geometry } of meshesOf(make(kind, [160, 60, 120]))) {
      const [position, normal, index] = [geometry.getAttribute('position'), geometry.getAttribute('normal'), geometry.index]
      for (let i = 0; i < (index?.count ?? position.count); i += 3) {
        const [p, q, r] = [0, 1, 2].map((k) => (index ? index.getX(i + k) : i + k)) as [number, number, number]
        a.fromBufferAttribute(position, p)
        b.fromBufferAttribute(position, q).sub(a)
        c.fromBufferAttribute(position, r).sub(a)
        b.cross(c)
        if (b.length() < 1e-4) continue
        n.set(0, 0, 0)
        for (const k of [p, q, r]) n.add(a.fromBufferAttribute(normal, k))
        if (n.dot(b) >= 0) with_++
        else against++
      }
    }
    expect(against / (with_ + against)).toBeLessThan(0.05)
  })

  it('costs few triangles', () => {
    expect(triangles(make(kind, [160, 60, 120]))).toBeLessThanOrEqual(scattered.has(kind) ? 20_000 : 3200)
    expect(triangles(make(kind, [160, 60, 120], { count: 200 }))).toBeLessThanOrEqual(20_000)
  })

  it('is the same for the same seed', () => {
    const bytes = (seed: number) =>
      meshesOf(make(kind, [160, 60, 120], { seed })).map(({ geometry }) => geometry.getAttribute('position').array)
    expect(bytes(7)).toEqual(bytes(7))
  })
})

it('turns about the vertical and stands at its place', () => {
  const box = new Box3().setFromObject(make('box', [100, 20, 40], { at: [30, 5, -10], turn: 90 }), true)
  expect(box.min.x).toBeCloseTo(10, 3)
  expect(box.max.x).toBeCloseTo(50, 3)
  expect(box.min.z).toBeCloseTo(-60, 3)
  expect(box.min.y).toBeCloseTo(5, 3)
})

it('strews another way for another seed', () => {
  const first = (seed: number) => (meshesOf(make('pebbles', [160, 20, 120], { seed }))[0] as Mesh).geometry.getAttribute('position').getX(0)
  expect(first(1)).not.toBe(first(2))
})
