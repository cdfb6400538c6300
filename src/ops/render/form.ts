import type { Form } from '../../core/scene/document'
import type { Outline } from '../../core/scene/standing'
import type { Contour } from './contour'
import { farFrom } from './distance'
import type { Profile } from './profile'

/** Rows' middles that stray from the axis by less than this share of the width are those of a turned body, whatever its contour. */
const TURNED = 0.003
/** Of upright sides so much will do. */
const UPRIGHT = 0.01

/**
 * The simple form that a matte fits: a circle is a sphere, a rectangle without a round base a box, what is alike on both sides a solid of
 * revolution; else inflated, as deep as the largest circle within is wide, up to what cloth and shoes have.
 */
export function formIn(profile: Profile, contour: Contour, tilt: Outline['tilt']): Form {
  const { box, area } = profile
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  if (Math.abs(width / height - 1) < 0.08 && ellipseShare(profile) > 0.97) return { kind: 'sphere', depth: 1 }
  const round = tilt !== null && tilt.sure > 0.4 && tilt.degrees > 2
  if (area / (width * height) > 0.96 && !round) return { kind: 'box', depth: height > width * 1.2 ? 0.5 : 0.25 }
  const turned = contour.stray < TURNED || (contour.core < UPRIGHT && upright(contour))
  if (turned && contour.winged < 0.02) return { kind: 'cylinder', depth: 1 }
  return { kind: 'inflated', depth: Math.min(0.4, (2 * inscribed(profile)) / width) }
}

/** Whether most rows are as wide as the widest ones: a can or a mug, not a shirt with its sleeves. */
function upright({ left, right }: Contour): boolean {
  const widths = Array.from(left, (l, y) => l + (right[y] as number))
    .filter((width) => width > 0)
    .sort((a, b) => a - b)
  const usual = widths[Math.floor(widths.length * 0.6)] as number
  const most = widths[Math.floor(widths.length * 0.98)] as number
  return most < usual * 1.12 && widths.filter((width) => Math.abs(width - usual) < 0.05 * usual).length > widths.length / 2
}

/** Intersection over union with the ellipse that fills the box. */
function ellipseShare({ solid, width, height, box }: Profile): number {
  const [cx, cy] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  const [a, b] = [(box.right - box.left) / 2, (box.bottom - box.top) / 2]
  let [both, any] = [0, 0]
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const within = ((x + 0.5 - cx) / a) ** 2 + ((y + 0.5 - cy) / b) ** 2 <= 1
      if (within && solid[i]) both++
      if (within || solid[i]) any++
    }
  }
  return both / any
}

/** Radius of the largest circle within, px. */
function inscribed({ solid, width, height }: Profile): number {
  return farFrom(
    solid.map((s) => 1 - s),
    width,
    height,
  ).reduce((a, b) => Math.max(a, b), 0)
}
