import type { MaskValue } from '../../../src/core/recipe'

const SIGMA = 1.4

/** The derivative of a Gaussian as Rhemann et al. take it: cut off where it falls under 1 %, of unit length (L2) in both dimensions together. */
function filters(): { smooth: Float64Array; slope: Float64Array; half: number } {
  const half = Math.ceil(SIGMA * Math.sqrt(-2 * Math.log(Math.sqrt(2 * Math.PI) * SIGMA * 0.01)))
  const at = Float64Array.from({ length: 2 * half + 1 }, (_, i) => i - half)
  const smooth = at.map((x) => Math.exp((-x * x) / (2 * SIGMA * SIGMA)) / (SIGMA * Math.sqrt(2 * Math.PI)))
  const slope = at.map((x, i) => (-x * (smooth[i] as number)) / (SIGMA * SIGMA))
  const length = Math.hypot(...smooth) * Math.hypot(...slope)
  return { smooth, slope: slope.map((v) => v / length), half }
}

const { smooth, slope, half } = filters()

/** Correlates along one axis; beyond the frame the outermost value goes on. */
function along(values: Float64Array, width: number, height: number, kernel: Float64Array, axis: 'x' | 'y'): Float64Array {
  const out = new Float64Array(values.length)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      let sum = 0
      for (let k = -half; k <= half; k++) {
        const j = axis === 'x' ? i - x + Math.min(width - 1, Math.max(0, x + k)) : Math.min(height - 1, Math.max(0, y + k)) * width + x
        sum += (kernel[k + half] as number) * (values[j] as number)
      }
      out[i] = sum
    }
  return out
}

/** Length of the gradient of alpha (0 to 1) at every pixel, by Gaussian derivatives of sigma 1.4. */
export function gradientOf({ data, width, height }: MaskValue): Float64Array {
  const alpha = Float64Array.from(data, (v) => v / 255)
  const across = along(along(alpha, width, height, smooth, 'y'), width, height, slope, 'x')
  const down = along(along(alpha, width, height, smooth, 'x'), width, height, slope, 'y')
  return across.map((v, i) => Math.hypot(v, down[i] as number))
}
