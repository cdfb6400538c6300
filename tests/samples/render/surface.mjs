/** What a material sets at a point: colour (linear, 0..1), gloss and so on; p, n, uv come filled in. `reset` gives matt grey. */
export class Point {
  px = 0.5
  py = 0.5
  pz = 0.5
  nx = 0.5
  ny = 0.5
  nz = 0.5
  u = 0.5
  v = 0.5
  r = 0.5
  g = 0.5
  b = 0.5
  /** 0 mirror .. 1 matt. */
  rough = 0.5
  /** 0 painted .. 1 bare metal (r, g, b is then its reflection colour). */
  metal = 0.5
  /** Reflection straight on of a non-metal; 0.04 is common, 0 takes the gloss away. */
  spec = 0.5
  /** Grazing-light glow of cloth. */
  sheen = 0.5
  /** Colour of light let through a thin sheet (leaves, curtains). */
  tr = 0.5
  tg = 0.5
  tb = 0.5

  reset() {
    this.r = 0.5
    this.g = 0.5
    this.b = 0.5
    this.rough = 0.6
    this.metal = 0
    this.spec = 0.04
    this.sheen = 0
    this.tr = 0
    this.tg = 0
    this.tb = 0
  }

  colour(r, g, b) {
    this.r = r
    this.g = g
    this.b = b
  }

  /** Blends towards a colour by t 0..1. */
  towards(r, g, b, t) {
    this.r += (r - this.r) * t
    this.g += (g - this.g) * t
    this.b += (b - this.b) * t
  }

  /** Tilts the normal as if the surface were raised by height(x, y, z) (cm), sampled `e` cm apart. */
  bump(height, e) {
    const h = height(this.px, this.py, this.pz)
    const gx = (height(this.px + e, this.py, this.pz) - h) / e
    const gy = (height(this.px, this.py + e, this.pz) - h) / e
    const gz = (height(this.px, this.py, this.pz + e) - h) / e
    this.tilt(gx, gy, gz)
  }

  /** Tilts the normal against a height gradient. */
  tilt(gx, gy, gz) {
    const along = gx * this.nx + gy * this.ny + gz * this.nz
    const x = this.nx - gx + along * this.nx
    const y = this.ny - gy + along * this.ny
    const z = this.nz - gz + along * this.nz
    const l = 1 / Math.sqrt(x * x + y * y + z * z)
    this.nx = x * l
    this.ny = y * l
    this.nz = z * l
  }
}
