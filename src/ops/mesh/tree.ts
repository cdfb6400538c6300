import { damaged, empty, MOST, tooMany } from './refuse'
import type { Gltf } from './schema'

/** The scene that the file wants to be shown first: places of its roots. */
export function rootsOf({ scene = 0, scenes, nodes }: Gltf): number[] {
  if (scenes.length > 0) return scenes[scene]?.nodes ?? damaged(`scene ${scene} is missing`)
  const held = new Set(nodes.flatMap(({ children }) => children))
  return nodes.map((_, i) => i).filter((i) => !held.has(i))
}

/** Nodes are a tree (glTF 2.0, 3.5.2), and what hangs on it can be drawn. */
export function checkTree(gltf: Gltf): void {
  const { nodes, meshes, accessors } = gltf
  const costs = meshes.map(({ primitives }) => {
    const cost = { triangles: 0, corners: 0, moved: 0 }
    for (const { attributes, indices, mode = 4, targets = [] } of primitives) {
      const corners = attributes.POSITION === undefined ? 0 : (accessors[attributes.POSITION]?.count ?? 0)
      const run = indices === undefined ? corners : (accessors[indices]?.count ?? 0)
      cost.corners += corners
      cost.moved += corners * targets.length
      // Strips and fans have a triangle for each corner but two.
      if (mode >= 4) cost.triangles += mode === 4 ? Math.floor(run / 3) : Math.max(0, run - 2)
    }
    return cost
  })
  const [seen, worn, open] = [new Set<number>(), new Set<number | undefined>(), [...rootsOf(gltf)]]
  let [triangles, corners, moved] = [0, 0, 0]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const node = nodes[at]
    if (!node) damaged(`node ${at} is missing`)
    if (seen.has(at)) damaged('its parts are tied in a loop')
    seen.add(at)
    open.push(...node.children)
    const cost = node.mesh === undefined ? null : costs[node.mesh]
    if (!cost) continue
    for (const { material } of meshes[node.mesh as number]?.primitives ?? []) worn.add(material)
    triangles += cost.triangles
    corners += cost.corners
    moved += cost.moved
  }
  if (triangles === 0) empty()
  if (worn.size > MOST.materials) tooMany('materials', worn.size, MOST.materials)
  if (triangles > MOST.triangles) tooMany('triangles', triangles, MOST.triangles)
  if (corners > MOST.corners) tooMany('corners', corners, MOST.corners)
  if (moved > 10 * MOST.corners) tooMany('corners in its shapes', moved, 10 * MOST.corners)
}
