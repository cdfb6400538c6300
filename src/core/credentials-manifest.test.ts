import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChannelId } from './channels'
import { channelOf, channels } from './channels/list'
import type { Statement } from './credentials'
import { manifestOf, statementOf } from './credentials-manifest'
import { PhotoDoc } from './project'
import type { Hash } from './recipe'
import { DataMining, DigitalSource } from './rights'
import { z } from './schema'

const original = '0123456789abcdef'.repeat(4) as Hash
const Manifest = z.object({
  ingredients: z.tuple([z.object({ label: z.string(), relationship: z.string(), instance_id: z.string() }).loose()]),
  assertions: z.array(z.object({ label: z.string(), data: z.unknown() })),
})
const Action = z.object({
  action: z.string(),
  description: z.string().optional(),
  digitalSourceType: z.string().optional(),
  parameters: z.object({ ingredientIds: z.array(z.string()) }).optional(),
})

function read(statement: Statement) {
  const { ingredients, assertions } = Manifest.parse(manifestOf(statement, '0.2.0'))
  const data = (label: string) => assertions.find((one) => one.label === label)?.data
  return {
    photo: ingredients[0],
    actions: z.object({ actions: z.array(Action) }).parse(data('c2pa.actions.v2')).actions,
    training: data('cawg.training-mining') as { entries: Record<string, { use: string }> } | undefined,
  }
}
const says = (change: Partial<Statement> = {}) =>
  read({
    source: 'compositeCapture',
    original,
    turned: false,
    scale: 1,
    matte: 'network',
    mended: false,
    set: null,
    mining: null,
    ...change,
  })
const names = (actions: readonly { action: string }[]) => actions.map(({ action }) => action)

describe('what was done', () => {
  it('is a new picture into which the product of the photo was placed', () => {
    const { actions, photo } = says({ turned: true, scale: 0.4 })
    expect(names(actions)).toEqual(['c2pa.created', 'c2pa.placed', 'c2pa.edited', 'c2pa.orientation', 'c2pa.resized'])
    expect(actions[0]?.digitalSourceType).toMatch(/\/compositeCapture$/)
    expect(actions[1]?.parameters?.ingredientIds).toEqual([photo.label])
    expect(photo.relationship).toBe('componentOf')
  })

  it('is the photo itself, opened and edited, where it stands in its own frame', () => {
    const { actions, photo } = says({ source: 'algorithmicallyEnhanced' })
    expect(names(actions)).toEqual(['c2pa.opened', 'c2pa.edited'])
    expect(actions[0]?.parameters?.ingredientIds).toEqual([photo.label])
    expect(actions[1]?.digitalSourceType).toMatch(/\/algorithmicallyEnhanced$/)
    expect(photo.relationship).toBe('parentOf')
  })

  it('tells of a rendered set, of products of other photos in it and of its light on them', () => {
    const hero = { id: 'hero', size: { by: 'height' as const, height: 100 } }
    const scene = {
      camera: { distance: 1000, tilt: 10, focal: 85 },
      lights: [],
      environment: { kind: 'studio' },
      ground: { material: { kind: 'paper' } },
      backdrop: { kind: 'none', colour: [255, 255, 255] },
      products: [hero, { ...hero, id: 'other', photo: 'photo-2', relight: 0.3 }],
    }
    const doc = PhotoDoc.parse({ scene })
    const told = (id: ChannelId) => {
      const { actions } = read(statementOf(doc, original, channelOf(id, null).output, 0.5, null))
      return { text: JSON.stringify(actions), names: names(actions), source: actions[0]?.digitalSourceType }
    }
    expect(told('etsy').text).toMatch(/set that was rendered.*other photographed products \(1\)/)
    expect(told('etsy').names).toContain('c2pa.color_adjustments')
    expect(told('etsy').source).toMatch(/\/composite$/)
    for (const id of ['amazon-main', 'transparent'] as const) {
      expect(told(id).text).not.toMatch(/rendered/)
      expect(told(id).names).not.toContain('c2pa.color_adjustments')
    }
  })

  it('is told of every channel as its rights fields tell it', () => {
    for (const { output } of channels) {
      const { source } = statementOf(PhotoDoc.parse({}), original, output, 1, null)
      expect(says({ source }).actions.flatMap(({ digitalSourceType }) => digitalSourceType ?? [])).toEqual([
        `http://cv.iptc.org/newscodes/digitalsourcetype/${source}`,
      ])
    }
  })
})

const USES = ['cawg.ai_generative_training', 'cawg.ai_inference', 'cawg.ai_training', 'cawg.data_mining']

describe('AI training and data mining', () => {
  it('is not mentioned where the seller prohibits nothing', () => expect(says().training).toBeUndefined())

  it('is not allowed, for each of the four uses, where training is prohibited', () => {
    const entries = says({ mining: 'DMI-PROHIBITED-AIMLTRAINING' }).training?.entries ?? {}
    expect(Object.keys(entries).sort()).toEqual(USES)
    expect(Object.values(entries)).toEqual(USES.map(() => ({ use: 'notAllowed' })))
  })

  it('lets search engines index where the XMP does', () => {
    const { 'cawg.data_mining': mining, ...rest } = says({ mining: 'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING' }).training?.entries ?? {}
    expect(mining).toMatchObject({ use: 'constrained', constraint_info: expect.stringMatching(/search engines/) })
    expect(Object.values(rest)).toEqual(USES.slice(0, 3).map(() => ({ use: 'notAllowed' })))
  })
})

it('names the photo by its hash alone, never claims that anything was generated, and tells nothing that is private', () => {
  const secret = 'Sommer in Sülz'
  fc.assert(
    fc.property(
      fc.record({
        cutout: fc.constantFrom('best' as const, 'fast' as const, `own:${'f'.repeat(64)}` as const),
        matte: fc.constantFrom(null, 'e'.repeat(64)),
        turn: fc.constantFrom(0 as const, 1 as const),
      }),
      fc.constantFrom(...channels),
      fc.constantFrom(null, ...DataMining.options),
      fc.double({ min: 0.01, max: 4, noNaN: true }),
      (doc, { output }, mining, scale) => {
        const statement = statementOf(PhotoDoc.parse({ ...doc, sku: secret }), original, output, scale, mining)
        const text = JSON.stringify(manifestOf(statement, '0.2.0'))
        expect(read(statement).photo.instance_id).toBe(`nih:sha-256;${original}`)
        expect(text).not.toMatch(/trainedAlgorithmicMedia|compositeSynthetic|algorithmicMedia/i)
        for (const told of [secret, 'e'.repeat(64), 'f'.repeat(64), 'thumbnail"', '"title"']) expect(text).not.toContain(told)
        const types = [...text.matchAll(/digitalsourcetype\/(\w+)/g)].map(([, type]) => type)
        expect(types.every((type) => DigitalSource.safeParse(type).success)).toBe(true)
      },
    ),
  )
})
