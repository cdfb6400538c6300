import { boxSums, type Size } from '../../core/sums'

/**
 * Moves and softens the whole edge, in place. `looser` and `softer` are thousandths of the longer side: alpha is dilated
 * (eroded when negative) by an octagon of that radius, then blurred by three box filters, which together are near a
 * Gaussian; a negative `softer` raises the contrast around one half by one for each unit.
 */
export function adjust(alpha: Uint8Array<ArrayBuffer>, size: Size, looser: number, softer: number): void {
  const unit = Math.max(size.width, size.height) / 1000
  if (looser !== 0) move(alpha, size, Math.abs(looser) * unit, looser > 0)
  if (softer > 0) blur(alpha, size, softer * unit)
  if (softer < 0) for (let i = 0; i < alpha.length; i++) alpha[i] = sharper(alpha[i] as number, 1 - softer)
}

const sharper = (a: number, gain: number) => Math.max(0, Math.min(255, 127.5 + gain * (a - 127.5) + (a > 127 ? 0.5 : 0)))

/** A cross in every second step and a square in the others make an octagon; a last step counts by the rest of the radius. */
function move(alpha: Uint8Array<ArrayBuffer>, size: Size, radius: number, outward: boolean): void {
  // An octagon of unit steps reaches 1 along the axes and 0.75 of two along the diagonals: near enough to a disc's 0.71.
  const steps = Math.ceil(radius)
  for (let i = 0; i < steps; i++) {
    const was = alpha.slice()
    step(was, alpha, size, outward, i % 2 === 1)
    const share = Math.min(1, radius - i)
    if (share < 1)
      for (let p = 0; p < alpha.length; p++) alpha[p] = (was[p] as number) + share * ((alpha[p] as number) - (was[p] as number)) + 0.5
  }
}

function step(from: Uint8Array, to: Uint8Array, { width, height }: Size, outward: boolean, corners: boolean): void {
  for (let y = 0; y < height; y++) {
    const above = y > 0 ? -width : 0
    const below = y + 1 < height ? width : 0
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const left = x > 0 ? -1 : 0
      const right = x + 1 < width ? 1 : 0
      let best = from[i] as number
      const see = (a: number) => {
        if (outward ? a > best : a < best) best = a
      }
      see(from[i + left] as number)
      see(from[i + right] as number)
      see(from[i + above] as number)
      see(from[i + below] as number)
      if (corners) {
        see(from[i + above + left] as number)
        see(from[i + above + right] as number)
        see(from[i + below + left] as number)
        see(from[i + below + right] as number)
      }
      to[i] = best
    }
  }
}

/** Three box filters whose variances add up to that of a Gaussian with this standard deviation in px. */
function blur(alpha: Uint8Array<ArrayBuffer>, size: Size, deviation: number): void {
  const reach = Math.max(1, Math.round((Math.sqrt(4 * deviation * deviation + 1) - 1) / 2))
  const ones = new Float32Array(alpha.length).fill(1)
  const counts = new Float32Array(alpha.length)
  boxSums(ones, size, reach, counts)
  let plane = Float32Array.from(alpha)
  for (let pass = 0; pass < 3; pass++) {
    const next = new Float32Array(alpha.length)
    boxSums(plane, size, reach, next)
    for (let i = 0; i < next.length; i++) next[i] = (next[i] as number) / (counts[i] as number)
    plane = next
  }
  for (let i = 0; i < alpha.length; i++) alpha[i] = (plane[i] as number) + 0.5
}
