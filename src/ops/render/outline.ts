import type { ImageValue } from '../../core/recipe'
import type { Outline, Spot } from '../../core/scene/standing'
import { contactIn } from './contact'
import { contourOf } from './contour'
import { formIn } from './form'
import { type Profile, profileOf } from './profile'
import { tiltIn } from './tilt'

/** What a cutout (straight alpha) tells of the product: its box, what it stands on, the body it has. Throws the fault `no-product` where it is empty. */
export function outlineOf(cutout: ImageValue, profile: Profile = profileOf(cutout)): Outline {
  const { factor, box } = profile
  const contour = contourOf(profile)
  const tilt = tiltIn(profile, contour)
  const { contact, stands } = contactIn(profile)
  const full = ([x, y]: Spot): Spot => [x * factor, y * factor]
  return {
    width: cutout.width,
    height: cutout.height,
    box: {
      left: box.left * factor,
      top: box.top * factor,
      right: Math.min(cutout.width, box.right * factor),
      bottom: Math.min(cutout.height, box.bottom * factor),
    },
    contact: [full(contact[0]), full(contact[1])],
    stands,
    tilt,
    form: formIn(profile, contour, tilt),
  }
}
