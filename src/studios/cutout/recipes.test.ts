import { expect, it } from 'vitest'
import { type ChannelId, CustomSize } from '../../core/channels'
import { channelOf } from '../../core/channels/list'
import { PhotoDoc } from '../../core/project'
import { ops } from '../../ops'
import { channelRecipes } from './recipes'

const custom = CustomSize.parse({ width: 800, height: 800, format: 'png', background: null, fill: 0.9 })
const rights = { creator: 'Ann', copyright: '', description: '', taken: '', mining: null }
const saidFor = (id: ChannelId, said: typeof rights | null) => {
  const { file } = channelRecipes(PhotoDoc.parse({}), channelOf(id, custom), said)
  return ops.encode.params.parse(file.steps.find(({ op }) => op === 'encode')?.params).rights
}

it('says of each file how that file was made, and nothing of one that carries no rights', () => {
  expect(saidFor('transparent', rights)).toEqual({ ...rights, source: 'algorithmicallyEnhanced' })
  for (const id of ['amazon-main', 'shopify', 'custom'] as const)
    expect(saidFor(id, rights)).toEqual({ ...rights, source: 'compositeCapture' })
  expect(saidFor('amazon-main', null)).toBeNull()
})
