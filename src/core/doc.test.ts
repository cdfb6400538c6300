import { describe, expect, it } from 'vitest'
import { changeOf, sameDoc } from './doc'
import { PhotoDoc } from './project'

const plain = PhotoDoc.parse({})
const stroke = { act: 'select', to: 'keep', points: [[0.1, 0.2]], radius: 0.01 } as const
const scene = {
  camera: { distance: 1000, tilt: 10, focal: 85 },
  lights: [],
  environment: { kind: 'studio' as const },
  ground: { material: { kind: 'paper' as const } },
  backdrop: { kind: 'none' as const, colour: [255, 255, 255] },
  products: [{ id: 'hero', size: { by: 'height' as const, height: 100 } }],
}
const mended = PhotoDoc.parse({ repairs: [stroke] })

describe('a change of a document', () => {
  it('reaches the network only where the network’s matte is another one, or the frame', () => {
    for (const change of [{ cutout: 'best' }, { matte: 'a'.repeat(64) }, { turn: 1 }])
      expect(changeOf(plain, PhotoDoc.parse(change))).toBe('network')
  })

  it('reaches the picture through repairs, the edge and transparency', () => {
    for (const doc of [mended, PhotoDoc.parse({ edge: { looser: 1 } }), PhotoDoc.parse({ seeThrough: true })]) {
      expect(changeOf(plain, doc)).toBe('picture')
      expect(changeOf(doc, plain)).toBe('picture')
      expect(sameDoc(plain, doc)).toBe(false)
    }
    const moved = { ...mended, repairs: [{ ...stroke, points: [[0.1, 0.3]] as [number, number][] }] }
    expect(changeOf(mended, moved)).toBe('picture')
  })

  it('reaches the picture through the scene, and not through one that is the same', () => {
    const lit = PhotoDoc.parse({ scene })
    expect(changeOf(plain, lit)).toBe('picture')
    expect(changeOf(lit, PhotoDoc.parse({ scene: { ...scene, aspect: 1.5 } }))).toBe('picture')
    expect(sameDoc(lit, plain)).toBe(false)
    expect(sameDoc(lit, structuredClone(lit))).toBe(true)
  })

  it('is only words where nothing of the picture differs, also in a copy of it', () => {
    expect(changeOf(plain, { ...plain, sku: 'MUG', backdrop: [1, 2, 3] })).toBe('words')
    expect(sameDoc(plain, { ...plain, sku: 'MUG' })).toBe(false)
    expect(sameDoc(mended, structuredClone(mended))).toBe(true)
  })
})
