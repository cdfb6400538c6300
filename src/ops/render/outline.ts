import type { ImageValue } from '../../core/recipe'
import type { Outline } from '../../core/scene/standing'
import { contactIn, tiltIn } from './contact'
import { formIn } from './form'
import { profileOf } from './profile'

/** What a cutout (straight alpha) tells of the product: its box, what it stands on, the body it has. Throws the fault `no-product` where it is empty. */
export function outlineOf(cutout: ImageValue): Outline {
  const profile = profileOf(cutout)
  const { width, height, box } = profile
  const tilt = tiltIn(profile)
  return { width, height, box, ...contactIn(profile), tilt, form: formIn(profile, tilt) }
}
