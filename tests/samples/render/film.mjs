import { Spread } from './sampling.mjs'
import { makeTracer } from './trace.mjs'

/** Numbers per pixel on the film: colour 3, albedo 3, normal 3, distance, variance of the mean of the colour's luminance. */
export const FILM_STRIDE = 11

/** Renders tiles of a picture: a thin lens at `eye` looking at `target`; every pixel gets `few` samples and, where noisy, up to `many`. */
export function makeFilm(world, view, { width, height, few, many }) {
  const spread = new Spread()
  const trace = makeTracer(world, spread)
  const out = new Float64Array(10)
  const forward = normal(view.target.map((c, i) => c - view.eye[i]))
  const right = normal([-forward[2], 0, forward[0]])
  const roll = ((view.roll ?? 0) * Math.PI) / 180
  const up0 = [
    right[1] * forward[2] - right[2] * forward[1],
    right[2] * forward[0] - right[0] * forward[2],
    right[0] * forward[1] - right[1] * forward[0],
  ]
  const side = right.map((c, i) => c * Math.cos(roll) + up0[i] * Math.sin(roll))
  const up = up0.map((c, i) => c * Math.cos(roll) - right[i] * Math.sin(roll))
  const scale = (2 * Math.tan((view.fov * Math.PI) / 360)) / Math.max(width, height)
  const focus = view.focus

  function shoot(px, py, index) {
    spread.begin(px, py, index)
    spread.pair()
    // A tent filter about two pixels wide: no hard edges, as behind a phone's lens.
    const jx = px + 0.5 + tent(spread.x) - width / 2
    const jy = height / 2 - (py + 0.5 + tent(spread.y))
    spread.pair()
    const r = view.lens * Math.sqrt(spread.x)
    const a = 2 * Math.PI * spread.y
    const lx = r * Math.cos(a)
    const ly = r * Math.sin(a)
    const fx = jx * scale * focus - lx
    const fy = jy * scale * focus - ly
    const dx = side[0] * fx + up[0] * fy + forward[0] * focus
    const dy = side[1] * fx + up[1] * fy + forward[1] * focus
    const dz = side[2] * fx + up[2] * fy + forward[2] * focus
    const l = 1 / Math.hypot(dx, dy, dz)
    trace(
      view.eye[0] + side[0] * lx + up[0] * ly,
      view.eye[1] + side[1] * lx + up[1] * ly,
      view.eye[2] + side[2] * lx + up[2] * ly,
      dx * l,
      dy * l,
      dz * l,
      out,
    )
  }

  return function tile(film, x0, y0, size) {
    const sum = new Float64Array(10)
    for (let y = y0; y < Math.min(height, y0 + size); y++) {
      for (let x = x0; x < Math.min(width, x0 + size); x++) {
        sum.fill(0)
        let n = 0
        let mean = 0
        let m2 = 0
        let want = few
        while (n < want) {
          shoot(x, y, n)
          if (!Number.isFinite(out[0] + out[1] + out[2]))
            throw new Error(`a ray of pixel ${x},${y} brought no number back: the scene holds a broken shape or material`)
          for (let k = 0; k < 10; k++) sum[k] += out[k]
          // Noise is judged as the eye sees it: after a curve that flattens highlights.
          const lum = 0.3 * out[0] + 0.6 * out[1] + 0.1 * out[2]
          n++
          const delta = lum - mean
          mean += delta / n
          m2 += delta * (lum - mean)
          if (n === want && want < many) {
            const error = Math.sqrt(m2 / (n - 1) / n) / (mean + 0.05)
            if (error > 0.06) want = Math.min(many, want * 2)
          }
        }
        const at = (y * width + x) * FILM_STRIDE
        for (let k = 0; k < 10; k++) film[at + k] = sum[k] / n
        film[at + 10] = m2 / Math.max(1, n - 1) / n
      }
    }
  }
}

const tent = (u) => (u < 0.5 ? Math.sqrt(2 * u) - 1 : 1 - Math.sqrt(2 - 2 * u)) * 0.9

function normal(a) {
  const l = Math.hypot(...a)
  return a.map((c) => c / l)
}
