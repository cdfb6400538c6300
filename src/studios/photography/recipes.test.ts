import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainFile } from '../../../tests/support/photos'
import { sceneOf as plainSet, type Sketch } from '../../../tests/support/scenes'
import { channelOf } from '../../core/channels/list'
import { PhotoDoc } from '../../core/project'
import { type Hash, listOf, type Recipe, type Step } from '../../core/recipe'
import { Scene } from '../../core/scene/document'
import { plateOf } from '../../core/scene/plate'
import { type Cast, companionsIn, type Sitter, sceneFileRecipes, sceneFiles, sceneRecipe, sceneThumbRecipe } from './recipes'
import { frameOf, sideFor, within } from './sizes'

const hero = { id: 'hero', size: { by: 'height', height: 100 } } as const
const sceneOf = (products: Sketch['products'] = [hero], aspect = 1) =>
  plainSet({ aspect, camera: { distance: 1000, tilt: 0, focal: 36 }, products })
const hash = (letter: string) => letter.repeat(64) as Hash
const sitter = (letter: string, doc: Partial<PhotoDoc> = {}, side = 4000): Sitter => ({
  name: `${letter}.jpg`,
  file: hash(letter),
  doc: PhotoDoc.parse(doc),
  facts: plainFile(side, side / 2),
  matte: { area: 0.2, box: [0.25, 0.25, 0.75, 0.75], uncertain: 0, confidence: null, look: [] },
})
const group = sceneOf([hero, { ...hero, id: 'friend', photo: 'b' }, { ...hero, id: 'again' }])
const cast: Cast = { own: sitter('a'), companions: new Map([['b', sitter('b', { turn: 1, matte: hash('c') })]]) }
const frame = { width: 1000, height: 1000 }
const rights = { creator: 'Ann', copyright: '', description: '', taken: '', mining: null }

const called = ({ steps }: Recipe, id: string) => steps.find((step) => step.id === id) as Step
/** All that a step is made of, by operation and params, from the files on. */
function behind({ steps }: Recipe, id: string): string {
  const step = steps.findLast((one) => one.id === id) as Step
  const inputs = Object.values(step.in).flatMap(listOf)
  return JSON.stringify([
    step.op,
    step.params,
    inputs.map((source) => ('step' in source ? behind({ steps: steps.slice(0, steps.indexOf(step)), out: '' }, source.step) : source)),
  ])
}

describe('a scene', () => {
  it('gets one cutout for each of its products, in their order, each of its own photo and document', () => {
    const recipe = sceneRecipe(group, cast, frame)
    const products = listOf(called(recipe, 'render').in.products ?? [])
    const made = products.map((source) => ('step' in source ? behind(recipe, source.step) : ''))
    expect(made.length).toBe(3)
    expect(made[0]).toBe(made[2])
    expect(made[0]).toMatch(/slot.{1,9}:.{1,9}photo/)
    expect(made[1]).toContain(hash('b'))
    expect(made[1]).toContain(hash('c'))
    expect(made[1]).not.toContain('slot')
  })

  it('corrects the light of those photos that it says so of, and of no other', () => {
    const balance = { exposure: 0.5, warmth: -1, green: 0 }
    const scene = sceneOf([hero, { ...hero, id: 'friend', photo: 'b', balance }])
    const corrected = (recipe: Recipe, id: string) =>
      listOf(called(recipe, id).in.products ?? []).map((source) => ('step' in source ? called(recipe, source.step) : null)?.params)
    expect(corrected(sceneRecipe(scene, cast, frame), 'render')[1]).toEqual({ balance })
    expect(sceneRecipe(scene, cast, frame).steps.filter(({ op }) => op === 'balance').length).toBe(1)
    expect(sceneRecipe(group, cast, frame).steps.every(({ op }) => op !== 'balance')).toBe(true)
    const { facts } = sceneFileRecipes(sceneOf([{ ...hero, balance }]), cast, channelOf('etsy', null), null)
    for (const id of ['render', 'standing']) expect(corrected(facts, id)).toEqual([{ balance }])
  })

  it('hands over depth maps after the plate, and a mask for each product that has one, turned as its photo is', () => {
    const stroke = { act: 'paint', to: 'keep', points: [[0.5, 0.5]], radius: 0.1, hardness: 1, opacity: 1 } as const
    const scene = sceneOf([
      { ...hero, form: { kind: 'depth', depth: 0.5, map: hash('e') } },
      { ...hero, id: 'friend', photo: 'b', mask: { from: 'nothing', strokes: [{ ...stroke, points: [[0.5, 0.5]] }] } },
    ])
    const recipe = sceneRecipe(scene, cast, frame)
    const { products, masks } = called(recipe, 'render').in
    const made = [...listOf(products ?? []), ...listOf(masks ?? [])].map((source) => ('step' in source ? behind(recipe, source.step) : ''))
    expect(made.length).toBe(4)
    expect(made[2]).toContain(hash('e'))
    expect(made[3]?.replaceAll('\\', '')).toMatch(/^\["turn".*"mend".*"blank",\{"alpha":0\}/)
    expect(sceneFiles(scene, cast)).toContain(hash('e'))
    const { facts } = sceneFileRecipes(scene, cast, channelOf('etsy', null), null)
    expect(called(facts, 'standing').in.masks).toBeUndefined()
  })

  it('names the files behind it, and the photos that it needs beside its own', () => {
    expect(companionsIn(PhotoDoc.parse({ scene: group }))).toEqual(['b'])
    expect(companionsIn(PhotoDoc.parse({}))).toEqual([])
    expect(sceneFiles(group, cast).sort()).toEqual([hash('a'), hash('b'), hash('c')])
  })

  it('before a photo of the seller’s reads that photo after its products', () => {
    const scene = { ...group, backdrop: plateOf(hash('d'), { width: 800, height: 800, focal: null }) }
    const recipe = sceneRecipe(scene, cast, frame)
    const plate = listOf(called(recipe, 'render').in.products ?? [])[3]
    expect(plate && 'step' in plate && behind(recipe, plate.step)).toMatch(/^\["resize",\{"maxSide":2000\}.*d{64}/)
    expect(sceneFiles(scene, cast)).toContain(hash('d'))
  })

  it('with 3D files reads each of them once, and hands one to each prop that is it', () => {
    const prop = (id: string, file: string) => ({
      id,
      kind: 'model',
      at: [0, 0, 0],
      size: [9, 9, 9],
      material: { kind: 'paper' },
      model: { file, title: id },
    })
    const plain = { id: 'x', kind: 'box', at: [0, 0, 0], size: [9, 9, 9], material: { kind: 'paper' } }
    const scene = Scene.parse({ ...group, props: [prop('one', hash('d')), plain, prop('two', hash('e')), prop('three', hash('d'))] })
    const recipe = sceneRecipe(scene, cast, frame)
    const models = listOf(called(recipe, 'render').in.models ?? []).map((source) => ('step' in source ? source.step : ''))
    expect(models.map((id) => behind(recipe, id).replace(/.*([de]{64}).*/, '$1'))).toEqual([hash('d'), hash('e'), hash('d')])
    expect(recipe.steps.filter(({ op }) => op === 'mesh')).toHaveLength(2)
    expect(sceneFiles(scene, cast)).toEqual(expect.arrayContaining([hash('d'), hash('e')]))
    expect(called(sceneRecipe(group, cast, frame), 'render').in.models).toBeUndefined()
  })

  it('that lacks a photo says what to do about it', () => {
    const alone: Cast = { ...cast, companions: new Map() }
    const gone: Cast = { ...cast, companions: new Map([['b', { ...sitter('b'), file: null }]]) }
    for (const without of [alone, gone])
      for (const make of [
        () => sceneRecipe(group, without, frame),
        () => sceneThumbRecipe(group, without),
        () => sceneFileRecipes(group, without, channelOf('etsy', null), null),
        () => sceneFiles(group, without),
      ])
        expect(make).toThrow(/companion-gone.*take the product out of the scene/)
  })

  it('becomes a file of the channel’s own size, format and rights, and is asked for no colour of its background', () => {
    const channel = channelOf('etsy', null)
    const { file, facts } = sceneFileRecipes(group, cast, channel, rights, 1000)
    expect(called(file, 'render').params).toMatchObject({ ...(channel.output.frame as object), samples: 256, layer: 'all' })
    const source = 'composite'
    expect(called(file, file.out).params).toMatchObject({
      format: 'jpeg',
      maxBytes: (channel.output.maxBytes ?? 0) - 1000,
      rights: { source },
    })
    expect(called(facts, facts.out)).toMatchObject({ op: 'measure', params: { colour: 'any' } })
    expect(called(facts, 'standing').params).toMatchObject({ layer: 'products', scene: { products: [{ id: 'hero' }] } })
    expect(sceneFileRecipes(group, cast, channel, null).file.steps.at(-1)?.params).toMatchObject({ rights: null })
  })

  it('becomes a file in layers: the bare set, the shadow, and each product by its name, the farthest first', () => {
    const far = { ...hero, id: 'far', photo: 'b', at: [0, 0, -200] as [number, number, number] }
    const named: Cast = {
      own: { ...sitter('a', { sku: 'MUG-1' }), name: 'IMG_1.jpg' },
      companions: new Map([['b', { ...sitter('b'), name: 'Vase.blue.jpg' }]]),
    }
    const { file, facts } = sceneFileRecipes(sceneOf([hero, far]), named, channelOf('layered', null), null)
    const written = called(file, file.out)
    expect(written.op).toBe('layered')
    expect(written.params).toMatchObject({ names: ['Background', 'Shadow', 'Vase.blue', 'MUG-1'] })
    const [bare, shade, ...products] = listOf(written.in.layers ?? []).map((source) => called(file, 'step' in source ? source.step : ''))
    expect(bare?.params).toMatchObject({ layer: 'bare' })
    expect(shade).toMatchObject({ op: 'shadow', in: { bare: { step: bare?.id } } })
    expect(products.map((one) => one.params)).toMatchObject([
      { layer: 'products', only: 1 },
      { layer: 'products', only: 0 },
    ])
    const large = { width: 8000, height: 8000, format: 'psd', background: 'doc', fill: 0.9 } as const
    const many = sceneOf(Array.from({ length: 6 }, (_, i) => ({ ...hero, id: `${i}` })))
    expect(() => sceneFileRecipes(many, cast, channelOf('custom', large), null)).toThrow(/too-many-layers.*smaller size/)
    // What is measured is what the layers show together.
    expect(called(facts, facts.out).in.canvas).toEqual(written.in.flat)
  })
})

describe('sizes', () => {
  it('keep the shape, and stay within what was asked for', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 5, noNaN: true }), fc.integer({ min: 100, max: 8000 }), (aspect, longest) => {
        const made = frameOf({ aspect }, longest)
        expect(Math.max(made.width, made.height)).toBe(longest)
        expect(Math.abs(made.width - made.height * aspect)).toBeLessThanOrEqual(0.5 * Math.max(1, aspect) + 1e-9)
        const less = within(made, 2048)
        expect(Math.max(less.width, less.height)).toBe(Math.min(longest, 2048))
      }),
    )
  })

  it('of cutouts are once to twice what is seen of them, or the photo’s own', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 2000 }),
        fc.integer({ min: 300, max: 8000 }),
        fc.integer({ min: 1, max: 4 }),
        (height, side, times) => {
          const photo = sitter('a', {}, side)
          const scene = sceneOf([{ ...hero, size: { by: 'height', height } }])
          const made = sideFor(scene, scene.products[0] as (typeof scene.products)[0], photo, frame, times)
          // The lens sees 1 mm at 1,000 mm as one px of the frame; half of the photo's height is product.
          const seen = height
          const cutout = ((made ?? side) / side) * (side / 4)
          // Larger than asked for are only the least, and a photo's own size in place of more than 4,096 px.
          if (made !== 256 && seen * times * 4 < 4090) expect(cutout).toBeLessThanOrEqual(seen * times * 2.01)
          if (made !== null) {
            expect(cutout).toBeGreaterThanOrEqual(seen * times * 0.99)
            expect(made).toBeLessThan(side)
          }
        },
      ),
    )
  })

  it('of cutouts stay as they are while a product is moved a little', () => {
    const at = (x: number) => {
      const scene = sceneOf([{ ...hero, at: [x, 0, x / 10] }])
      return sideFor(scene, scene.products[0] as (typeof scene.products)[0], sitter('a'), frame, 1)
    }
    expect(new Set([0, 5, 10, 15, 20].map(at)).size).toBe(1)
  })
})
