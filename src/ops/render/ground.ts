import { BufferGeometry, Float32BufferAttribute } from 'three'
import type { Backdrop, Scene } from '../../core/scene/document'
import { ENDLESS } from './wall'

const BENDS = 24

/** Profile of a sweep: floor, cove and wall, as (height, z) from the front to the top. */
function sweep(distance: number, radius: number): (readonly [y: number, z: number])[] {
  const r = Math.min(radius, distance)
  const cove = Array.from({ length: r > 0 ? BENDS + 1 : 1 }, (_, i) => {
    const angle = (i / BENDS) * (Math.PI / 2)
    return [r * (1 - Math.cos(angle)), -(distance - r) - r * Math.sin(angle)] as const
  })
  return [[0, ENDLESS], ...cove, [ENDLESS, -distance]]
}

/**
 * Sheets in mm, uv in mm along their surfaces: of `profile` (points of height and z) drawn from left to right over `width` mm. They look
 * up and to the camera's side.
 */
function sheet(profile: readonly (readonly [y: number, z: number])[], width: number): BufferGeometry {
  const [at, normals, uv, index]: [number[], number[], number[], number[]] = [[], [], [], []]
  let along = 0
  profile.forEach((here, i) => {
    const [y, z] = here
    const before = profile[i - 1] ?? here
    const after = profile[i + 1] ?? here
    along += Math.hypot(y - before[0], z - before[1])
    const [dy, dz] = [after[0] - before[0], after[1] - before[1]]
    const length = Math.hypot(dy, dz) || 1
    for (const side of [-0.5, 0.5]) {
      at.push(side * width, y, z)
      normals.push(0, -dz / length, dy / length)
      uv.push(side * width, along)
    }
    if (i > 0) {
      const p = i * 2
      index.push(p - 2, p - 1, p + 1, p - 2, p + 1, p)
    }
  })
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new Float32BufferAttribute(at, 3))
  geometry.setAttribute('normal', new Float32BufferAttribute(normals, 3))
  geometry.setAttribute('uv', new Float32BufferAttribute(uv, 2))
  geometry.setIndex(index)
  return geometry
}

const flat = (width: number, front: number, back: number) =>
  sheet(
    [
      [0, front],
      [0, back],
    ],
    width,
  )

/** The parts of what lies under and stands behind the set. The floor is what can mirror; the rest rises from it. */
export interface Base {
  readonly floor: BufferGeometry
  /** Of the ground's own material: cove and wall of a sweep. */
  readonly rise: BufferGeometry | null
  /** A wall of its own material. */
  readonly wall: BufferGeometry | null
}

export function baseOf(ground: Scene['ground'], backdrop: Backdrop): Base {
  const [width, depth] = ground.size ?? [2 * ENDLESS, 2 * ENDLESS]
  if (backdrop.kind === 'sweep') {
    const profile = sweep(backdrop.distance, backdrop.radius)
    const foot = profile[1] as readonly [number, number]
    return { floor: flat(width, depth / 2, foot[1]), rise: sheet(profile.slice(1), width), wall: null }
  }
  const back = backdrop.kind === 'wall' ? -Math.min(backdrop.distance, depth / 2) : -depth / 2
  return {
    floor: flat(width, depth / 2, back),
    rise: null,
    wall:
      backdrop.kind === 'wall'
        ? sheet(
            [
              [0, -backdrop.distance],
              [ENDLESS, -backdrop.distance],
            ],
            2 * ENDLESS,
          )
        : null,
  }
}
