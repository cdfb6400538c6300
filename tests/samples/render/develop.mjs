import { hash3 } from './noise.mjs'

/**
 * What a phone makes of the light: a little glare, exposure by a centre-weighted meter (`ev` stops on top), white balance left slightly
 * warm or cool, darker corners, grain, a film-like curve, light sharpening. Linear RGB in, 8-bit sRGB RGBA out.
 */
export function develop(
  linear,
  width,
  height,
  { ev = 0, balance = [1, 1, 1], vignette = 0.28, grain = 1.25, contrast = 0.35, saturation = 1.12 },
) {
  const n = width * height
  const gain = 2 ** ev * meter(linear, width, height)
  const glare = glareOf(linear, width, height, gain)
  const picture = new Float32Array(n * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      const fx = (x + 0.5) / width - 0.5
      const fy = (y + 0.5) / height - 0.5
      const corner = 1 - vignette * 2 * (fx * fx + fy * fy)
      for (let k = 0; k < 3; k++) {
        let c = (linear[i * 3 + k] * gain + glare[i * 3 + k]) * balance[k] * corner
        c += grain * gauss(x, y, k) * Math.sqrt(Math.max(0, c) * 0.00009 + 0.0000012)
        picture[i * 3 + k] = Math.max(0, c)
      }
    }
  }
  for (let i = 0; i < n; i++) curveOf(picture, i * 3, contrast, saturation)
  return sharpen(picture, width, height, 0.35)
}

/** Gain that brings the middle of the picture to a middle tone. */
function meter(linear, width, height) {
  let sum = 0
  let weight = 0
  for (let y = 0; y < height; y += 3) {
    for (let x = 0; x < width; x += 3) {
      const i = (y * width + x) * 3
      const d = Math.hypot(x / width - 0.5, y / height - 0.5)
      const w = Math.exp(-d * d * 6)
      sum += w * Math.log(0.01 + 0.25 * linear[i] + 0.65 * linear[i + 1] + 0.1 * linear[i + 2])
      weight += w
    }
  }
  return 0.3 / Math.exp(sum / weight)
}

/** Light from blown-out spots, scattered wide by the lens. */
function glareOf(linear, width, height, gain) {
  const small = 8
  const w = Math.ceil(width / small)
  const h = Math.ceil(height / small)
  let a = new Float32Array(w * h * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = (((y / small) | 0) * w + ((x / small) | 0)) * 3
      for (let k = 0; k < 3; k++) a[to + k] += Math.min(6, Math.max(0, linear[(y * width + x) * 3 + k] * gain - 0.9)) / (small * small)
    }
  }
  for (let round = 0; round < 3; round++) a = boxBlur(boxBlur(a, w, h, 1, 0), w, h, 0, 1)
  const out = new Float32Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fx = Math.min(w - 1.001, Math.max(0, x / small - 0.5))
      const fy = Math.min(h - 1.001, Math.max(0, y / small - 0.5))
      const ix = fx | 0
      const iy = fy | 0
      const tx = fx - ix
      const ty = fy - iy
      for (let k = 0; k < 3; k++) {
        const p = (iy * w + ix) * 3 + k
        out[(y * width + x) * 3 + k] =
          0.05 * ((a[p] * (1 - tx) + a[p + 3] * tx) * (1 - ty) + (a[p + w * 3] * (1 - tx) + a[p + w * 3 + 3] * tx) * ty)
      }
    }
  }
  return out
}

function boxBlur(a, w, h, sx, sy) {
  const out = new Float32Array(a.length)
  const r = Math.max(2, Math.round(w / 50))
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      for (let k = 0; k < 3; k++) {
        let sum = 0
        for (let d = -r; d <= r; d++) {
          const xx = Math.min(w - 1, Math.max(0, x + d * sx))
          const yy = Math.min(h - 1, Math.max(0, y + d * sy))
          sum += a[(yy * w + xx) * 3 + k]
        }
        out[(y * w + x) * 3 + k] = sum / (2 * r + 1)
      }
    }
  }
  return out
}

/** Sum of hashes, near enough to a normal distribution; red and blue are coarser (2 px), as after a phone's colour smoothing. */
function gauss(x, y, k) {
  const s = k === 1 ? 1 : 2
  const a = (x / s) | 0
  const b = (y / s) | 0
  const own = hash3(a, b, k + 11) + hash3(a, b, k + 21) + hash3(a, b, k + 31) - 1.5
  const shared = hash3(x, y, 41) + hash3(x, y, 51) + hash3(x, y, 61) - 1.5
  return own * 1.1 + shared * 1.7
}

const encode = (c) => (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055)

function curveOf(p, i, contrast, saturation) {
  const lum = 0.2126 * p[i] + 0.7152 * p[i + 1] + 0.0722 * p[i + 2]
  for (let k = 0; k < 3; k++) {
    const c = Math.max(0, lum + (p[i + k] - lum) * saturation)
    const film = encode(1 - Math.exp(-1.25 * c - 0.35 * c * c))
    p[i + k] = film + contrast * film * (1 - film) * (2 * film - 1) * (film < 0.5 ? 0.8 : 1)
  }
}

function sharpen(p, width, height, amount) {
  const out = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const x0 = Math.max(0, x - 1)
      const x1 = Math.min(width - 1, x + 1)
      const y0 = Math.max(0, y - 1)
      const y1 = Math.min(height - 1, y + 1)
      for (let k = 0; k < 3; k++) {
        const c = p[(y * width + x) * 3 + k]
        const around = p[(y * width + x0) * 3 + k] + p[(y * width + x1) * 3 + k] + p[(y0 * width + x) * 3 + k] + p[(y1 * width + x) * 3 + k]
        const edge = Math.max(-0.06, Math.min(0.06, c - around / 4))
        out[(y * width + x) * 4 + k] = (c + amount * edge) * 255
      }
      out[(y * width + x) * 4 + 3] = 255
    }
  }
  return out
}
