import { expect, it } from 'vitest'
import { type ChannelId, CustomSize } from '../../core/channels'
import { channelOf } from '../../core/channels/list'
import { PhotoDoc } from '../../core/project'
import { ops } from '../../ops'
import { channelRecipes } from './recipes'

const custom = CustomSize.parse({ width: 800, height: 800, format: 'png', background: null, fill: 0.9 })
const rights = { creator: 'Ann', copyright: '', description: '', taken: '', mining: null }
const saidFor = (id: ChannelId, said: typeof rights | null) => {
  const { file } = channelRecipes({ doc: PhotoDoc.parse({}), name: 'cup.jpg' }, channelOf(id, custom), said)
  return ops.encode.params.parse(file.steps.find(({ op }) => op === 'encode')?.params).rights
}

it('says of each file how that file was made, and nothing of one that carries no rights', () => {
  expect(saidFor('transparent', rights)).toEqual({ ...rights, source: 'algorithmicallyEnhanced' })
  for (const id of ['amazon-main', 'shopify', 'custom'] as const)
    expect(saidFor(id, rights)).toEqual({ ...rights, source: 'compositeCapture' })
  expect(saidFor('amazon-main', null)).toBeNull()
})

it('puts a product that is to be in layers over a sheet of its ground, by its name; alone where there is none', () => {
  const layers = (background: CustomSize['background']) => {
    const size = CustomSize.parse({ ...custom, format: 'psd', background })
    const { file } = channelRecipes({ doc: PhotoDoc.parse({}), name: 'Blue cup.jpg' }, channelOf('custom', size), null)
    const { op, params, in: from } = file.steps.at(-1) ?? {}
    return { op, names: (params as { names: string[] }).names, layers: from?.layers, flat: from?.flat }
  }
  expect(layers([9, 9, 9])).toEqual({
    op: 'layered',
    names: ['Background', 'Blue cup'],
    layers: [{ step: 'ground' }, { step: 'place' }],
    flat: { step: 'backdrop' },
  })
  expect(layers(null)).toEqual({ op: 'layered', names: ['Blue cup'], layers: [{ step: 'place' }], flat: { step: 'place' } })
})
