import { expect, it } from 'vitest'
import { sceneOf } from '../../../tests/support/scenes'
import { filesOfScene, keptScene } from './files'

const size = { by: 'height', height: 100 } as const
const scene = sceneOf({
  backdrop: { kind: 'plate', photo: 'plate', horizon: 0.5 },
  products: [
    { id: 'a', size, form: { kind: 'depth', depth: 0.5, map: 'map' } },
    { id: 'b', size, form: { kind: 'box', depth: 0.5 } },
  ],
})

it('a scene names its files, and keeps all of itself but what was made of those that are gone', () => {
  expect(filesOfScene(scene)).toEqual(['plate', 'map'])
  expect(keptScene(scene, () => true)).toEqual(scene)
  const without = keptScene(scene, (file) => file === 'plate')
  expect(without.products.map(({ form }) => form?.kind)).toEqual([undefined, 'box'])
  expect(without.backdrop).toEqual(scene.backdrop)
  expect(filesOfScene(keptScene(scene, () => false))).toEqual([])
})
