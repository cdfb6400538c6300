import { fail } from '../fault'
import { z } from '../schema'
import { type Camera, heroOf, type Point, type Product, Scene } from './document'
import { keptScene } from './files'
import { type Body, cornersOf, type Extent, extentOf } from './framing'
import { shifted, viewOf } from './geometry'
import { aboveGround } from './lens'
import { modelsIn } from './models'
import { clamp } from './numbers'
import { posed } from './poses'

/** A set to be used again: a scene without what belongs to one product. Its hero's size is the stage that a product may fill. */
export const Look = z.object({
  v: z.literal(1).default(1),
  id: z.string().min(1).max(40),
  title: z.string().trim().min(1).max(80),
  scene: Scene,
})
export type Look = z.infer<typeof Look>

/** What must be known of a product to put it into a look. */
export interface ProductFacts {
  /** Width to height of its cutout's box. */
  readonly aspect: number
  /** How it can be placed, the fittest first. */
  readonly poses: readonly Product['pose'][]
}

/** The set of a scene whose hero's cutout has an aspect (width to height). Of a group, the hero's place is kept. */
export function lookOf(scene: Scene, aspect: number): Scene {
  const { id, at, size, pose, relight, gloss, tint } = heroOf(scene)
  const stage =
    size.by === 'fit' ? size : ({ by: 'fit', width: clamp(size.height * aspect, 1, 10_000), height: size.height } satisfies Product['size'])
  return Scene.parse({ ...scene, products: [{ id, at, size: stage, pose, relight, gloss, tint }] })
}

/**
 * The look with a product in it: as large as the stage allows, in the look's pose if it can take it, and seen as large in the frame and at
 * the same place as the stage is. For that the camera is moved along its axis and across it; lens, direction and light stay.
 */
export function withLook({ scene }: Pick<Look, 'scene'>, { aspect, poses }: ProductFacts): Scene {
  const look = heroOf(scene)
  const pose = poses.includes(look.pose) ? look.pose : (poses[0] ?? look.pose)
  const stage = look.size.by === 'fit' ? look.size : { width: look.size.height, height: look.size.height }
  const height = Math.min(stage.height, stage.width / aspect)
  const body = flatBody(height * aspect, height)
  const wanted = seen(scene.camera, scene.aspect, flatBody(stage.width, stage.height), look.at, look.pose)
  const product = posed(look, pose, height)
  const camera = reframed(scene.camera, scene.aspect, cornersOf(body, product.at, pose, scene.camera.azimuth), wanted)
  const size = { by: 'fit', width: clamp(stage.width, 1, 10_000), height: clamp(stage.height, 1, 10_000) } as const
  return { ...scene, camera, products: [{ ...product, size }, ...scene.products.slice(1)] }
}

/** A picture has no depth that the frame should make room for. */
const flatBody = (width: number, height: number): Body => ({ width, height, depth: 0 })

const seen = (camera: Camera, aspect: number, body: Body, at: Point, pose: Product['pose']) =>
  extentOf(camera, aspect, cornersOf(body, at, pose, camera.azimuth))

const fillOf = ({ left, top, right, bottom }: Extent) => Math.max(right - left, bottom - top)

/** Moves the camera until the points fill as much of the frame as wanted, around the same middle. Each round halves what perspective leaves, or better. */
function reframed(from: Camera, aspect: number, points: readonly Point[], wanted: Extent): Camera {
  let camera = from
  for (let round = 0; round < 24; round++) {
    const now = extentOf(camera, aspect, points)
    const nearer = clamp(fillOf(now) / fillOf(wanted), 0.25, 4)
    const view = viewOf(camera, aspect, aspect, 1)
    const across = (((now.left + now.right - wanted.left - wanted.right) / 2) * aspect * camera.distance) / view.focal
    const down = (((now.top + now.bottom - wanted.top - wanted.bottom) / 2) * camera.distance) / view.focal
    if (!Number.isFinite(nearer + across + down) || (Math.abs(nearer - 1) < 1e-6 && Math.hypot(across, down) < 1e-4)) break
    const target = shifted(camera.target, view, across, -down)
    const distance = clamp(camera.distance * nearer, 50, 20_000)
    const focus = camera.focus === null ? null : clamp(camera.focus + distance - camera.distance, 50, 40_000)
    camera = aboveGround({ ...camera, target, distance, focus })
  }
  return camera
}

/** Largest file of a look, bytes: a full one is a twentieth of it. */
const LARGEST = 512 * 1024
/** No look is nested deeper. */
const DEEPEST = 16

/** A look out of a file, as `openLook` reads it, without a word about what was left out. */
export const readLook = (file: Uint8Array | string): Look => openLook(file).look

/**
 * A look out of a file, or a scene's own document; whoever made it. Throws the faults `too-large`, `not-a-look`, `newer` (made by a
 * later version) and `out-of-range` (says where), and nothing else. What the scene has of files is left out: they do not travel with it;
 * `left` names them.
 */
export function openLook(file: Uint8Array | string): { look: Look; left: string[] } {
  const again = 'Export the look again where it was made.'
  if (file.length > LARGEST) fail('too-large', 'This file is too large for a look.', 'Choose a file that was exported as a look.')
  const text = typeof file === 'string' ? file : new TextDecoder().decode(file)
  if (depthOf(text) > DEEPEST)
    fail('not-a-look', 'This file is no look of the photography studio.', 'Choose a file that was exported as a look.')
  const data = parsed(text)
  if (typeof data !== 'object' || data === null || !('scene' in data || 'camera' in data))
    fail('not-a-look', 'This file is no look of the photography studio.', 'Choose a file that was exported as a look.')
  const whole = 'scene' in data ? data : { v: 'v' in data ? data.v : 1, id: 'scene', title: 'Scene', scene: data }
  const inner = typeof whole.scene === 'object' && whole.scene !== null && 'v' in whole.scene ? whole.scene.v : 1
  if (['v' in whole ? whole.v : 1, inner].some((v) => typeof v === 'number' && v > 1))
    fail('newer', 'This look was made by a newer version of Vitrine.', 'Update the app by loading the page again while online.')
  const look = Look.safeParse(whole)
  if (!look.success) {
    const [issue] = look.error.issues
    const where = (issue?.path ?? []).join(' › ').slice(0, 120)
    return fail('out-of-range', `This look has something that no set can have${where && ` (${where})`}.`, again)
  }
  const { scene } = look.data
  for (const list of [scene.lights, scene.cards, scene.props, scene.products])
    if (new Set(list.map(({ id }) => id)).size < list.length) fail('out-of-range', 'This look has two things with one name.', again)
  const left = [
    ...(scene.backdrop.kind === 'plate' ? ['the backdrop photo'] : []),
    ...modelsIn(scene).map(({ model }) => `“${model.title}”`),
  ]
  return { look: { ...look.data, scene: keptScene(lookOf(scene, 1), () => false) }, left: [...new Set(left)] }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return fail('not-a-look', 'This file cannot be read: it is damaged or no look.', 'Choose a file that was exported as a look.')
  }
}

/** How deep brackets are nested in JSON, those in texts left out. */
function depthOf(text: string): number {
  let [depth, most] = [0, 0]
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/gs)) {
    if (mark === '{' || mark === '[') most = Math.max(most, ++depth)
    else if (mark === '}' || mark === ']') depth--
  }
  return most
}
