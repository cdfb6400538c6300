import type { Form } from '../../core/scene/document'
import type { Outline } from '../../core/scene/standing'
import type { Profile } from './profile'

/** The simple form that a matte fits: a circle is a sphere, upright and alike on both sides a solid of revolution or a box, else inflated. */
export function formIn(profile: Profile, tilt: Outline['tilt']): Form {
  const { box, area } = profile
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  if (Math.abs(width / height - 1) < 0.08 && ellipseShare(profile) > 0.97) return { kind: 'sphere', depth: 1 }
  const { lopsided, upright } = symmetryOf(profile)
  const full = area / (width * height)
  const round = tilt !== null && tilt.sure > 0.4 && tilt.degrees > 2
  if (lopsided < 0.02 && full > 0.96 && !round) return { kind: 'box', depth: height > width * 1.2 ? 0.5 : 0.25 }
  if (lopsided < 0.04 && upright > 0.35 && (round || height > width)) return { kind: 'cylinder', depth: 1 }
  return { kind: 'inflated', depth: Math.min(0.4, (2 * inscribed(profile)) / width) }
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

/** How far the rows' middles stray from the axis (mean, in widths), and the share of rows that are as wide as most. */
function symmetryOf({ left, right, box }: Profile): { lopsided: number; upright: number } {
  const rows: { middle: number; width: number }[] = []
  for (let y = Math.ceil(box.top); y < Math.floor(box.bottom); y++) {
    const [l, r] = [left[y] as number, right[y] as number]
    if (r > l) rows.push({ middle: (l + r) / 2, width: r - l })
  }
  if (rows.length === 0) return { lopsided: 1, upright: 0 }
  const widest = median(rows.map(({ width }) => width))
  const axis = median(rows.map(({ middle }) => middle))
  const stray = rows.reduce((sum, { middle }) => sum + Math.abs(middle - axis), 0) / rows.length
  const upright = rows.filter(({ width }) => Math.abs(width - widest) < 0.05 * widest).length / rows.length
  return { lopsided: stray / (box.right - box.left), upright }
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] as number

/** Radius of the largest circle within, px, to a few percent: the chamfer distance (Borgefors 1986) in two passes. */
function inscribed({ solid, width, height }: Profile): number {
  const far = new Uint16Array(solid.length)
  let most = 0
  const at = (i: number) => far[i] as number
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      if (solid[i]) far[i] = Math.min(at(i - 1) + 3, at(i - width) + 3, at(i - width - 1) + 4, at(i - width + 1) + 4)
    }
  }
  for (let y = height - 2; y > 0; y--) {
    for (let x = width - 2, i = y * width + x; x > 0; x--, i--) {
      if (!solid[i]) continue
      far[i] = Math.min(at(i), at(i + 1) + 3, at(i + width) + 3, at(i + width + 1) + 4, at(i + width - 1) + 4)
      most = Math.max(most, at(i))
    }
  }
  return most / 3
}
