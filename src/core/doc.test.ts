import { describe, expect, it } from 'vitest'
import { changeOf, sameDoc } from './doc'
import { PhotoDoc } from './project'

const plain = PhotoDoc.parse({})
const stroke = { act: 'select', to: 'keep', points: [[0.1, 0.2]], radius: 0.01 } as const
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

  it('is only words where nothing of the picture differs, also in a copy of it', () => {
    expect(changeOf(plain, { ...plain, sku: 'MUG', backdrop: [1, 2, 3] })).toBe('words')
    expect(sameDoc(plain, { ...plain, sku: 'MUG' })).toBe(false)
    expect(sameDoc(mended, structuredClone(mended))).toBe(true)
  })
})
