import { heroOf, type Scene } from '../../src/core/scene/document'

/** What makes a set another set, each measure 1 apart where an eye calls it different. Colour alone counts little. */
function traits(scene: Scene): number[] {
  const key = scene.lights.find(({ role }) => role === 'key') ?? scene.lights[0]
  const height = heroOf(scene).size.height
  const others = scene.lights.filter((light) => light !== key && light.role !== 'background')
  const level = ({ power, distance }: { power: number; distance: number }) => power - 2 * Math.log2(distance / 1000)
  const fill = Math.log2(others.reduce((sum, light) => sum + 2 ** level(light), 2 ** scene.environment.power))
  const turn = ((key?.azimuth ?? 0) * Math.PI) / 180
  return [
    Math.sin(turn) * 1.4,
    Math.cos(turn) * 1.4,
    (key?.elevation ?? 0) / 35,
    // Softness: how large the key looks from the hero, in octaves.
    Math.log2((key?.width ?? 1) / (key?.distance ?? 1)) / 2.5,
    ((key ? level(key) : 0) - fill) / 2,
    Math.log2((key?.kelvin ?? 5500) / scene.camera.kelvin) * 1.5,
    scene.camera.tilt / 20,
    Math.log2(scene.camera.focal) * 1.2,
    Math.log2(scene.aspect) * 1.2,
    Math.log2(height) * 0.25,
  ]
}

/** How far two scenes are from one another; under 1 they are one set. */
export function likeness(a: Scene, b: Scene): number {
  const [p, q] = [traits(a), traits(b)]
  const square = p.reduce((sum, value, i) => sum + (value - (q[i] as number)) ** 2, 0)
  const backdrop = ({ backdrop: at }: Scene) => (at.kind === 'wall' ? at.material.kind : at.kind)
  const gobo = ({ lights }: Scene) => lights.map((light) => light.gobo?.kind ?? '').join('')
  const [mine, yours] = [a, b].map(({ props }) => new Set<string>(props.map(({ kind }) => kind))) as [Set<string>, Set<string>]
  const shared = [...mine].filter((kind) => yours.has(kind)).length
  const apart = mine.size + yours.size ? 1 - shared / (mine.size + yours.size - shared) : 0
  const kinds = [a.ground.material.kind !== b.ground.material.kind, backdrop(a) !== backdrop(b), gobo(a) !== gobo(b)]
  return Math.sqrt(square + kinds.filter(Boolean).length * 0.6 + apart)
}
