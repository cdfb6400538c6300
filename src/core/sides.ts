import type { MaskValue } from './recipe'

export type Side = 'left' | 'top' | 'right' | 'bottom'

/** A product cuts a side when alpha is at least one half along this share of it: less is a stray pixel. */
const CUT = 0.01

/** The sides of a photo at which its product goes on beyond the frame. */
export function cutSides({ width, height, data }: MaskValue): Side[] {
  const along = (start: number, step: number, count: number) => {
    let solid = 0
    for (let i = 0; i < count; i++) if ((data[start + i * step] as number) >= 128) solid++
    return solid > count * CUT
  }
  const sides: [Side, boolean][] = [
    ['left', along(0, width, height)],
    ['top', along(0, 1, width)],
    ['right', along(width - 1, width, height)],
    ['bottom', along((height - 1) * width, 1, width)],
  ]
  return sides.filter(([, cut]) => cut).map(([side]) => side)
}
