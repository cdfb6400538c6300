/**
 * The rest of the room as light by direction: walls, brighter ceiling, dark floor, a door, a shelf and whoever holds the phone.
 * `level` is the wall's brightness, `tint` its colour.
 */
export function makeRoom({ level = 0.32, tint = [1, 0.96, 0.9], floor = [0.5, 0.38, 0.28], window = 'left' } = {}) {
  const bright = window === 'left' ? -1 : 1
  return (dx, dy, dz, out) => {
    const ax = Math.abs(dx)
    const ay = Math.abs(dy)
    const az = Math.abs(dz)
    if (ay > ax * 0.6 && ay > az * 0.6) {
      if (dy > 0) {
        const k = level * (1.25 + 0.5 * bright * dx)
        out[0] = tint[0] * k
        out[1] = tint[1] * k
        out[2] = tint[2] * k
      } else {
        const k = level * 0.6
        out[0] = floor[0] * k
        out[1] = floor[1] * k
        out[2] = floor[2] * k
      }
      return
    }
    const v = dy / Math.max(ax, az)
    let k = level * (0.85 + 0.35 * v)
    if (ax > az) {
      const u = dz / ax
      if (dx * bright < 0) k *= 1.15
      else k *= 0.55
      if (dx * bright < 0 && u > 0.1 && u < 0.5 && v < 0.35) k *= 0.35
    } else {
      const u = dx / az
      if (dz > 0) {
        k *= 0.9
        if (u > 0.45 && u < 0.8 && v < 0.3) k *= 0.4
        const body = (u + 0.05) ** 2 / 0.05 + (v - 0.02) ** 2 / 0.35
        if (body < 1 || (u + 0.05) ** 2 + (v - 0.45) ** 2 < 0.02) k *= 0.25
      }
    }
    out[0] = tint[0] * k
    out[1] = tint[1] * k
    out[2] = tint[2] * k
  }
}

/** A window's face for `Stage.window`: sky above, a paler street below, a cross of bars and a frame. */
export function panes(columns, rows) {
  return (u, v) => {
    const cu = ((u + 1) / 2) * columns
    const cv = ((v + 1) / 2) * rows
    const fu = cu - Math.floor(cu)
    const fv = cv - Math.floor(cv)
    const bar = 0.045
    if (fu < bar || fu > 1 - bar || fv < bar || fv > 1 - bar) return 0.04
    return v < -0.45 ? 0.45 : 0.8 + 0.35 * v
  }
}
