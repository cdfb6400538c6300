import { BoxGeometry, type BufferGeometry } from 'three'
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js'
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js'
import type { Colour } from '../../../core/colour'
import type { MadeKind, Prop } from '../../../core/scene/document'
import { natureOf } from '../../../core/scene/material-nature'
import { extruded } from './extruded'
import { fillTogether } from './fit'
import { between, type Maker, type Part, tint } from './part'
import { scatter } from './scatter'
import { turned } from './turned'
import { unwrap } from './unwrap'

/** A hardback: boards that stand over the pages, a rounded spine. It lies, stands on its tail or faces the camera, as its size says. */
const book: Maker = ({ size }) => {
  const [w, h, d] = size
  const thick = Math.min(w, h, d)
  const [a, b] = thick === h ? [w, d] : thick === w ? [d, h] : [w, h]
  const [board, over] = [Math.min(2.6, thick * 0.16), Math.min(3, a * 0.03)]
  const slab = (x: number, y: number, z: number) => new RoundedBoxGeometry(x, y, z, 2, Math.min(0.9, y * 0.45, x * 0.45))
  const bulge = Math.min(thick * 0.18, a * 0.05)
  const cover = [-1, 1].map((side) => slab(a - bulge, board, b).translate(bulge / 2, (side * (thick - board)) / 2, 0))
  const arc = (far: number, inset: number) =>
    Array.from({ length: 13 }, (_, i) => {
      const turn = Math.PI / 2 + (Math.PI * i) / 12
      return [-a / 2 + bulge + Math.cos(turn) * (far - inset), Math.sin(turn) * (thick / 2 - inset)] as const
    })
  const spine = extruded([...arc(bulge, 0), ...arc(bulge, board * 0.8).reverse()], b, 0.3)
  const pages: BufferGeometry[] = []
  const sheets = 14
  const inner = thick - 2 * board
  for (let i = 0; i < sheets; i++) {
    const slip = ((i * 37) % 5) * 0.09
    const leaf = new BoxGeometry(a - bulge * 0.6 - over - slip, inner / sheets + 0.02, b - 2 * over - slip)
    const level = 0.9 + (0.1 * ((i * 29) % 7)) / 6
    pages.push(
      tint(leaf.translate(bulge * 0.3 - over / 2 - slip / 2, -inner / 2 + (inner * (i + 0.5)) / sheets, 0), () => [level, level, level]),
    )
  }
  const parts: Part[] = [
    { geometry: unwrap(mergeGeometries([...cover.map((c) => c.toNonIndexed()), spine.toNonIndexed()].map(bare)), 'box') },
    { geometry: mergeGeometries(pages), plain: { colour: [238, 230, 212], roughness: 0.92 } },
  ]
  for (const { geometry } of parts) {
    if (thick === w)
      geometry
        .rotateX(-Math.PI / 2)
        .rotateZ(Math.PI / 2)
        .rotateY(Math.PI / 2)
        .rotateY(Math.PI / 2)
    else if (thick === d && thick !== h) geometry.rotateX(Math.PI / 2)
  }
  return grounded(parts, size)
}

function bare(geometry: BufferGeometry): BufferGeometry {
  return geometry.deleteAttribute('uv')
}

/** Parts that belong together, brought into the prop's size as one. */
function grounded(parts: Part[], size: Prop['size']): Part[] {
  fillTogether(
    parts.map(({ geometry }) => geometry),
    size,
  )
  return parts
}

const paler = (colour: Colour, share: number): Colour => colour.map((c) => Math.round(c + (255 - c) * share)) as unknown as Colour

/** A slice of fruit, lying: peel around, pith, and flesh in segments. Radius 1, `thick` high. */
function slice(thick: number, rim: number, random: () => number): { peel: BufferGeometry; pith: BufferGeometry; flesh: BufferGeometry } {
  const profile = (r: number, y: number) =>
    turned(
      [
        [0, -y],
        [r, -y],
        [r, y],
        [0, y],
      ],
      rim,
    )
  const peel = turned(
    [
      [0.93, thick * 0.5],
      [0.93, -thick * 0.5],
      [0.97, -thick * 0.5, 0.015],
      [1, 0, 0.2 * thick],
      [0.97, thick * 0.5, 0.015],
      [0.93, thick * 0.5],
    ],
    rim,
  )
  const pith = profile(0.94, thick * 0.49)
  const n = 9 + Math.floor(random() * 3)
  const wedges = Array.from({ length: n }, (_, i) => {
    const [from, to] = [((i + 0.05) / n) * 2 * Math.PI, ((i + 0.95) / n) * 2 * Math.PI]
    const far = 0.86 * between(random, 0.97, 1.01)
    const arc = Array.from({ length: 6 }, (_, k) => {
      const turn = from + ((to - from) * k) / 5
      return [Math.cos(turn) * far, Math.sin(turn) * far, k === 0 || k === 5 ? 0.07 : 0] as const
    })
    const middle = (from + to) / 2
    return extruded(
      [[Math.cos(middle) * 0.08, Math.sin(middle) * 0.08, 0.01], ...arc],
      thick * 1.06,
      Math.min(0.02, thick * 0.2),
      [],
      1,
    ).rotateX(-Math.PI / 2)
  })
  const flesh = unwrap(mergeGeometries(wedges), 'box')
  const position = flesh.getAttribute('position')
  return {
    peel: unwrap(peel, 'box'),
    pith,
    flesh: tint(flesh, (i) => {
      const r = Math.hypot(position.getX(i), position.getZ(i))
      const level = 0.86 + 0.2 * r
      return [level, level, level]
    }),
  }
}

/** Slices of citrus: they lie about, or lean on each other in a fan where the prop is high enough. */
const citrus: Maker = (prop, random) => {
  const [w, h, d] = prop.size
  const count = Math.min(prop.count, 8)
  const across = Math.min(74, Math.min(w, d) * (count === 1 ? 1 : 0.62))
  const leans = h > across * 0.35 && count > 1
  const lean = leans ? Math.min(0.95, Math.asin(Math.min(0.8, h / across - 0.08))) : 0
  const thick = Math.min(h, across * 0.1)
  const places = leans
    ? Array.from({ length: count }, (_, i) => ({
        x: (i - (count - 1) / 2) * Math.min(across * 0.3, w / count),
        z: between(random, -2, 2),
        turn: 0,
      }))
    : scatter(count, [w, d], across, random)
  const slices = places.map(({ x, z, turn }, i) => {
    const one = slice((2 * thick) / across, count > 6 ? 20 : 36, random)
    for (const geometry of [one.peel, one.pith, one.flesh]) {
      geometry.scale(across / 2, across / 2, across / 2).rotateY(turn + random())
      if (leans && i > 0) geometry.rotateX(0.45).rotateZ(lean)
      geometry.translate(x, 0, z)
    }
    return one
  })
  const { colour } = natureOf(prop.material)
  const all = (part: 'peel' | 'pith' | 'flesh') => mergeGeometries(slices.map((one) => one[part]))
  return grounded(
    [
      { geometry: all('peel') },
      { geometry: all('pith'), plain: { colour: paler(colour, 0.82), roughness: 0.7 } },
      { geometry: all('flesh'), plain: { colour: paler(colour, 0.08), roughness: 0.18 } },
    ],
    leans ? prop.size : heldIn(prop, across, thick),
  )
}

/** What lies flat need not be stretched to the whole of its area. */
const heldIn = ({ size: [w, h, d], count }: Prop, across: number, thick: number): [number, number, number] =>
  count === 1 ? [Math.min(w, across), Math.min(h, thick * 1.06), Math.min(d, across)] : [w, Math.min(h, thick * 1.06), d]

/** Sharpened pencils side by side, none quite parallel: lacquer, cedar and lead. */
const pencils: Maker = (prop, random) => {
  const [w, h, d] = prop.size
  const long = Math.max(w, d)
  const row = Math.min(w, d)
  const r = Math.min(h / 2, long * 0.03)
  const taper = r * 5
  const lacquer: BufferGeometry[] = []
  const cedar: BufferGeometry[] = []
  const lead: BufferGeometry[] = []
  const count = Math.min(prop.count, 24)
  for (let i = 0; i < count; i++) {
    const length = long * between(random, 0.86, 1) - taper
    const hexagon = Array.from(
      { length: 6 },
      (_, k) => [Math.cos((k * Math.PI) / 3) * r, Math.sin((k * Math.PI) / 3) * r, r * 0.12] as const,
    )
    const body = extruded(hexagon, length, r * 0.12)
    const cone = turned(
      [
        [r * 0.93, 0],
        [r * 0.3, taper * 0.72],
      ],
      18,
    )
    const tip = turned(
      [
        [r * 0.3, taper * 0.72],
        [r * 0.06, taper, r * 0.05],
        [0, taper],
      ],
      12,
    )
    const end = random() < 0.5 ? 1 : -1
    const [yaw, x, z] = [
      between(random, -0.09, 0.09),
      between(random, -0.04, 0.04) * long,
      count === 1 ? 0 : ((i + 0.5) / count - 0.5) * row * 0.9,
    ]
    for (const geometry of [cone, tip]) geometry.rotateX(Math.PI / 2).translate(0, 0, length / 2 - r * 0.05)
    for (const geometry of [body, cone, tip]) {
      geometry
        .translate(0, 0, -taper / 2)
        .rotateZ(Math.PI / 6)
        .rotateY((end * Math.PI) / 2 + yaw)
      geometry.translate(x, r * 0.87, z)
    }
    const shade = between(random, 0.85, 1.1)
    lacquer.push(tint(unwrap(body, 'box'), () => [shade, shade, shade]))
    cedar.push(cone)
    lead.push(tip)
  }
  const parts: Part[] = [
    { geometry: mergeGeometries(lacquer) },
    { geometry: mergeGeometries(cedar), plain: { colour: [206, 164, 118], roughness: 0.7 } },
    { geometry: mergeGeometries(lead), plain: { colour: [52, 52, 55], roughness: 0.4 } },
  ]
  if (d > w) for (const { geometry } of parts) geometry.rotateY(Math.PI / 2)
  return grounded(parts, [w, Math.min(h, 2 * r), d])
}

export const made = { book, citrus, pencils } satisfies Partial<Record<MadeKind, Maker>>
