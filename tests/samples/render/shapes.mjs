const sub = (a, b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
const unit = (a) => {
  const l = Math.hypot(a[0], a[1], a[2]) || 1
  return [a[0] / l, a[1] / l, a[2] / l]
}

/** A surface f(u, v) -> [x, y, z] over the unit square as nu x nv cells, normals along du x dv (by differences). */
export function surface(mesh, f, nu, nv, material) {
  const first = mesh.vertexCount
  const e = 1e-3
  for (let j = 0; j <= nv; j++) {
    for (let i = 0; i <= nu; i++) {
      const u = i / nu
      const v = j / nv
      const p = f(u, v)
      // At a pole one of the differences vanishes: take the normal a little inside instead.
      let n = normalAt(f, u, v, e)
      if (!n) n = normalAt(f, u, v < 0.5 ? v + 4 * e : v - 4 * e, e) ?? normalAt(f, u < 0.5 ? u + 4 * e : u - 4 * e, v, e) ?? [0, 1, 0]
      mesh.vertex(p[0], p[1], p[2], n[0], n[1], n[2], u, v)
    }
  }
  for (let j = 0; j < nv; j++) {
    for (let i = 0; i < nu; i++) {
      const a = first + j * (nu + 1) + i
      mesh.quad(a, a + 1, a + nu + 2, a + nu + 1, material)
    }
  }
}

function normalAt(f, u, v, e) {
  const du = sub(f(Math.min(1, u + e), v), f(Math.max(0, u - e), v))
  const dv = sub(f(u, Math.min(1, v + e)), f(u, Math.max(0, v - e)))
  const n = cross(du, dv)
  const size = Math.hypot(n[0], n[1], n[2])
  return size > 1e-12 * (1 + Math.hypot(...du) + Math.hypot(...dv)) && Math.hypot(...du) > 1e-7 && Math.hypot(...dv) > 1e-7
    ? unit(n)
    : undefined
}

/** Points [x, y] joined by a Catmull-Rom curve through them; t is 0..1 over the whole. */
export function curve(points) {
  const n = points.length - 1
  return (t) => {
    const s = Math.min(n - 1e-9, Math.max(0, t * n))
    const i = Math.floor(s)
    const f = s - i
    const p0 = points[Math.max(0, i - 1)]
    const p1 = points[i]
    const p2 = points[i + 1]
    const p3 = points[Math.min(n, i + 2)]
    return p1.map((_, k) => {
      const a = 2 * p1[k]
      const b = p2[k] - p0[k]
      const c = 2 * p0[k] - 5 * p1[k] + 4 * p2[k] - p3[k]
      const d = -p0[k] + 3 * p1[k] - 3 * p2[k] + p3[k]
      return 0.5 * (a + f * (b + f * (c + f * d)))
    })
  }
}

/** Joins points [x, y, round?] with straight lines and rounds each corner with radius `round`; returns a point list for `lathe` and `loft`. */
export function rounded(points, steps = 6) {
  const out = []
  points.forEach((p, i) => {
    const before = points[i - 1]
    const after = points[i + 1]
    const r = p[2] ?? 0
    if (!before || !after || r <= 0) {
      out.push([p[0], p[1]])
      return
    }
    const toward = (q) => {
      const l = Math.hypot(q[0] - p[0], q[1] - p[1])
      const k = Math.min(r, l * 0.5) / l
      return [p[0] + (q[0] - p[0]) * k, p[1] + (q[1] - p[1]) * k]
    }
    const a = toward(before)
    const b = toward(after)
    for (let s = 0; s <= steps; s++) {
      const t = s / steps
      out.push([0, 1].map((k) => a[k] * (1 - t) ** 2 + 2 * p[k] * t * (1 - t) + b[k] * t ** 2))
    }
  })
  return out
}

/**
 * Runs an outline along a list of [radius, height]: out(angle) gives [x, z] for radius 1 (default: a circle).
 * Normals come from the profile's own slope, so corners rounded by `rounded` stay crisp.
 */
export function loft(mesh, profile, material, { around = 96, outline } = {}) {
  const shape = outline ?? ((angle) => [Math.cos(angle), Math.sin(angle)])
  const first = mesh.vertexCount
  const last = profile.length - 1
  const at = (j, angle) => {
    const [x, z] = shape(angle, profile[j][0])
    return [x * (outline ? 1 : profile[j][0]), profile[j][1], z * (outline ? 1 : profile[j][0])]
  }
  for (let j = 0; j <= last; j++) {
    for (let i = 0; i <= around; i++) {
      const angle = (i / around) * 2 * Math.PI
      const du = sub(at(j, angle + 1e-3), at(j, angle - 1e-3))
      const dv = sub(at(Math.min(last, j + 1), angle), at(Math.max(0, j - 1), angle))
      let n = cross(dv, du)
      if (Math.hypot(...n) < 1e-10) n = [0, j === 0 ? Math.sign(-dv[1]) || -1 : Math.sign(dv[1]) || 1, 0]
      n = unit(n)
      mesh.vertex(...at(j, angle), n[0], n[1], n[2], i / around, j / last)
    }
  }
  for (let j = 0; j < last; j++) {
    for (let i = 0; i < around; i++) {
      const a = first + j * (around + 1) + i
      mesh.quad(a, a + around + 1, a + around + 2, a + 1, material)
    }
  }
}

/** A tube along 3D points: radius is a number or r(t); flat < 1 squashes it along `up`. Caps are pinched shut when `capped`. */
export function tube(mesh, points, radius, material, { sides = 8, capped = true, flat = 1, up } = {}) {
  const first = mesh.vertexCount
  const n = points.length
  let side
  for (let i = 0; i < n; i++) {
    const tangent = unit(sub(points[Math.min(n - 1, i + 1)], points[Math.max(0, i - 1)]))
    if (up) side = unit(cross(up, tangent))
    else if (!side) side = unit(cross(Math.abs(tangent[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0], tangent))
    else side = unit(cross(cross(tangent, side), tangent))
    const other = cross(tangent, side)
    const r = typeof radius === 'number' ? radius : radius(i / (n - 1))
    for (let k = 0; k <= sides; k++) {
      const a = (k / sides) * 2 * Math.PI
      const c = Math.cos(a)
      const s = Math.sin(a) * flat
      const d = [0, 1, 2].map((x) => side[x] * c + other[x] * s)
      const nn = unit([0, 1, 2].map((x) => side[x] * c * flat + other[x] * Math.sin(a)))
      const p = points[i]
      mesh.vertex(p[0] + d[0] * r, p[1] + d[1] * r, p[2] + d[2] * r, nn[0], nn[1], nn[2], i / (n - 1), k / sides)
    }
  }
  for (let i = 0; i + 1 < n; i++) {
    for (let k = 0; k < sides; k++) {
      const a = first + i * (sides + 1) + k
      mesh.quad(a, a + sides + 1, a + sides + 2, a + 1, material)
    }
  }
  if (!capped) return
  for (const i of [0, n - 1]) {
    const t = unit(sub(points[i], points[i === 0 ? 1 : n - 2]))
    const centre = mesh.vertex(...points[i], ...t, 0, 0)
    for (let k = 0; k < sides; k++) {
      const a = first + i * (sides + 1) + k
      mesh.triangle(centre, a, a + 1, material)
    }
  }
}

/** A box with half sizes [x, y, z] about the origin and rounded edges of radius r. */
export function box(mesh, [a, h, b], r, material) {
  const profile = []
  for (let i = 0; i <= 4; i++) {
    const t = (i / 4) * (Math.PI / 2)
    profile.push([-r + r * Math.sin(t), -h + r - r * Math.cos(t)])
  }
  for (let i = 0; i <= 4; i++) {
    const t = (i / 4) * (Math.PI / 2)
    profile.push([-r + r * Math.cos(t), h - r + r * Math.sin(t)])
  }
  slab(mesh, profile, a, b, r, material)
}

/** Rounded-rectangle outline (half sizes a x b, corner radius r) run along [offset, height] pairs and closed flat at both ends. */
export function slab(mesh, profile, a, b, r, material) {
  const corner = 6
  const ring = []
  for (let k = 0; k < 4; k++) {
    for (let i = 0; i <= corner; i++) {
      const angle = ((k + i / corner) * Math.PI) / 2
      ring.push([[1, -1, -1, 1][k] * (a - r), [1, 1, -1, -1][k] * (b - r), Math.cos(angle), Math.sin(angle)])
    }
  }
  ring.push(ring[0])
  const m = ring.length
  const first = mesh.vertexCount
  const last = profile.length - 1
  profile.forEach(([offset, y], j) => {
    const before = profile[Math.max(0, j - 1)]
    const after = profile[Math.min(last, j + 1)]
    const slope = unit([after[1] - before[1], -(after[0] - before[0]), 0])
    ring.forEach(([cx, cz, nx, nz], i) => {
      const grow = r + offset
      mesh.vertex(cx + nx * grow, y, cz + nz * grow, nx * slope[0], slope[1], nz * slope[0], i / (m - 1), j / last)
    })
  })
  for (let j = 0; j < last; j++) {
    for (let i = 0; i + 1 < m; i++) {
      const p = first + j * m + i
      mesh.quad(p, p + m, p + m + 1, p + 1, material)
    }
  }
  for (const [j, ny] of [
    [0, -1],
    [last, 1],
  ]) {
    const y = profile[j][1]
    const centre = mesh.vertex(0, y, 0, 0, ny, 0, 0.5, 0.5)
    let before = -1
    for (const [cx, cz, nx, nz] of ring) {
      const grow = r + profile[j][0]
      const now = mesh.vertex(cx + nx * grow, y, cz + nz * grow, 0, ny, 0, 0.5, 0.5)
      if (before >= 0) mesh.triangle(centre, ny > 0 ? now : before, ny > 0 ? before : now, material)
      before = now
    }
  }
}
