import { transparent } from '../../../src/core/channels/shops'
import type { PhotoDoc } from '../../../src/core/project'
import type { Recipe } from '../../../src/core/recipe'
import { assessRecipe, channelRecipes, matteRecipe } from '../../../src/studios/cutout/recipes'

/**
 * What is measured: the opened photo, the cutout as the channel “Transparent PNG” gets it before it is encoded, the
 * network's matte, and what the app says of it.
 */
export function cutoutRecipes(doc: PhotoDoc): Readonly<Record<'photo' | 'cutout' | 'matte' | 'facts', Recipe>> {
  const { file } = channelRecipes({ doc, name: '' }, transparent, null)
  const first = (op: string) => file.steps.find((step) => step.op === op)?.id ?? ''
  return {
    photo: { ...file, out: first('decode') },
    cutout: { ...file, out: first('place') },
    matte: matteRecipe(doc),
    facts: assessRecipe(doc),
  }
}
