/** Strokes of our own capitals and figures in a cell one unit high (y up): lists of points; `w` is the advance. `arc` bends by angles in degrees. */
const arc = (cx, cy, rx, ry, from, to) =>
  Array.from({ length: 25 }, (_, i) => {
    const a = ((from + ((to - from) * i) / 24) * Math.PI) / 180
    return [cx + rx * Math.cos(a), cy + ry * Math.sin(a)]
  })
const GLYPHS = {
  ' ': { w: 0.4, s: [] },
  V: {
    w: 0.78,
    s: [
      [
        [0.02, 1],
        [0.39, 0],
      ],
      [
        [0.39, 0],
        [0.76, 1],
      ],
    ],
  },
  I: {
    w: 0.2,
    s: [
      [
        [0.1, 0],
        [0.1, 1],
      ],
    ],
  },
  T: {
    w: 0.66,
    s: [
      [
        [0.33, 0],
        [0.33, 1],
      ],
      [
        [0, 1],
        [0.66, 1],
      ],
      [
        [0, 1],
        [0, 0.86],
      ],
      [
        [0.66, 1],
        [0.66, 0.86],
      ],
    ],
  },
  R: {
    w: 0.66,
    s: [
      [
        [0.1, 0],
        [0.1, 1],
      ],
      [[0.1, 1], [0.32, 1], ...arc(0.32, 0.76, 0.22, 0.24, 90, -90), [0.1, 0.52]],
      [
        [0.3, 0.52],
        [0.64, 0],
      ],
    ],
  },
  N: {
    w: 0.8,
    s: [
      [
        [0.1, 0],
        [0.1, 1],
      ],
      [
        [0.1, 1],
        [0.7, 0],
      ],
      [
        [0.7, 0],
        [0.7, 1],
      ],
    ],
  },
  E: {
    w: 0.6,
    s: [
      [
        [0.1, 0],
        [0.1, 1],
      ],
      [
        [0.1, 1],
        [0.56, 1],
        [0.56, 0.88],
      ],
      [
        [0.1, 0.52],
        [0.44, 0.52],
      ],
      [
        [0.1, 0],
        [0.58, 0],
        [0.58, 0.13],
      ],
    ],
  },
  A: {
    w: 0.76,
    s: [
      [
        [0.02, 0],
        [0.38, 1],
      ],
      [
        [0.38, 1],
        [0.74, 0],
      ],
      [
        [0.14, 0.33],
        [0.62, 0.33],
      ],
    ],
  },
  U: { w: 0.76, s: [[[0.1, 1], [0.1, 0.3], ...arc(0.37, 0.28, 0.27, 0.28, 180, 360), [0.64, 1]]] },
  D: {
    w: 0.78,
    s: [
      [
        [0.1, 0],
        [0.1, 1],
      ],
      [[0.1, 1], [0.3, 1], ...arc(0.3, 0.5, 0.38, 0.5, 90, -90), [0.1, 0]],
    ],
  },
  P: {
    w: 0.62,
    s: [
      [
        [0.1, 0],
        [0.1, 1],
      ],
      [[0.1, 1], [0.32, 1], ...arc(0.32, 0.74, 0.24, 0.26, 90, -90), [0.1, 0.48]],
    ],
  },
  F: {
    w: 0.56,
    s: [
      [
        [0.1, 0],
        [0.1, 1],
      ],
      [
        [0.1, 1],
        [0.54, 1],
        [0.54, 0.88],
      ],
      [
        [0.1, 0.52],
        [0.42, 0.52],
      ],
    ],
  },
  M: {
    w: 0.94,
    s: [
      [
        [0.1, 0],
        [0.1, 1],
      ],
      [
        [0.1, 1],
        [0.47, 0.12],
      ],
      [
        [0.47, 0.12],
        [0.84, 1],
      ],
      [
        [0.84, 1],
        [0.84, 0],
      ],
    ],
  },
  L: {
    w: 0.56,
    s: [
      [
        [0.1, 1],
        [0.1, 0],
      ],
      [
        [0.1, 0],
        [0.54, 0],
        [0.54, 0.13],
      ],
    ],
  },
  7: {
    w: 0.62,
    s: [
      [
        [0.04, 0.86],
        [0.04, 1],
        [0.58, 1],
        [0.24, 0],
      ],
    ],
  },
  1: {
    w: 0.4,
    s: [
      [
        [0.06, 0.84],
        [0.22, 1],
        [0.22, 0],
      ],
    ],
  },
  0: { w: 0.68, s: [arc(0.34, 0.5, 0.28, 0.5, 0, 360)] },
  O: { w: 0.92, s: [arc(0.46, 0.5, 0.4, 0.51, 0, 360)] },
  o: {
    w: 0.5,
    s: [
      arc(0.25, 0.62, 0.19, 0.24, 0, 360),
      [
        [0.08, 0.26],
        [0.42, 0.26],
      ],
    ],
  },
}

/**
 * Writes lines of text into a coverage picture: each line { text, at: baseline height 0..1, size: cap height 0..1, gap: extra advance, heavy: stem }.
 * The pen is an upright ellipse's worth wider across than up, so stems are thick and bars thin. Returns ink(u, v), 0..1, over the unit square
 * of the given aspect (width / height).
 */
export function lettering(lines, aspect, resolution = 512) {
  const width = Math.round(resolution * aspect)
  const ink = new Float32Array(width * resolution)
  for (const { text, at, size, gap = 0.12, heavy = 0.085, light = 0.022 } of lines) {
    const glyphs = [...text].map((c) => GLYPHS[c])
    const total = glyphs.reduce((a, g) => a + g.w + gap, -gap)
    let x = aspect / 2 - (total * size) / 2
    for (const g of glyphs) {
      for (const stroke of g.s)
        for (let i = 0; i + 1 < stroke.length; i++) draw(ink, width, resolution, stroke[i], stroke[i + 1], x, at, size, heavy, light)
      x += (g.w + gap) * size
    }
  }
  return (u, v) => {
    const fx = Math.min(width - 1.01, Math.max(0, u * width - 0.5))
    const fy = Math.min(resolution - 1.01, Math.max(0, v * resolution - 0.5))
    const i = (fy | 0) * width + (fx | 0)
    const a = fx - (fx | 0)
    const b = fy - (fy | 0)
    return (ink[i] * (1 - a) + ink[i + 1] * a) * (1 - b) + (ink[i + width] * (1 - a) + ink[i + width + 1] * a) * b
  }
}

function draw(ink, width, height, p, q, x0, y0, size, heavy, light) {
  const [ax, ay, bx, by] = [x0 + p[0] * size, y0 + p[1] * size, x0 + q[0] * size, y0 + q[1] * size]
  const rx = Math.max((heavy * size) / 2, 0.7 / height)
  const ry = Math.max((light * size) / 2, 0.7 / height)
  const pad = rx + 2 / height
  for (let y = Math.max(0, Math.floor((Math.min(ay, by) - pad) * height)); y < Math.min(height, (Math.max(ay, by) + pad) * height); y++) {
    for (let x = Math.max(0, Math.floor((Math.min(ax, bx) - pad) * height)); x < Math.min(width, (Math.max(ax, bx) + pad) * height); x++) {
      // In units of the pen's own half sizes the pen is a circle.
      const px = ((x + 0.5) / height - ax) / rx
      const py = ((y + 0.5) / height - ay) / ry
      const dx = (bx - ax) / rx
      const dy = (by - ay) / ry
      const t = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy + 1e-12)))
      const d = Math.hypot(px - t * dx, py - t * dy) - 1
      const cover = Math.min(1, Math.max(0, 0.5 - d * Math.min(rx, ry) * height))
      const i = y * width + x
      if (cover > ink[i]) ink[i] = cover
    }
  }
}
