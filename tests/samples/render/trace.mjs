import { makeScatter } from './scatter.mjs'
import { Point } from './surface.mjs'

const MAX_BOUNCES = 14
const MAX_DIFFUSE = 3
const CLAMP = 6
const OFFSET = 6e-4

/**
 * A path tracer with sampled windows (multiple importance), Lambert + GGX surfaces, sheets that let light through, clear dielectrics
 * with absorbing insides, and thin panes. `trace` writes [colour 3, albedo 3, normal 3, distance] of one path to `out`.
 */
export function makeTracer({ mesh, bvh, caster, materials, lights, room }, spread) {
  const tri = mesh.triangles.data
  const vert = mesh.vertices.data
  const { order, corners } = bvh
  const { hit } = caster
  const s = new Point()
  const sky = new Float64Array(3)
  const { f, w: way, prepare, evaluate, sample } = makeScatter(s, spread)

  const crossed = new Float64Array(16)
  let glassCount = 0
  let clear = 1
  function onGlass(i, t, entering) {
    const m = materials[tri[order[i] * 4 + 3]]
    glassCount++
    clear *= m.glass ? 0.95 : 0.92
    if (m.glass) crossed[m.glass.inside.id] += entering ? -t : t
  }

  function trace(ox, oy, oz, dx, dy, dz, out) {
    let tr = 1
    let tg = 1
    let tb = 1
    let lr = 0
    let lg = 0
    let lb = 0
    let density = -1
    let glassSince = false
    let diffuse = 0
    let medium
    out.fill(0, 3)
    out[9] = 1e4
    let marked = false // what the denoiser steers by is noted at the first surface that is not a pane looked through
    for (let bounce = 0; bounce < MAX_BOUNCES; bounce++) {
      const i = caster.closest(ox, oy, oz, dx, dy, dz, 1e9)
      const t = i < 0 ? 1e9 : hit[0]
      const bu = hit[1]
      const bv = hit[2]
      let seen
      for (let k = 0; k < lights.length; k++) {
        const light = lights[k]
        const facing = -(dx * light.nx + dy * light.ny + dz * light.nz)
        if (facing <= 1e-4) continue
        const rx = light.x - ox
        const ry = light.y - oy
        const rz = light.z - oz
        const tl = -(rx * light.nx + ry * light.ny + rz * light.nz) / facing
        if (tl <= 0 || tl >= t) continue
        const qx = dx * tl - rx
        const qy = dy * tl - ry
        const qz = dz * tl - rz
        const lu = (qx * light.ux + qy * light.uy + qz * light.uz) / light.uu
        const lv = (qx * light.vx + qy * light.vy + qz * light.vz) / light.vv
        if (lu < -1 || lu > 1 || lv < -1 || lv > 1) continue
        let w = 1
        if (density >= 0) {
          if (glassSince) w = 0
          else {
            const pl = (light.chance * tl * tl) / (facing * light.area)
            w = (density * density) / (density * density + pl * pl)
          }
        }
        const shape = w * light.pattern(lu, lv)
        const lim = diffuse > 0 ? CLAMP : 60
        lr += Math.min(lim, tr * light.r * shape)
        lg += Math.min(lim, tg * light.g * shape)
        lb += Math.min(lim, tb * light.b * shape)
        seen = light
        break
      }
      if (seen) {
        if (!marked) out[3] = out[4] = out[5] = 1
        break
      }
      if (i < 0) {
        room(dx, dy, dz, sky)
        const lim = diffuse > 0 ? CLAMP : 60
        lr += Math.min(lim, tr * sky[0])
        lg += Math.min(lim, tg * sky[1])
        lb += Math.min(lim, tb * sky[2])
        if (!marked) out[3] = out[4] = out[5] = 1
        break
      }
      if (medium?.absorbs) {
        tr *= Math.exp(-medium.r * t)
        tg *= Math.exp(-medium.g * t)
        tb *= Math.exp(-medium.b * t)
      }
      const triangle = order[i] * 4
      const a = tri[triangle] * 8
      const b = tri[triangle + 1] * 8
      const c = tri[triangle + 2] * 8
      const bw = 1 - bu - bv
      let nx = vert[a + 3] * bw + vert[b + 3] * bu + vert[c + 3] * bv
      let ny = vert[a + 4] * bw + vert[b + 4] * bu + vert[c + 4] * bv
      let nz = vert[a + 5] * bw + vert[b + 5] * bu + vert[c + 5] * bv
      const nl = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz + 1e-20)
      nx *= nl
      ny *= nl
      nz *= nl
      const q = i * 9
      let gx = corners[q + 4] * corners[q + 8] - corners[q + 5] * corners[q + 7]
      let gy = corners[q + 5] * corners[q + 6] - corners[q + 3] * corners[q + 8]
      let gz = corners[q + 3] * corners[q + 7] - corners[q + 4] * corners[q + 6]
      const gl = 1 / Math.sqrt(gx * gx + gy * gy + gz * gz + 1e-30)
      gx *= gl
      gy *= gl
      gz *= gl
      const entering = dx * gx + dy * gy + dz * gz < 0
      if (!entering) {
        gx = -gx
        gy = -gy
        gz = -gz
      }
      if (nx * gx + ny * gy + nz * gz < 0) {
        nx = -nx
        ny = -ny
        nz = -nz
      }
      const px = ox + dx * t
      const py = oy + dy * t
      const pz = oz + dz * t
      const material = materials[tri[triangle + 3]]
      if (!marked) {
        out[6] = nx
        out[7] = ny
        out[8] = nz
        if (bounce === 0) out[9] = t
      }
      if (material.glass !== undefined || material.pane) {
        spread.pair()
        let cos = -(dx * nx + dy * ny + dz * nz)
        if (cos < 1e-4) cos = 1e-4
        if (density >= 0) glassSince = true
        const eta = material.pane
          ? 1 / 1.5
          : entering
            ? material.glass.outside.ior / material.glass.inside.ior
            : material.glass.inside.ior / material.glass.outside.ior
        const k = 1 - eta * eta * (1 - cos * cos)
        let reflectance = 1
        const cosT = Math.sqrt(Math.max(0, k))
        if (k > 0) {
          const rs = (eta * cos - cosT) / (eta * cos + cosT)
          const rp = (cos - eta * cosT) / (cos + eta * cosT)
          reflectance = 0.5 * (rs * rs + rp * rp)
          if (material.pane) reflectance = (2 * reflectance) / (1 + reflectance)
        }
        const mirrored = spread.x < reflectance
        if (!marked && (mirrored || !material.pane)) {
          out[3] = out[4] = out[5] = 1
          marked = true
        }
        if (mirrored) {
          dx += 2 * cos * nx
          dy += 2 * cos * ny
          dz += 2 * cos * nz
          ox = px + gx * OFFSET
          oy = py + gy * OFFSET
          oz = pz + gz * OFFSET
        } else {
          if (!material.pane) {
            const m = eta * cos - cosT
            dx = eta * dx + m * nx
            dy = eta * dy + m * ny
            dz = eta * dz + m * nz
            medium = entering ? material.glass.inside : material.glass.outside
          }
          ox = px - gx * OFFSET
          oy = py - gy * OFFSET
          oz = pz - gz * OFFSET
        }
        continue
      }
      s.px = px
      s.py = py
      s.pz = pz
      s.nx = nx
      s.ny = ny
      s.nz = nz
      s.u = vert[a + 6] * bw + vert[b + 6] * bu + vert[c + 6] * bv
      s.v = vert[a + 7] * bw + vert[b + 7] * bu + vert[c + 7] * bv
      s.reset()
      material.shade(s)
      const back = -(s.nx * dx + s.ny * dy + s.nz * dz)
      if (back < 0.02) {
        s.nx -= (0.02 - back) * dx
        s.ny -= (0.02 - back) * dy
        s.nz -= (0.02 - back) * dz
        const k = 1 / Math.sqrt(s.nx * s.nx + s.ny * s.ny + s.nz * s.nz)
        s.nx *= k
        s.ny *= k
        s.nz *= k
      }
      if (!marked) {
        marked = true
        out[3] = s.r + s.tr
        out[4] = s.g + s.tg
        out[5] = s.b + s.tb
        out[6] = s.nx
        out[7] = s.ny
        out[8] = s.nz
      }
      prepare(dx, dy, dz, diffuse === 0)
      spread.pair()
      let pick = spread.x
      let k = 0
      while (k + 1 < lights.length && pick >= lights[k].chance) pick -= lights[k++].chance
      const light = lights[k]
      spread.pair()
      const lu = spread.x * 2 - 1
      const lv = spread.y * 2 - 1
      const glow = light.pattern(lu, lv)
      let lx = light.x + light.ux * lu + light.vx * lv - px
      let ly = light.y + light.uy * lu + light.vy * lv - py
      let lz = light.z + light.uz * lu + light.vz * lv - pz
      const dist2 = lx * lx + ly * ly + lz * lz
      const dist = Math.sqrt(dist2)
      lx /= dist
      ly /= dist
      lz /= dist
      const facing = -(lx * light.nx + ly * light.ny + lz * light.nz)
      if (glow > 0 && facing > 0) {
        evaluate(lx, ly, lz)
        if (f[0] + f[1] + f[2] > 1e-7) {
          const out1 = lx * gx + ly * gy + lz * gz > 0 ? OFFSET : -OFFSET
          glassCount = 0
          clear = 1
          if (caster.passed(px + gx * out1, py + gy * out1, pz + gz * out1, lx, ly, lz, dist, onGlass) > 0) {
            const pl = (light.chance * dist2) / (facing * light.area)
            const w = glassCount > 0 ? 1 / pl : pl / (pl * pl + f[3] * f[3])
            let cr = clear
            let cg = clear
            let cb = clear
            if (glassCount > 0) {
              for (let m = 0; m < stageMedia.length; m++) {
                const depth = Math.max(0, crossed[m])
                crossed[m] = 0
                if (depth === 0) continue
                cr *= Math.exp(-stageMedia[m].r * depth)
                cg *= Math.exp(-stageMedia[m].g * depth)
                cb *= Math.exp(-stageMedia[m].b * depth)
              }
            }
            const lim = diffuse > 0 ? CLAMP : 60
            lr += Math.min(lim, tr * f[0] * w * glow * light.r * cr)
            lg += Math.min(lim, tg * f[1] * w * glow * light.g * cg)
            lb += Math.min(lim, tb * f[2] * w * glow * light.b * cb)
          } else if (glassCount > 0) crossed.fill(0)
        }
      }
      if (++diffuse > MAX_DIFFUSE) break
      if (!sample()) break
      evaluate(way[0], way[1], way[2])
      if (f[3] < 1e-9) break
      const inv = 1 / f[3]
      tr *= f[0] * inv
      tg *= f[1] * inv
      tb *= f[2] * inv
      density = f[3]
      glassSince = false
      dx = way[0]
      dy = way[1]
      dz = way[2]
      const out2 = dx * gx + dy * gy + dz * gz > 0 ? OFFSET : -OFFSET
      ox = px + gx * out2
      oy = py + gy * out2
      oz = pz + gz * out2
      if (diffuse >= 2) {
        const keep = Math.min(0.95, Math.max(tr, tg, tb) * 1.2)
        spread.pair()
        if (spread.x >= keep) break
        tr /= keep
        tg /= keep
        tb /= keep
      }
    }
    out[0] = lr
    out[1] = lg
    out[2] = lb
  }

  const stageMedia = []
  for (const m of materials) if (m.glass) for (const medium of [m.glass.inside, m.glass.outside]) stageMedia[medium.id] = medium
  for (let m = 0; m < stageMedia.length; m++) stageMedia[m] ??= { r: 0, g: 0, b: 0 }
  return trace
}
