import { type BufferGeometry, Matrix4, Quaternion, Vector3 } from 'three'
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js'
import type { MadeKind } from '../../../core/scene/document'
import { lumps } from './blob'
import { fill, fillTogether } from './fit'
import { between, type Maker, type Part, tint } from './part'
import { patch, turnOver } from './patch'
import { room, scatter } from './scatter'
import { tube } from './tube'

interface Blade {
  readonly length: number
  readonly width: number
  /** How wide it is from its foot (0) to its tip (1), as a share of the width. */
  readonly outline: (v: number) => number
  /** How far its sides rise, as a share of the width; sharply at a midrib, else as a cup. */
  readonly fold: number
  readonly midrib: boolean
  /** How far it bends down towards its tip, as a share of the length; up where negative. */
  readonly droop: number
  /** Waves of its edge, as a share of the width. */
  readonly wavy: number
  readonly shift: number
  readonly columns: number
  readonly rows: number
}

/** A leaf or a petal: from the origin along +z, its front up. uv in mm, u = 0 along its middle. */
function blade({ length, width, outline, fold, midrib, droop, wavy, shift, columns, rows }: Blade): BufferGeometry {
  const p = new Vector3()
  const geometry = patch(
    (u, v, at) => {
      const side = 1 - u * 2
      const half = (width / 2) * outline(v)
      const lift = midrib ? Math.sqrt(side * side + 0.01) - 0.1 : side * side
      p.set(side, v * 3, shift)
      const wave = wavy * width * Math.abs(side) * lumps(p, 1.6, shift)
      at.set(-side * half, lift * fold * half * 2 - droop * length * v * v + wave, v * length * (1 - 0.35 * Math.abs(droop) * v))
    },
    columns,
    rows,
    { span: [1, 1] },
  )
  const [position, uv, normal] = [geometry.getAttribute('position'), geometry.getAttribute('uv'), geometry.getAttribute('normal')]
  // A leaf wider than a tile of its material shows the same veins, larger.
  const shrink = Math.min(1, 84 / width)
  for (let i = 0; i < uv.count; i++) uv.setXY(i, position.getX(i) * shrink, uv.getY(i) * length * shrink)
  if (normal.getY(0) < 0) turnOver(geometry)
  return geometry
}

const pointed = (v: number) => Math.sin(Math.PI * Math.min(1, 0.03 + v * 0.97) ** 0.8) ** 0.9 * (1 - 0.25 * v) * 1.08
const roundish = (v: number) => Math.sqrt(Math.max(0, 1 - (1 - 2 * Math.max(0.02, v)) ** 2)) ** 0.9
const petalled = (v: number) => Math.min(1, 0.16 + 1.15 * v) * Math.sqrt(Math.max(0, 1 - Math.max(0, (v - 0.55) / 0.46) ** 2.6))
const grassy = (v: number) => (0.75 + 0.5 * v) * (1 - v ** 2.4)

const leafShade = (random: () => number): readonly [number, number, number] => {
  const level = between(random, 0.72, 1.12)
  return [level * between(random, 0.85, 1.2), level, level * between(random, 0.85, 1.05)]
}

function tintLeaf(leaf: BufferGeometry, random: () => number): BufferGeometry {
  const shade = leafShade(random)
  return tint(leaf, () => shade)
}

type Line = (t: number, at: Vector3) => Vector3

/** A line's point and the way that it goes there. */
function nodeOf(line: Line, t: number): { at: Vector3; along: Vector3 } {
  const at = line(t, new Vector3())
  const along = line(Math.min(1, t + 0.02), new Vector3())
    .sub(at)
    .normalize()
  return { at, along }
}

/** Turns a piece that grows along +z into a direction, rolls it about that and puts it in its place. */
function grown(piece: BufferGeometry, at: Vector3, direction: Vector3, roll: number): BufferGeometry {
  const z = direction.clone().normalize()
  const x = new Vector3(0, 1, 0).cross(z)
  if (x.lengthSq() < 1e-6) x.set(1, 0, 0)
  x.normalize()
  const turn = new Quaternion().setFromRotationMatrix(new Matrix4().makeBasis(x, z.clone().cross(x), z))
  turn.multiply(new Quaternion().setFromAxisAngle(new Vector3(0, 0, 1), roll))
  return piece.applyQuaternion(turn).translate(at.x, at.y, at.z)
}

/** Leaves or petals strewn flat, each curled its own way and never higher than the prop. */
function fallen(prop: Parameters<Maker>[0], random: () => number, natural: number, make: (mm: number) => BufferGeometry): BufferGeometry {
  const [w, h, d] = prop.size
  const most = Math.min(natural, 0.45 * Math.min(w, d), 2.2 * room(prop.count, [w, d]))
  const pieces = scatter(prop.count, [w, d], most * 1.1, random).map(({ x, z, turn }) => {
    const piece = make(most * between(random, 0.7, 1))
    piece.computeBoundingBox()
    piece.translate(0, 0, -((piece.boundingBox?.max.z ?? 0) / 2))
    piece.rotateZ(between(random, -0.14, 0.14)).rotateX(between(random, -0.12, 0.12))
    piece.computeBoundingBox()
    const [low, high] = [piece.boundingBox?.min.y ?? 0, piece.boundingBox?.max.y ?? 0]
    const rest = Math.max(0, h - 0.2) / Math.max(1e-6, high - low)
    piece.translate(0, -low, 0).scale(1, Math.min(1, rest), 1)
    return piece.rotateY(turn).translate(x, Math.min(0.2, h / 2), z)
  })
  return mergeGeometries(pieces)
}

const detail = (count: number) => (count > 80 ? { columns: 4, rows: 5 } : count > 30 ? { columns: 6, rows: 8 } : { columns: 10, rows: 14 })

const petals: Maker = (prop, random) => {
  const make = (mm: number) => {
    const petal = blade({
      length: mm,
      width: mm * between(random, 0.72, 0.95),
      outline: petalled,
      fold: between(random, 0.1, 0.22),
      midrib: false,
      droop: random() < 0.6 ? -between(random, 0.04, 0.16) : between(random, 0.03, 0.1),
      wavy: 0.05,
      shift: random() * 30,
      ...detail(prop.count),
    })
    const [uv, level] = [petal.getAttribute('uv'), between(random, 0.92, 1.08)]
    const length = mm * Math.min(1, 84 / mm)
    // Pale where it grew on the flower.
    return tint(petal, (i) => {
      const foot = Math.max(0, 1 - (uv.getY(i) / length) * 2.6)
      return [level * (1 + 0.1 * foot), level * (1 + 0.42 * foot), level * (1 + 0.22 * foot)]
    })
  }
  return [{ geometry: fallen(prop, random, 34, make), sheet: true }]
}

const leaves: Maker = (prop, random) => {
  const make = (mm: number) => {
    const leaf = blade({
      length: mm,
      width: mm * between(random, 0.42, 0.52),
      outline: pointed,
      fold: between(random, 0.08, 0.2),
      midrib: true,
      droop: between(random, -0.12, 0.16),
      wavy: 0.07,
      shift: random() * 30,
      ...detail(prop.count),
    })
    return tintLeaf(leaf, random)
  }
  return [{ geometry: fallen(prop, random, 75, make), sheet: true }]
}

/** What grows along x stands up where the prop is higher than wide. */
function settled(parts: Part[], [w, h, d]: readonly [number, number, number]): Part[] {
  const upright = h > w * 1.15
  const whole = mergeGeometries(parts.map(({ geometry }) => geometry.clone().deleteAttribute('color')))
  whole.computeBoundingBox()
  const box = whole.boundingBox
  if (!box) return parts
  const [size, middle] = [box.getSize(new Vector3()), box.getCenter(new Vector3())]
  for (const { geometry } of parts) {
    geometry.translate(-middle.x, -middle.y, -middle.z)
    if (upright)
      geometry
        .scale(h / size.x, d / size.y, w / size.z)
        .rotateZ(Math.PI / 2)
        .rotateY(Math.PI / 2)
    else geometry.scale(w / size.x, h / size.y, d / size.z)
    geometry.translate(0, h / 2, 0)
  }
  return parts
}

/** Silver-dollar eucalyptus: round leaves in pairs on a bent stem, smaller towards the tip. */
const eucalyptus: Maker = ({ size }, random) => {
  const length = 200
  const [bend, rise] = [between(random, -26, 26), between(random, 8, 18)]
  const stem = (t: number, at: Vector3) => at.set((t - 0.5) * length, rise * Math.sin(t * 2.6), bend * Math.sin(t * 3.1))
  const grownLeaves: BufferGeometry[] = []
  const nodes = 11
  for (let i = 0; i < nodes; i++) {
    const t = 0.1 + (0.88 * i) / (nodes - 1)
    const { at, along } = nodeOf(stem, t)
    const mm = (30 - 17 * t) * between(random, 0.85, 1.1)
    const roll = i * 1.2 + between(random, -0.3, 0.3)
    for (const side of i === nodes - 1 ? [1, -1, 0] : [1, -1]) {
      const out = new Vector3(0, Math.sin(roll) * 0.6, Math.cos(roll)).multiplyScalar(side)
      const direction = along.clone().multiplyScalar(0.55).add(out)
      const leaf = blade({
        length: mm,
        width: mm * between(random, 0.84, 0.98),
        outline: roundish,
        fold: between(random, 0.04, 0.14),
        midrib: true,
        droop: between(random, -0.1, 0.15),
        wavy: 0.05,
        shift: random() * 30,
        columns: 6,
        rows: 7,
      })
      tintLeaf(leaf, random)
      const foot = at.clone().addScaledVector(direction.clone().normalize(), 2)
      grownLeaves.push(grown(leaf, foot, direction, between(random, -0.5, 0.5)))
    }
  }
  const wood = tube(stem, (t) => 1.5 - 0.9 * t, 26, 7)
  return settled(
    [
      { geometry: mergeGeometries(grownLeaves), sheet: true },
      { geometry: wood, plain: { colour: [128, 104, 82], roughness: 0.7 } },
    ],
    size,
  )
}

/** A feather palm: narrow leaflets in two rows along a bowed rib. */
const palmLeaf: Maker = ({ size }, random) => {
  const length = 400
  const bow = between(random, 30, 60)
  const rib = (t: number, at: Vector3) => at.set((t - 0.5) * length, bow * Math.sin(t * Math.PI * 0.8), 26 * t * t)
  const leaflets: BufferGeometry[] = []
  for (let i = 0; i < 21; i++) {
    const t = 0.14 + (0.86 * i) / 20
    const { at, along } = nodeOf(rib, t)
    const reach = 150 * Math.sin(Math.PI * (0.14 + 0.74 * t)) * between(random, 0.9, 1.06)
    for (const side of [1, -1]) {
      const open = 1.1 - 0.85 * t
      const direction = along.clone().add(new Vector3(0, 0.35, side * open * 1.2))
      const leaflet = blade({
        length: reach,
        width: 11,
        outline: (v) => Math.min(1, 0.35 + v * 2.2) * (1 - v ** 3),
        fold: 0.22,
        midrib: true,
        droop: between(random, 0.16, 0.34),
        wavy: 0.04,
        shift: random() * 30,
        columns: 4,
        rows: 6,
      })
      tintLeaf(leaflet, random)
      leaflets.push(grown(leaflet, at, direction, side * 0.35))
    }
  }
  const stem = tube(rib, (t) => 3 - 2.2 * t, 24, 7)
  const shade: [number, number, number] = [1.15, 1.1, 0.8]
  return settled([{ geometry: mergeGeometries([...leaflets, tint(stem, () => shade)]), sheet: true }], size)
}

const grassTuft: Maker = ({ size }, random) => {
  const stalks = Array.from({ length: 56 }, () => {
    const [angle, far] = [random() * 2 * Math.PI, random() ** 0.7]
    const tall = between(random, 0.55, 1) * 100
    const stalk = blade({
      length: tall,
      width: between(random, 2.4, 4.2),
      outline: grassy,
      fold: 0.2,
      midrib: true,
      droop: between(random, 0.05, 0.5) * far,
      wavy: 0,
      shift: random() * 30,
      columns: 2,
      rows: 9,
    })
    const uv = stalk.getAttribute('uv')
    const shade = leafShade(random)
    tint(stalk, (i) => {
      const up = 0.5 + 0.6 * Math.min(1, uv.getY(i) / 60)
      return [shade[0] * up, shade[1] * up, shade[2] * up]
    })
    const lean = 0.5 * far
    return grown(
      stalk,
      new Vector3(Math.cos(angle) * far * 8, 0, Math.sin(angle) * far * 8),
      new Vector3(Math.cos(angle) * lean, 1, Math.sin(angle) * lean),
      0,
    )
  })
  return [{ geometry: fill(mergeGeometries(stalks), size), sheet: true }]
}

/** A twig that forks twice, bare but for its buds. */
const branch: Maker = ({ size }, random) => {
  const pieces: BufferGeometry[] = []
  const grow = (from: Vector3, direction: Vector3, length: number, thick: number, forks: number) => {
    const [bend, kink] = [new Vector3(0, between(random, -0.2, 0.2), between(random, -0.25, 0.25)), random() * 20]
    const p = new Vector3()
    const line = (t: number, at: Vector3) => {
      at.copy(from)
        .addScaledVector(direction, length * t)
        .addScaledVector(bend, length * t * t)
      p.set(t * 3, kink, 0)
      at.y += 0.05 * length * t * lumps(p, 1.3, kink)
      at.z += 0.05 * length * t * lumps(p, 1.5, kink + 4)
      return at
    }
    const knots = (turn: number, t: number) => 1 + 0.12 * lumps(p.set(Math.cos(turn), Math.sin(turn), t * 14), 1.4, kink)
    pieces.push(tube(line, (t) => thick * (1 - 0.72 * t), forks === 2 ? 26 : forks === 1 ? 8 : 3, forks === 2 ? 9 : 5, knots))
    if (forks === 0) return
    const twigs = forks === 2 ? 7 : 3
    for (let i = 0; i < twigs; i++) {
      const t = 0.2 + (0.75 * (i + random() * 0.6)) / twigs
      const foot = line(t, new Vector3())
      const out = direction
        .clone()
        .add(new Vector3(0.1, between(random, -0.3, 0.75), (i % 2 ? 1 : -1) * between(random, 0.5, 0.95)))
        .normalize()
      grow(foot, out, length * between(random, 0.3, 0.45) * (1.1 - 0.5 * t), thick * (1 - 0.72 * t) * 0.6, forks - 1)
    }
  }
  grow(new Vector3(-100, 0, 0), new Vector3(1, 0.06, 0), 200, 3.1, 2)
  return settled([{ geometry: mergeGeometries(pieces) }], size)
}

/** A cut log, lying: rough bark around, rings on its ends. */
const log: Maker = ({ size, seed }) => {
  const [w, h, d] = size
  const p = new Vector3()
  /** Ridges along the trunk, split by cracks that stray. */
  const rough = (turn: number, x: number) => {
    p.set(Math.cos(turn) * 1.3, Math.sin(turn) * 1.3, x)
    const body = 1 + 0.05 * lumps(p, 1.2, seed + 1)
    const crack = lumps(p.set(Math.cos(turn) * 5, Math.sin(turn) * 5, x * 1.7), 1, seed + 2)
    return body - 0.07 * Math.max(0, 1 - Math.abs(crack) * 4) ** 2 + 0.02 * lumps(p.multiplyScalar(2.3), 1, seed + 3)
  }
  const sides = 40
  const mantle = patch(
    (u, v, at) => {
      const turn = u * 2 * Math.PI
      const r = rough(turn, v * 3)
      at.set((v - 0.5) * 2, Math.cos(turn) * r, Math.sin(turn) * r)
    },
    96,
    9,
    { closed: true, span: [(Math.PI * (h + d)) / 2, w] },
  )
  const ends = [0, 1].map((end) => {
    const rings = 8
    const face = patch(
      (u, v, at) => {
        const turn = (end ? -1 : 1) * u * 2 * Math.PI
        const r = rough(turn, end * 3) * v * 0.995
        at.set(end * 2 - 1, Math.cos(turn) * r, Math.sin(turn) * r)
      },
      sides,
      rings,
      { closed: true, span: [0.01, 0.01] },
    )
    const [position, normal] = [face.getAttribute('position'), face.getAttribute('normal')]
    for (let i = 0; i < normal.count; i++) normal.setXYZ(i, end * 2 - 1, 0, 0)
    const [cy, cz] = [0.1, -0.07]
    return tint(face, (i) => {
      const r = Math.hypot(position.getY(i) - cy, position.getZ(i) - cz)
      const ring = Math.floor(i / (sides + 1)) % 2
      const level = (r > 0.95 ? 0.5 : 1.18 - 0.25 * Math.max(0, 0.5 - r)) * (ring ? 0.86 : 1)
      return [level, level * 0.98, level * 0.94]
    })
  })
  const places = mantle.getAttribute('position')
  tint(mantle, (i) => {
    p.fromBufferAttribute(places, i)
    const level = Math.max(0.35, 1.05 + 7 * (Math.hypot(p.y, p.z) - 1.01) + 0.4 * lumps(p, 9, seed + 4))
    return [level, level * 0.97, level * 0.94]
  })
  const sawn = mergeGeometries(ends)
  if (d > w) for (const geometry of [mantle, sawn]) geometry.rotateY(Math.PI / 2)
  fillTogether([mantle, sawn], size)
  return [{ geometry: sawn }, { geometry: mantle, plain: { colour: [104, 84, 66], roughness: 0.95 } }]
}

/** A bundle that lies in two layers. */
const sticks: Maker = ({ size, count }, random) => {
  const [w, h, d] = size
  const below = Math.max(1, Math.ceil(count * 0.62))
  const pieces = Array.from({ length: count }, (_, i) => {
    const upper = i >= below
    const row = upper ? count - below : below
    const place = upper ? i - below + 0.5 + (below - row) / 2 : i
    const [bend, shift, yaw] = [between(random, -3, 3), between(random, -3, 3), between(random, -0.05, 0.05)]
    const stick = tube(
      (t, at) => at.set((t - 0.5) * 100 + shift, bend * Math.sin(t * 3), 0),
      (t) => 4.6 * (1 + 0.05 * Math.sin(t * 9 + shift)),
      Math.max(3, Math.min(12, Math.floor(900 / count))),
      count > 40 ? 6 : 12,
    )
    const shade = between(random, 0.78, 1.12)
    tint(stick, () => [shade, shade * 0.98, shade * 0.95])
    return stick.rotateY(yaw).translate(0, upper ? 8.2 : 0, (place - (below - 1) / 2) * 9.6)
  })
  const bundle = mergeGeometries(pieces)
  if (d > w) bundle.rotateY(Math.PI / 2)
  return [{ geometry: fill(bundle, [w, h, d]) }]
}

export const plants = {
  petals,
  leaves,
  eucalyptus,
  'palm-leaf': palmLeaf,
  'grass-tuft': grassTuft,
  branch,
  log,
  sticks,
} satisfies Partial<Record<MadeKind, Maker>>
