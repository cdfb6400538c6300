import { fbm, hash3, mix, noise, smoothstep } from './noise.mjs'

/**
 * Flat-sawn boards running along x: `width` cm each, colours [light, dark], grain from rings around a pith below the board.
 * Sets colour, gloss and a slight relief; x, z are the place on the board, so any turned surface can use it.
 */
export function boards(s, x, z, { width = 9, length = 90, colours, rough = 0.42, gap = 0.05, seed = 0 }) {
  const row = Math.floor(z / width)
  const shift = hash3(row, seed, 3) * length
  const piece = Math.floor((x + shift) / length)
  const id = row * 31 + piece * 7 + seed
  const fz = z - row * width
  const fx = x + shift - piece * length
  const along = x + hash3(id, 1, 1) * 300
  const drift = noise(along * 0.035, id, 0.5) * 1.6 + noise(along * 0.11, id, 7.5) * 0.35
  const across = fz - width * (0.2 + 0.6 * hash3(id, 2, 2)) + drift
  const depth = 1.2 + 2.6 * hash3(id, 3, 3) + along * 0.012 * (hash3(id, 4, 4) - 0.5) + 0.9 * noise(along * 0.02, id, 3.5)
  const ring = Math.sqrt(across * across + depth * depth) * 2.3 + 0.5 * fbm(along * 0.06, z * 0.5, id, 3)
  const f = ring - Math.floor(ring)
  const late = smoothstep(0.15, 0.86, f) * (1 - smoothstep(0.88, 0.99, f))
  const fibre = fbm(along * 0.35, z * 11, id, 3)
  const fine = noise(along * 1.3, z * 34, id)
  const pore = smoothstep(0.42, 0.75, noise(along * 0.9, z * 26, id + 5)) * (0.35 + 0.65 * late)
  const tone = hash3(id, 5, 5) - 0.5
  const t = Math.min(1, Math.max(0, 0.12 + 0.5 * late + 0.28 * fibre + 0.1 * fine + 0.32 * tone))
  const [a, b] = colours
  const k = (1 - 0.38 * pore) * (1 + 0.1 * noise(along * 0.03, z * 0.12, 9))
  s.colour(mix(a[0], b[0], t) * k, mix(a[1], b[1], t) * k, mix(a[2], b[2], t) * k)
  s.rough = rough + 0.1 * fibre + 0.12 * pore
  const edge = Math.min(fz, width - fz, fx * 2, (length - fx) * 2)
  if (edge < gap * 3) {
    const seam = 1 - smoothstep(gap * 0.4, gap * 3, edge)
    const dark = 1 - 0.85 * (1 - smoothstep(0, gap, edge)) - 0.15 * seam
    s.colour(s.r * dark, s.g * dark, s.b * dark)
    s.rough = mix(s.rough, 0.8, seam)
  }
}

/** Painted plaster: faint patches and roller texture. */
export function plaster(s, [r, g, b], relief = 0.5) {
  const patch = 1 + 0.05 * fbm(s.px * 0.03, s.py * 0.03, s.pz * 0.03, 3)
  s.colour(r * patch, g * patch, b * patch)
  s.rough = 0.85
  s.spec = 0.03
  if (relief > 0) s.bump((x, y, z) => relief * 0.05 * noise(x * 3, y * 3, z * 3), 0.1)
}

/** Woven cloth by thread coordinates x, y in threads: shade and relief of a plain weave; slubs make it linen. */
export function weave(s, x, y, [r, g, b], { contrast = 0.3, slub = 0.25, relief = 0.35 } = {}) {
  const cx = Math.floor(x)
  const cy = Math.floor(y)
  const over = (cx + cy) & 1
  const fx = x - cx - 0.5
  const fy = y - cy - 0.5
  const round = over ? 1 - 3.2 * fx * fx : 1 - 3.2 * fy * fy
  const thread = over ? fbm(cx * 0.37, y * 0.04, 3, 2) : fbm(x * 0.04, cy * 0.37, 8, 2)
  const k = (1 - contrast + contrast * round) * (1 + slub * thread)
  s.colour(r * k, g * k, b * k)
  s.rough = 0.9
  s.spec = 0.02
  s.sheen = 0.5
  return relief * (over ? fx : fy)
}

/** Polished or honed stone: clouds, veins and grains between three colours. */
export function stone(s, { base, cloud, vein, scale = 0.08, rough = 0.35, veins = 1 }) {
  const { px: x, py: y, pz: z } = s
  const warp = fbm(x * scale, y * scale, z * scale, 4)
  const c = smoothstep(-0.35, 0.45, fbm(x * scale * 1.7 + warp * 2.2, y * scale * 1.7, z * scale * 1.7 + warp, 5))
  const line = Math.abs(fbm(x * scale * 0.9 + warp * 1.5 + 7, y * scale, z * scale * 1.3 - warp, 4))
  const v = veins * (1 - smoothstep(0, 0.035, line)) * (0.4 + 0.6 * c)
  const grain = 1 + 0.06 * noise(x * 14, y * 14, z * 14) + 0.05 * noise(x * 41, y * 41, z * 41)
  s.colour(mix(base[0], cloud[0], c) * grain, mix(base[1], cloud[1], c) * grain, mix(base[2], cloud[2], c) * grain)
  s.towards(vein[0], vein[1], vein[2], v)
  s.rough = rough + 0.08 * warp
}
