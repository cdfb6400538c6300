import type { PhotoDoc } from '../../src/core/project'
import { heroOf } from '../../src/core/scene/document'
import { project, viewOf } from '../../src/core/scene/geometry'
import { natureOf } from '../../src/core/scene/material-nature'

/** A set as a screen test needs it: surface, backdrop, a shadow away from the key, the cutout where it stands; noisy until share is 1. */
export async function drawnSet(
  doc: PhotoDoc,
  { width, height }: { readonly width: number; readonly height: number },
  cutout: ImageBitmap,
  share: number,
  /** What the hero fills, mm. */
  body: { readonly height: number },
): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(width, height)
  const pen = canvas.getContext('2d')
  const { scene } = doc
  if (!pen || !scene) throw new Error('no canvas, or no scene')
  const view = viewOf(scene.camera, scene.aspect, width, height)
  const { backdrop, ground } = scene
  const css = (colour: readonly number[], light = 1) => `rgb(${colour.map((c) => Math.min(255, c * light)).join(' ')})`
  const floor = natureOf(ground.material).colour
  const behind = backdrop.kind === 'wall' ? natureOf(backdrop.material).colour : backdrop.kind === 'none' ? backdrop.colour : floor
  const bright = 2 ** scene.camera.exposure
  const line = backdrop.kind === 'sweep' ? 0 : project(view, [0, 0, backdrop.kind === 'wall' ? -backdrop.distance : -40_000]).y
  pen.fillStyle = css(behind, bright)
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = css(floor, bright)
  pen.fillRect(0, line, width, height)
  const key = scene.lights.find(({ role, on }) => role === 'key' && on)
  const side = key ? Math.sin((key.azimuth * Math.PI) / 180) : 0
  const glow = pen.createRadialGradient(width * (0.5 + side / 2), 0, 0, width * (0.5 + side / 2), 0, width * 1.3)
  glow.addColorStop(0, 'rgb(255 255 255 / 0.4)')
  glow.addColorStop(0.6, 'rgb(0 0 0 / 0.12)')
  glow.addColorStop(1, 'rgb(0 0 0 / 0.4)')
  pen.fillStyle = glow
  pen.fillRect(0, 0, width, height)
  const hero = heroOf(scene)
  const foot = project(view, hero.at)
  const high = (body.height * view.focal) / foot.depth
  pen.save()
  pen.filter = `blur(${high / 14}px)`
  pen.fillStyle = 'rgb(0 0 0 / 0.4)'
  pen.beginPath()
  pen.ellipse(foot.x - side * high * 0.3, foot.y, high * 0.4, high * 0.07, 0, 0, 7)
  pen.fill()
  pen.restore()
  const box = high / 0.62
  pen.drawImage(cutout, foot.x - box / 2, foot.y - high / 2 - box / 2, box, box)
  if (share < 1) {
    let seed = 1
    for (let i = 0; i < 4000 * (1 - share); i++) {
      seed = (seed * 16807) % 2147483647
      pen.fillStyle = `rgb(${seed % 2 ? '255 255 255' : '0 0 0'} / 0.12)`
      pen.fillRect(seed % width, (seed >> 9) % height, 2, 2)
    }
  }
  return createImageBitmap(canvas)
}
