import {
  type BufferGeometry,
  DoubleSide,
  Group,
  Mesh,
  MeshBasicMaterial,
  type Object3D,
  PlaneGeometry,
  Shape,
  ShapeGeometry,
  Vector2,
} from 'three'
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js'
import { type Gobo, Prop } from '../../core/scene/document'
import { seeded } from '../../core/seeded'
import { partsOf } from './props'
import { between } from './props/part'

/** Half side of the wall that an opening is cut into, mm. */
const WALL = 3000
type Random = () => number

const bar = (w: number, h: number, x: number, y: number) => new PlaneGeometry(w, h).translate(x, y, 0).toNonIndexed()

/** A wall with a rectangular opening of w x h about the origin. */
function wall(w: number, h: number): BufferGeometry[] {
  const [side, top] = [WALL - w / 2, WALL - h / 2]
  return [-1, 1].flatMap((s) => [bar(side, 2 * WALL, (s * (WALL + w / 2)) / 2, 0), bar(w, top, 0, (s * (WALL + h / 2)) / 2)])
}

/** A sash window of two by three panes. */
const window = () => [
  ...wall(620, 900),
  bar(34, 900, 0, 0),
  ...[-150, 150].map((y) => bar(620, 26, 0, y)),
  ...[-310, 310].map((x) => bar(40, 900, x, 0)),
  ...[-450, 450].map((y) => bar(660, 40, 0, y)),
]

/** Venetian blinds, half open, with their two cords. */
const blinds = () => [
  ...wall(800, 1000),
  ...Array.from({ length: 21 }, (_, i) => bar(800, 27, 0, (i - 10) * 48)),
  ...[-250, 250].map((x) => bar(5, 1000, x, 0)),
]

/** Upright laths. */
const slats = () => Array.from({ length: 41 }, (_, i) => bar(38, 2400, (i - 20) * 76, 0))

const grid = () => Array.from({ length: 33 }, (_, i) => (i - 16) * 90).flatMap((at) => [bar(20, 2880, at, 0), bar(2880, 20, 0, at)])

/** A sheet with something cut out, `holes` clockwise or not. */
function sheet(half: number, holes: Vector2[][]): BufferGeometry {
  const shape = new Shape([new Vector2(-half, -half), new Vector2(half, -half), new Vector2(half, half), new Vector2(-half, half)])
  shape.holes = holes.map((points) => new Shape(points))
  return new ShapeGeometry(shape, 1).toNonIndexed()
}

function dots(random: Random): BufferGeometry[] {
  const holes: Vector2[][] = []
  for (let y = -7; y <= 7; y++) {
    for (let x = -7; x <= 7; x++) {
      const [cx, cy, r] = [x * 110 + (y % 2 ? 55 : 0) + between(random, -6, 6), y * 96 + between(random, -6, 6), between(random, 26, 36)]
      holes.push(
        Array.from({ length: 14 }, (_, i) => new Vector2(cx + r * Math.cos((i * Math.PI) / 7), cy + r * Math.sin((i * Math.PI) / 7))),
      )
    }
  }
  return [sheet(1000, holes)]
}

/**
 * The net that rippled water throws: the bright lines are what is open between many rounded cells that keep most of the light off.
 */
function water(random: Random): BufferGeometry[] {
  const [step, n] = [92, 9]
  const points = new Map<string, Vector2>()
  const at = (x: number, y: number) => {
    const key = `${x},${y}`
    const known = points.get(key) ?? new Vector2((x + between(random, -0.36, 0.36)) * step, (y + between(random, -0.36, 0.36)) * step)
    points.set(key, known)
    return known
  }
  const cells: BufferGeometry[] = []
  for (let y = -n; y < n; y++) {
    for (let x = -n; x < n; x++) {
      const corners = [at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1)]
      const middle = corners.reduce((sum, p) => sum.add(p), new Vector2()).multiplyScalar(0.25)
      const inset = between(random, 0.85, 0.96)
      const drawn = corners.map((p) => p.clone().sub(middle).multiplyScalar(inset).add(middle))
      const shape = new Shape()
      const half = (i: number) =>
        (drawn[i % 4] as Vector2)
          .clone()
          .add(drawn[(i + 1) % 4] as Vector2)
          .multiplyScalar(0.5)
      shape.moveTo(half(3).x, half(3).y)
      for (let i = 0; i < 4; i++) {
        const [corner, to] = [drawn[i] as Vector2, half(i)]
        shape.quadraticCurveTo(corner.x, corner.y, to.x, to.y)
      }
      cells.push(new ShapeGeometry(shape, 5).toNonIndexed())
    }
  }
  return cells
}

/** Sprigs of a prop's kind, hung before the light in a loose cluster. */
function foliage(
  kind: Prop['kind'],
  count: number,
  reach: number,
  size: [number, number, number],
  random: Random,
  times = 1,
): BufferGeometry[] {
  return Array.from({ length: count }, (_, i) => {
    const sprig = partsOf(Prop.parse({ id: 'g', kind, at: [0, 0, 0], size, material: { kind: 'leaf' }, seed: Math.floor(random() * 9999) }))
    const pieces = mergeGeometries(
      sprig.map(({ geometry }) => {
        const plain = geometry.index ? geometry.toNonIndexed() : geometry.clone()
        return plain.deleteAttribute('color').deleteAttribute('uv')
      }),
    )
    // They lie: what was deep is now high, so one sees them from above.
    pieces
      .scale(times, times, times)
      .rotateX(Math.PI / 2)
      .rotateZ(between(random, -0.5, 0.5) + (i % 2 ? Math.PI : 0) + (i % 3) * 0.7)
    return pieces.translate(between(random, -reach, reach), between(random, -reach, reach), 0)
  })
}

const makers: Record<Gobo['kind'], (random: Random) => BufferGeometry[]> = {
  window,
  blinds,
  slats,
  grid,
  dots,
  water,
  leaves: (random) => foliage('leaves', 9, 420, [300, 20, 240], random, 2),
  palm: (random) => foliage('palm-leaf', 4, 330, [1000, 160, 560], random),
  branch: (random) => [...foliage('branch', 4, 320, [1000, 220, 620], random), ...foliage('leaves', 8, 380, [300, 15, 240], random, 1.4)],
  eucalyptus: (random) => foliage('eucalyptus', 8, 340, [520, 70, 220], random),
}

/**
 * What stands in a light's way: flat or nearly, in the xy plane about the origin, facing +z, mm; windows and blinds are holes in a wall of 6 m.
 * Only its shadow is wanted, so it casts from both sides and its colour says nothing. It is turned by `gobo.turn` about z.
 */
export function goboOf(gobo: Gobo): Object3D {
  const pieces = makers[gobo.kind](seeded(gobo.seed)).map((piece) => piece.deleteAttribute('uv').deleteAttribute('normal'))
  const geometry = mergeGeometries(pieces)
  const mesh = new Mesh(geometry, new MeshBasicMaterial({ side: DoubleSide }))
  mesh.castShadow = true
  mesh.rotation.z = (gobo.turn * Math.PI) / 180
  mesh.scale.setScalar(gobo.scale)
  const group = new Group()
  group.add(mesh)
  return group
}
