/**
 * How a surface point `s` sends light on: Lambert below GGX, a sheen, and what passes through a thin sheet. `f` holds the colour sent on and
 * the density with which `sample` would have chosen that way; `w` the way that `sample` chose.
 */
export function makeScatter(s, spread) {
  const f = new Float64Array(4)
  const w = new Float64Array(3)
  let vx = 0
  let vy = 0
  let vz = 0
  let ndv = 0
  let alpha2 = 0
  let pSpec = 0
  let pThrough = 0

  const fresnel = (f0, c) => {
    const k = 1 - c
    const k2 = k * k
    return f0 + (1 - f0) * k2 * k2 * k
  }

  /** Takes the point as it is now, seen along d; `first` when nothing but glass lies between it and the lens. */
  function prepare(dx, dy, dz, first) {
    vx = -dx
    vy = -dy
    vz = -dz
    ndv = Math.max(1e-3, s.nx * vx + s.ny * vy + s.nz * vz)
    const alpha = Math.max(0.0012, s.rough * s.rough)
    alpha2 = alpha * alpha
    const lum = 0.3 * s.r + 0.6 * s.g + 0.1 * s.b
    const spec = fresnel(s.metal > 0 ? s.spec + (lum - s.spec) * s.metal : s.spec, ndv)
    const diffuse = (lum + s.sheen * 0.2) * (1 - s.metal)
    const through = 0.3 * s.tr + 0.6 * s.tg + 0.1 * s.tb
    pSpec = s.spec === 0 && s.metal === 0 ? 0 : spec / (spec + (diffuse + through) * (1 - spec) + 1e-6)
    // A sharp reflection is seen at once but rarely chosen: at the first surface choose it often.
    const least = first && s.rough < 0.35 ? 0.42 : 0.1
    if (pSpec > 0 && pSpec < least) pSpec = least
    pThrough = through > 0 ? through / (through + diffuse + 1e-6) : 0
  }

  /** Light sent from l towards the viewer, times the cosine, in f[0..2]; density in f[3]. */
  function evaluate(lx, ly, lz) {
    const ndl = s.nx * lx + s.ny * ly + s.nz * lz
    if (ndl <= 0) {
      const k = -ndl / Math.PI
      f[0] = s.tr * k
      f[1] = s.tg * k
      f[2] = s.tb * k
      f[3] = (1 - pSpec) * pThrough * k
      return
    }
    let hx = lx + vx
    let hy = ly + vy
    let hz = lz + vz
    const hl = 1 / Math.sqrt(hx * hx + hy * hy + hz * hz)
    hx *= hl
    hy *= hl
    hz *= hl
    const ndh = s.nx * hx + s.ny * hy + s.nz * hz
    const vdh = vx * hx + vy * hy + vz * hz
    const q = ndh * ndh * (alpha2 - 1) + 1
    const d = alpha2 / (Math.PI * q * q)
    const lv = Math.sqrt(alpha2 + (1 - alpha2) * ndv * ndv)
    const ll = Math.sqrt(alpha2 + (1 - alpha2) * ndl * ndl)
    const g = 0.5 / (ndl * lv + ndv * ll)
    const dg = pSpec > 0 ? d * g * ndl : 0
    const k1 = 1 - vdh
    const k5 = k1 * k1 * k1 * k1 * k1
    const m = s.metal
    const kd = ((1 - m) * (1 - s.spec) * (1 - fresnel(s.spec, ndv)) * ndl) / Math.PI
    const sheen = s.sheen * k5 * ndl * (1 - m)
    const fr = s.spec + (s.r - s.spec) * m
    const fg = s.spec + (s.g - s.spec) * m
    const fb = s.spec + (s.b - s.spec) * m
    f[0] = (fr + (1 - fr) * k5) * dg + s.r * (kd + sheen)
    f[1] = (fg + (1 - fg) * k5) * dg + s.g * (kd + sheen)
    f[2] = (fb + (1 - fb) * k5) * dg + s.b * (kd + sheen)
    const g1 = (2 * ndv) / (ndv + lv)
    f[3] = (pSpec * d * g1) / (4 * ndv) + ((1 - pSpec) * (1 - pThrough) * ndl) / Math.PI
  }

  /** Chooses a direction into `w`; false when it ended under the surface. */
  function sample() {
    const nx = s.nx
    const ny = s.ny
    const nz = s.nz
    const sign = nz >= 0 ? 1 : -1
    const a = -1 / (sign + nz)
    const b = nx * ny * a
    const tx = 1 + sign * nx * nx * a
    const ty = sign * b
    const tz = -sign * nx
    const bx = b
    const by = sign + ny * ny * a
    const bz = -ny
    spread.pair()
    const pick = spread.x
    spread.pair()
    const r1 = spread.x
    const phi = 2 * Math.PI * spread.y
    if (pick < pSpec) {
      // Visible normals of GGX: the spherical-cap way (Dupuy and Benyoub 2023).
      const alpha = Math.sqrt(alpha2)
      let sx = (vx * tx + vy * ty + vz * tz) * alpha
      let sy = (vx * bx + vy * by + vz * bz) * alpha
      let sz = ndv
      const l = 1 / Math.sqrt(sx * sx + sy * sy + sz * sz)
      sx *= l
      sy *= l
      sz *= l
      const z = (1 - r1) * (1 + sz) - sz
      const sin = Math.sqrt(Math.max(0, 1 - z * z))
      let mx = (sin * Math.cos(phi) + sx) * alpha
      let my = (sin * Math.sin(phi) + sy) * alpha
      let mz = z + sz
      const ml = 1 / Math.sqrt(mx * mx + my * my + mz * mz)
      mx *= ml
      my *= ml
      mz *= ml
      const hx = tx * mx + bx * my + nx * mz
      const hy = ty * mx + by * my + ny * mz
      const hz = tz * mx + bz * my + nz * mz
      const k = 2 * (vx * hx + vy * hy + vz * hz)
      w[0] = k * hx - vx
      w[1] = k * hy - vy
      w[2] = k * hz - vz
      return w[0] * nx + w[1] * ny + w[2] * nz > 0
    }
    const side = pick - pSpec < (1 - pSpec) * pThrough ? -1 : 1
    const rad = Math.sqrt(r1)
    const x = rad * Math.cos(phi)
    const y = rad * Math.sin(phi)
    const z = side * Math.sqrt(Math.max(0, 1 - r1))
    w[0] = tx * x + bx * y + nx * z
    w[1] = ty * x + by * y + ny * z
    w[2] = tz * x + bz * y + nz * z
    return true
  }

  return { f, w, prepare, evaluate, sample }
}
