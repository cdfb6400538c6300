import {
  Color,
  DirectionalLight,
  Mesh,
  MeshStandardMaterial,
  NeutralToneMapping,
  type Object3D,
  PerspectiveCamera,
  PlaneGeometry,
  PMREMGenerator,
  Scene,
  SphereGeometry,
  VSMShadowMap,
  WebGLRenderer,
} from 'three'
import { RoomEnvironment } from 'three/addons/environments/RoomEnvironment.js'
import { Gobo, MadeKind, Prop } from '../../src/core/scene/document'
import { Material, MaterialKind } from '../../src/core/scene/materials'
import { goboOf } from '../../src/ops/render/gobos'
import { materialOf } from '../../src/ops/render/materials'
import { propOf } from '../../src/ops/render/props'
import { ordered } from './props'

/** A sphere of 100 mm on a plane that runs off into the distance. */
function materialSet(kind: MaterialKind, renderer: WebGLRenderer, bake: number): Object3D[] {
  const start = performance.now()
  const material = materialOf(Material.parse({ kind }), { renderer, size: bake })
  renderer.getContext().readPixels(0, 0, 1, 1, 6408, 5121, new Uint8Array(4))
  console.log(`${kind}: baked in ${Math.round(performance.now() - start)} ms`)
  const plane = new PlaneGeometry(700, 700).rotateX(-Math.PI / 2)
  const uv = plane.getAttribute('uv')
  for (let i = 0; i < uv.count; i++) uv.setXY(i, uv.getX(i) * 700, uv.getY(i) * 700)
  const ball = new SphereGeometry(42, 48, 32)
  const round = ball.getAttribute('uv')
  for (let i = 0; i < round.count; i++) round.setXY(i, round.getX(i) * 264, round.getY(i) * 132)
  return [new Mesh(plane, material), new Mesh(ball.translate(0, 42, -40), material)]
}

function propSet(kind: MadeKind, renderer: WebGLRenderer, bake: number): Object3D[] {
  const { size, material } = ordered[kind]
  const look = materialOf(Material.parse(material), { renderer, size: bake })
  const prop = propOf(Prop.parse({ id: 'p', kind, at: [0, 0, 0], size, material, ...ordered[kind].more }), look)
  const s = 150 / Math.max(...size)
  prop.scale.setScalar(s)
  const ground = new Mesh(
    new PlaneGeometry(2000, 2000).rotateX(-Math.PI / 2),
    new MeshStandardMaterial({ color: 0xb9b2a8, roughness: 0.9 }),
  )
  return [ground, prop]
}

function goboSet(kind: Gobo['kind']): Object3D[] {
  const gobo = goboOf(Gobo.parse({ kind, distance: 1000, seed: 3 }))
  gobo.scale.setScalar(0.16)
  gobo.position.set(-100, 130, 80)
  gobo.lookAt(-500, 650, 400)
  const wall = new Mesh(new PlaneGeometry(2000, 2000).rotateX(-Math.PI / 2), new MeshStandardMaterial({ color: 0xd9d2c8, roughness: 0.9 }))
  return [wall, gobo]
}

/** Draws one square for each kind and returns the sheet as a PNG's data address. */
export async function sheet(what: 'materials' | 'props' | 'gobos', kinds: string[], px: number, bake: number): Promise<string> {
  const all: readonly string[] = what === 'materials' ? MaterialKind.options : what === 'props' ? MadeKind.options : Gobo.shape.kind.options
  const shown = kinds.length ? all.filter((kind) => kinds.includes(kind)) : all
  const renderer = new WebGLRenderer({ antialias: true, preserveDrawingBuffer: true })
  renderer.setSize(px, px)
  renderer.toneMapping = NeutralToneMapping
  renderer.shadowMap.enabled = true
  renderer.shadowMap.type = VSMShadowMap
  const surroundings = new PMREMGenerator(renderer).fromScene(new RoomEnvironment(), 0.02).texture
  const columns = Math.min(shown.length, what === 'materials' ? 8 : 7)
  const canvas = document.createElement('canvas')
  canvas.width = columns * px
  canvas.height = Math.ceil(shown.length / columns) * (px + 14)
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  for (const [i, kind] of shown.entries()) {
    const start = performance.now()
    const scene = new Scene()
    scene.background = new Color(0x8d8a86)
    scene.environment = surroundings
    scene.environmentIntensity = 0.32
    const key = new DirectionalLight(0xffffff, 1.9)
    key.position.set(-260, 340, 210)
    key.castShadow = true
    key.shadow.mapSize.set(1024, 1024)
    key.shadow.radius = 3
    Object.assign(key.shadow.camera, { left: -220, right: 220, top: 220, bottom: -220, near: 1, far: 1200 })
    scene.add(key)
    const things =
      what === 'materials'
        ? materialSet(kind as MaterialKind, renderer, bake)
        : what === 'props'
          ? propSet(kind as MadeKind, renderer, bake)
          : goboSet(kind as Gobo['kind'])
    for (const thing of things) {
      thing.traverse((part) => {
        part.castShadow = part.receiveShadow = true
      })
      scene.add(thing)
    }
    if (what === 'gobos') (things[1] as Object3D).traverse((part) => part.layers.set(1))
    const camera = new PerspectiveCamera(what === 'materials' ? 34 : 26, 1, 10, 5000)
    if (what === 'gobos') camera.position.set(0, 600, 1)
    else camera.position.set(0, what === 'materials' ? 190 : 230, what === 'materials' ? 300 : 440)
    camera.lookAt(0, what === 'materials' ? 14 : 48, 0)
    if (what === 'gobos') key.shadow.camera.layers.enable(1)
    renderer.render(scene, camera)
    const [x, y] = [(i % columns) * px, Math.floor(i / columns) * (px + 14)]
    context.drawImage(renderer.domElement, x, y + 14)
    context.fillStyle = '#fff'
    context.font = '11px sans-serif'
    context.fillText(`${kind} ${Math.round(performance.now() - start)} ms`, x + 3, y + 11)
  }
  return canvas.toDataURL()
}
