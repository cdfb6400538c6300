/**
 * Ray queries over a hierarchy. `closest` returns the leaf-order index of the nearest triangle or -1 and leaves distance and
 * barycentrics in `hit` [t, u, v]. `passed` walks towards a light: 0 when something solid is in the way, else 1 with what glass
 * it crossed reported to `onGlass(leafIndex, t, entering)`. Directions are of unit length.
 */
export function rayCaster({ bounds, info, corners }, glassy) {
  const stack = new Int32Array(128)
  const stackT = new Float64Array(128)
  const hit = new Float64Array(3)

  function walk(ox, oy, oz, dx, dy, dz, tmax, shadow, onGlass) {
    const ix = 1 / dx
    const iy = 1 / dy
    const iz = 1 / dz
    let best = -1
    let node = 0
    let sp = 0
    for (;;) {
      const count = info[node * 2 + 1]
      const first = info[node * 2]
      if (count > 0) {
        for (let i = first; i < first + count; i++) {
          const c = i * 9
          const e1x = corners[c + 3]
          const e1y = corners[c + 4]
          const e1z = corners[c + 5]
          const e2x = corners[c + 6]
          const e2y = corners[c + 7]
          const e2z = corners[c + 8]
          const px = dy * e2z - dz * e2y
          const py = dz * e2x - dx * e2z
          const pz = dx * e2y - dy * e2x
          const det = e1x * px + e1y * py + e1z * pz
          if (det > -1e-14 && det < 1e-14) continue
          const inv = 1 / det
          const sx = ox - corners[c]
          const sy = oy - corners[c + 1]
          const sz = oz - corners[c + 2]
          const u = (sx * px + sy * py + sz * pz) * inv
          if (u < 0 || u > 1) continue
          const qx = sy * e1z - sz * e1y
          const qy = sz * e1x - sx * e1z
          const qz = sx * e1y - sy * e1x
          const v = (dx * qx + dy * qy + dz * qz) * inv
          if (v < 0 || u + v > 1) continue
          const t = (e2x * qx + e2y * qy + e2z * qz) * inv
          if (t <= 1e-5 || t >= tmax) continue
          if (shadow) {
            if (glassy[i] === 0) return i
            onGlass(i, t, det > 0)
            continue
          }
          tmax = t
          best = i
          hit[0] = t
          hit[1] = u
          hit[2] = v
        }
      } else {
        const a = first * 6
        let x0 = (bounds[a] - ox) * ix
        let x1 = (bounds[a + 3] - ox) * ix
        let y0 = (bounds[a + 1] - oy) * iy
        let y1 = (bounds[a + 4] - oy) * iy
        let z0 = (bounds[a + 2] - oz) * iz
        let z1 = (bounds[a + 5] - oz) * iz
        let near = x0 < x1 ? x0 : x1
        let far = x0 < x1 ? x1 : x0
        let lo = y0 < y1 ? y0 : y1
        let hi = y0 < y1 ? y1 : y0
        if (lo > near) near = lo
        if (hi < far) far = hi
        lo = z0 < z1 ? z0 : z1
        hi = z0 < z1 ? z1 : z0
        if (lo > near) near = lo
        if (hi < far) far = hi
        const leftIn = far >= near && far > 0 && near < tmax
        const leftT = near
        const b = a + 6
        x0 = (bounds[b] - ox) * ix
        x1 = (bounds[b + 3] - ox) * ix
        y0 = (bounds[b + 1] - oy) * iy
        y1 = (bounds[b + 4] - oy) * iy
        z0 = (bounds[b + 2] - oz) * iz
        z1 = (bounds[b + 5] - oz) * iz
        near = x0 < x1 ? x0 : x1
        far = x0 < x1 ? x1 : x0
        lo = y0 < y1 ? y0 : y1
        hi = y0 < y1 ? y1 : y0
        if (lo > near) near = lo
        if (hi < far) far = hi
        lo = z0 < z1 ? z0 : z1
        hi = z0 < z1 ? z1 : z0
        if (lo > near) near = lo
        if (hi < far) far = hi
        const rightIn = far >= near && far > 0 && near < tmax
        if (leftIn && rightIn) {
          if (leftT <= near) {
            stack[sp] = first + 1
            stackT[sp++] = near
            node = first
          } else {
            stack[sp] = first
            stackT[sp++] = leftT
            node = first + 1
          }
          continue
        }
        if (leftIn) {
          node = first
          continue
        }
        if (rightIn) {
          node = first + 1
          continue
        }
      }
      do {
        if (sp === 0) return best
        sp--
      } while (stackT[sp] >= tmax)
      node = stack[sp]
    }
  }

  return {
    hit,
    closest: (ox, oy, oz, dx, dy, dz, tmax) => walk(ox, oy, oz, dx, dy, dz, tmax, false, undefined),
    passed: (ox, oy, oz, dx, dy, dz, tmax, onGlass) => (walk(ox, oy, oz, dx, dy, dz, tmax, true, onGlass) < 0 ? 1 : 0),
  }
}
