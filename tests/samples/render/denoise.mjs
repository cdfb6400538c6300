import { FILM_STRIDE } from './film.mjs'
import { smoothstep } from './noise.mjs'

const TAPS = [1 / 16, 1 / 4, 3 / 8, 1 / 4, 1 / 16]

/**
 * Smooths what few samples left grainy: light and colour are parted by the albedo, then the light is filtered in widening rings
 * (à-trous) that stop at changes of normal, distance, albedo, and at brightness steps larger than the pixel's own noise.
 * What the lens blurs anyway may be smoothed as far as its circle of confusion, whatever the edges say.
 * `view` is the camera the film was exposed with, `longSide` the whole picture's. Returns linear RGB, 3 numbers a pixel.
 */
export function denoise(film, width, height, rounds, view, longSide = Math.max(width, height)) {
  const n = width * height
  let light = new Float32Array(n * 3)
  let next = new Float32Array(n * 3)
  let variance = new Float32Array(n)
  let nextVariance = new Float32Array(n)
  for (let i = 0; i < n; i++) {
    const f = i * FILM_STRIDE
    let mean = 0
    for (let k = 0; k < 3; k++) {
      const a = film[f + 3 + k] + 0.03
      light[i * 3 + k] = film[f + k] / a
      mean += a / 3
    }
    variance[i] = film[f + 10] / (mean * mean)
  }
  variance = spread(variance, width, height)
  const blur = new Float32Array(n)
  const pixelsPerCm = longSide / (2 * Math.tan((view.fov * Math.PI) / 360))
  for (let i = 0; i < n; i++) {
    const t = film[i * FILM_STRIDE + 9]
    blur[i] = view.lens * Math.abs(1 / view.focus - 1 / t) * pixelsPerCm
  }
  for (let round = 0; round < rounds; round++) {
    const step = 1 << round
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) filterPixel(film, light, variance, blur, next, nextVariance, x, y, step, width, height)
    }
    ;[light, next] = [next, light]
    ;[variance, nextVariance] = [nextVariance, variance]
  }
  for (let i = 0; i < n; i++) for (let k = 0; k < 3; k++) light[i * 3 + k] *= film[i * FILM_STRIDE + 3 + k] + 0.03
  return light
}

function filterPixel(film, light, variance, blur, next, nextVariance, x, y, step, width, height) {
  const i = y * width + x
  const f = i * FILM_STRIDE
  const l0 = 0.3 * light[i * 3] + 0.6 * light[i * 3 + 1] + 0.1 * light[i * 3 + 2]
  const tolerance = 1 / (2.2 * Math.sqrt(variance[i]) + 0.004 * l0 + 1e-4)
  const soft = smoothstep(2, 5, blur[i] / step)
  let r = 0
  let g = 0
  let b = 0
  let w0 = 0
  let v = 0
  for (let dy = -2; dy <= 2; dy++) {
    const yy = y + dy * step
    if (yy < 0 || yy >= height) continue
    for (let dx = -2; dx <= 2; dx++) {
      const xx = x + dx * step
      if (xx < 0 || xx >= width) continue
      const j = yy * width + xx
      const q = j * FILM_STRIDE
      let w = TAPS[dx + 2] * TAPS[dy + 2]
      if (j !== i) {
        const nx = film[f + 6] - film[q + 6]
        const ny = film[f + 7] - film[q + 7]
        const nz = film[f + 8] - film[q + 8]
        const ar = film[f + 3] - film[q + 3]
        const ag = film[f + 4] - film[q + 4]
        const ab = film[f + 5] - film[q + 5]
        const dist = Math.abs(film[f + 9] - film[q + 9]) / (film[f + 9] * 0.01 * step)
        const l = 0.3 * light[j * 3] + 0.6 * light[j * 3 + 1] + 0.1 * light[j * 3 + 2]
        const stop = (nx * nx + ny * ny + nz * nz) * 24 + (ar * ar + ag * ag + ab * ab) * 60 + dist * 0.7 + Math.abs(l - l0) * tolerance
        const alike = Math.abs(blur[j] - blur[i]) / (blur[i] + 0.5)
        w *= Math.exp(-stop * (1 - 0.95 * soft) - soft * alike * alike * 30)
      }
      r += w * light[j * 3]
      g += w * light[j * 3 + 1]
      b += w * light[j * 3 + 2]
      v += w * w * variance[j]
      w0 += w
    }
  }
  next[i * 3] = r / w0
  next[i * 3 + 1] = g / w0
  next[i * 3 + 2] = b / w0
  nextVariance[i] = v / (w0 * w0)
}

/** 3 x 3 mean: a single pixel's guess at its own noise is itself too noisy. */
function spread(a, width, height) {
  const out = new Float32Array(a.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0
      let count = 0
      for (let yy = Math.max(0, y - 1); yy <= Math.min(height - 1, y + 1); yy++) {
        for (let xx = Math.max(0, x - 1); xx <= Math.min(width - 1, x + 1); xx++) {
          sum += a[yy * width + xx]
          count++
        }
      }
      out[y * width + x] = sum / count
    }
  }
  return out
}
