import { buildBvh } from './bvh.mjs'
import { Mesh } from './mesh.mjs'
import { rayCaster } from './rays.mjs'

/** Where a scene puts its shapes, materials and windows before it is rendered. */
export class Stage {
  mesh = new Mesh()
  materials = []
  lights = []
  #media = 0
  air = this.medium({ ior: 1 })

  /** A surface: shade(point) sets colour and gloss. Returns the number that shapes take. */
  material(shade) {
    return this.materials.push({ shade }) - 1
  }

  /** A see-through filling: refractive index and absorption per cm. */
  medium({ ior, absorb = [0, 0, 0] }) {
    const [r, g, b] = absorb
    return { id: this.#media++, ior, r, g, b, absorbs: r + g + b > 0 }
  }

  /** A clear border between two fillings; its triangles must wind outwards. */
  glass(inside, outside = this.air) {
    return this.materials.push({ glass: { inside, outside } }) - 1
  }

  /** A thin flat pane that mirrors a little and bends nothing. */
  pane() {
    return this.materials.push({ pane: true }) - 1
  }

  /** A window: centre, half width and half height vectors (u x v points into the room), light, and a pattern(u, v) for bars and sky. */
  window({ at, u, v, light, pattern = () => 1 }) {
    const n = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
    const size = Math.hypot(...n)
    this.lights.push({
      x: at[0],
      y: at[1],
      z: at[2],
      ux: u[0],
      uy: u[1],
      uz: u[2],
      uu: u[0] ** 2 + u[1] ** 2 + u[2] ** 2,
      vx: v[0],
      vy: v[1],
      vz: v[2],
      vv: v[0] ** 2 + v[1] ** 2 + v[2] ** 2,
      nx: n[0] / size,
      ny: n[1] / size,
      nz: n[2] / size,
      r: light[0],
      g: light[1],
      b: light[2],
      area: size * 4,
      pattern,
      chance: 0,
    })
  }

  /** Runs `add` and moves all it added to a place. */
  put(placement, add) {
    const from = this.mesh.vertexCount
    add(this.mesh)
    this.mesh.moveSince(from, placement)
  }

  /** Builds what rays need; `room` is what they meet that hit nothing. */
  finish(room) {
    const power = this.lights.map((l) => l.area * (l.r + l.g + l.b))
    const sum = power.reduce((a, b) => a + b, 0)
    this.lights.forEach((l, i) => {
      l.chance = power[i] / sum
    })
    const bvh = buildBvh(this.mesh)
    const glassy = new Uint8Array(bvh.order.length)
    bvh.order.forEach((t, i) => {
      const m = this.materials[this.mesh.triangles.data[t * 4 + 3]]
      glassy[i] = m.glass || m.pane ? 1 : 0
    })
    return { mesh: this.mesh, bvh, caster: rayCaster(bvh, glassy), materials: this.materials, lights: this.lights, room }
  }
}
