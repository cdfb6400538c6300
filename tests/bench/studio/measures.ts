import type { ImageValue } from '../../../src/core/recipe'
import { Scene } from '../../../src/core/scene/document'
import { project, rayOf, towards, viewOf } from '../../../src/core/scene/geometry'
import { planckian, whiteBalance } from '../../../src/core/scene/light'
import { circleOf } from '../../../src/core/scene/standing'
import { crossing, lamp, linearAt, type Prop, type Size, type Sketch, take } from './take'

const black: Prop['material'] = { kind: 'paper', colour: [0, 0, 0] }
const white: Prop['material'] = { kind: 'plaster', colour: [255, 255, 255], relief: 0 }
const square = (side: number, samples: number): Size => ({ width: side, height: side, samples })

/** The way that a post's shadow falls, degrees, for a key light at an azimuth. */
async function shadowOf(azimuth: number): Promise<number> {
  const size = square(96, 16)
  const lights = [lamp({ azimuth, elevation: 40, width: 60, height: 60 })]
  const post: Prop = { id: 'post', kind: 'box', at: [0, 0, 0], size: [20, 100, 20], material: black }
  const [open, shaded] = [await take({ lights }, size), await take({ lights, props: [post] }, size)]
  let [sx, sy] = [0, 0]
  for (let y = 0; y < 96; y++) {
    for (let x = 0; x < 96; x++) {
      // The post itself stands in the middle.
      if (Math.hypot(x - 47.5, y - 47.5) < 7) continue
      const dark = Math.max(0, (open.data[(y * 96 + x) * 4] as number) - (shaded.data[(y * 96 + x) * 4] as number) - 3)
      sx += dark * (x - 47.5)
      sy += dark * (y - 47.5)
    }
  }
  return (Math.atan2(sy, sx) * 180) / Math.PI
}

/** Degrees by which the shadow turns when the key light goes to the other side. */
export const shadowTurn = async (): Promise<number> => Math.abs((await shadowOf(35)) - (await shadowOf(-145)))

/** Width of the shadow edge of a plate under a soft light over what geometry says. */
export async function penumbra(side: number): Promise<number> {
  const light = lamp({ azimuth: -90, elevation: 50, width: side, height: side, distance: 900, power: -1 })
  const plate: Prop = { id: 'plate', kind: 'box', at: [0, 100, 0], size: [150, 2, 400], material: black }
  const size = { width: 200, height: 40, samples: 64 }
  const sketch: Sketch = {
    lights: [light],
    props: [plate],
    camera: { target: [170, 0, 0], distance: 1500, tilt: 90, focal: 150, fNumber: 64 },
  }
  const [seen, open] = [await take(sketch, size), await take({ ...sketch, props: [] }, size)]
  const scene = Scene.parse({
    ...sketch,
    aspect: 5,
    environment: { kind: 'studio' },
    ground: { material: white },
    backdrop: { kind: 'none', colour: [0, 0, 0] },
    products: [{ id: 'p', size: { by: 'height', height: 1 } }],
  })
  const view = viewOf(scene.camera, 5, size.width, size.height)
  const middle = towards([0, 0, 0], -90, 50, 900)
  const [measured, expected]: [number[], number[]] = [[], []]
  // Between the plate as the camera sees it and the frame's edge.
  for (let x = 60; x < 185; x++) {
    measured.push(linearAt(seen, x, 20, 1, 3) / linearAt(open, x, 20, 1, 3))
    const ray = rayOf(view, x + 0.5, 20)
    const ground = view.eye[0] + (ray[0] * -view.eye[1]) / ray[1]
    expected.push(openShare(ground, middle, side))
  }
  const width = (row: number[]) => crossing(row, 0.75) - crossing(row, 0.25)
  return width(measured) / width(expected)
}

/** Share of a square face's light that a point of the ground gets beside a plate (75 mm to each side, 101 mm above the ground). */
function openShare(x: number, middle: readonly [number, number, number], side: number): number {
  let [open, all] = [0, 0]
  const steps = 400
  const [sin, cos] = [Math.sin((50 * Math.PI) / 180), Math.cos((50 * Math.PI) / 180)]
  for (let i = 0; i < steps; i++) {
    const along = ((i + 0.5) / steps - 0.5) * side
    // Its face is turned to the aim: its other axis lies in the plane of the ray and the vertical.
    const [lx, ly] = [middle[0] + along * sin, middle[1] + along * cos]
    const distance = Math.hypot(lx - x, ly)
    const weight = ((ly / distance) * (((x - lx) * cos + ly * sin) / distance)) / distance ** 2
    const hit = (height: number) => x + ((lx - x) * height) / ly
    if (Math.min(hit(100), hit(102)) > 75 || Math.max(hit(100), hit(102)) < -75) open += weight
    all += weight
  }
  return open / all
}

const middleOf = async (light: Parameters<typeof lamp>[0], channel = 1) =>
  linearAt(
    await take({ lights: [lamp(light)], camera: { target: [0, 0, 0], distance: 1500, tilt: 40, focal: 400, fNumber: 64 } }, square(24, 64)),
    12,
    12,
    channel,
    9,
  )

/** How many times as bright one more stop is. */
export const stop = async (): Promise<number> => (await middleOf({ power: -1 })) / (await middleOf({ power: -2 }))

/** How many times as bright half the distance is. */
export const halved = async (): Promise<number> =>
  (await middleOf({ power: -1, distance: 1000 })) / (await middleOf({ power: -1, distance: 2000 }))

/** Linear light of a white ground 1,000 mm under a light of 0 stops less one, times two: 1 as calibrated. `side` = of its face, mm. */
export const calibrated = async (side: number): Promise<number> => 2 * (await middleOf({ power: -1, width: side, height: side }))

/** Distance from the Planck locus, u'v' times 100, of a grey ground's colour under a light of so many kelvin. */
export async function kelvinError(kelvin: number): Promise<number> {
  const seen = await take({ lights: [lamp({ kelvin, power: -1.2 })] }, square(24, 4))
  const gain = whiteBalance(5500)
  const [r, g, b] = [0, 1, 2].map((c) => linearAt(seen, 12, 12, c, 9) / (gain[c] as number)) as [number, number, number]
  const [x, y, z] = [0.4124 * r + 0.3576 * g + 0.1805 * b, 0.2126 * r + 0.7152 * g + 0.0722 * b, 0.0193 * r + 0.1192 * g + 0.9505 * b]
  const all = x + 15 * y + 3 * z
  const locus = planckian(kelvin)
  return 100 * Math.hypot((4 * x) / all - locus.u, (9 * y) / all - locus.v)
}

/** Diameter of the blur circle over the thin-lens formula's, for an f-number. */
export async function blurCircle(fNumber: number): Promise<number> {
  const camera = { target: [0, 100, 0], distance: 1000, tilt: 0, focal: 100, fNumber, focus: 1000 } as const
  const box: Prop = { id: 'box', kind: 'box', at: [-500, -400, -600], size: [1000, 1000, 4], material: black }
  const size = { width: 200, height: 40, samples: 64 }
  const seen = await take(
    { camera: { ...camera, target: [0, 100, 0] }, props: [box], backdrop: { kind: 'none', colour: [255, 255, 255] } },
    size,
  )
  const row = Array.from({ length: 120 }, (_, i) => linearAt(seen, 40 + i, 20, 1, 1))
  // Half of a disc's edge is crossed within 0.404 of its diameter.
  const measured = (crossing(row, 0.75) - crossing(row, 0.25)) / 0.404
  const scene = Scene.parse({
    camera,
    lights: [],
    environment: { kind: 'studio' },
    ground: { material: white },
    backdrop: { kind: 'none', colour: [0, 0, 0] },
    products: [{ id: 'p', size: { by: 'height', height: 1 } }],
  })
  return measured / circleOf(scene.camera, viewOf(scene.camera, 5, 200, 40), 1000, 1600)
}

/** How far, px, a ball's reflection in a mirror lies from where the ball's mirror image is seen. */
export async function mirrorOffset(): Promise<number> {
  const camera = { target: [0, 0, 0], distance: 1000, tilt: 20, focal: 85, fNumber: 64 } as const
  const ball: Prop = { id: 'ball', kind: 'sphere', at: [40, 60, 0], size: [60, 60, 60], material: white }
  const sketch: Sketch = {
    camera: { ...camera, target: [0, 0, 0] },
    props: [ball],
    environment: { kind: 'overcast', power: 0 },
    ground: { material: { kind: 'mirror' } },
    backdrop: { kind: 'none', colour: [0, 0, 0] },
  }
  const seen = await take(sketch, square(128, 16))
  const scene = Scene.parse({ ...sketch, lights: [], products: [{ id: 'p', size: { by: 'height', height: 1 } }] })
  const view = viewOf(scene.camera, 1, 128, 128)
  const blob = (from: number, to: number) => {
    let [sx, sy, n] = [0, 0, 0]
    for (let y = from; y < to; y++) {
      for (let x = 0; x < 128; x++) {
        if (linearAt(seen, x, y, 1, 1) < 0.004) continue
        sx += x + 0.5
        sy += y + 0.5
        n++
      }
    }
    return { x: sx / n, y: sy / n }
  }
  const middle = Math.round(project(view, [40, 0, 0]).y)
  const off = (found: { x: number; y: number }, at: readonly [number, number, number]) => {
    const want = project(view, [...at])
    return [found.x - want.x, found.y - want.y] as const
  }
  // What the sphere's own picture is off (a sphere's outline is no circle about its middle) is no fault of the mirror's.
  const [ax, ay] = off(blob(0, middle), [40, 90, 0])
  const [bx, by] = off(blob(middle, 128), [40, -90, 0])
  return Math.hypot(bx - ax, by + ay)
}

/** A cutout of stripes of many colours, its left edge half transparent. */
export function stripes(width: number, height: number): ImageValue {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inside = x >= 4 && x < width - 4 && y >= 4 && y < height - 4
      if (inside) data.set([(x * 37) % 256, (y * 11) % 256, ((x >> 3) * 61) % 256, x === 4 ? 128 : 255], (y * width + x) * 4)
    }
  }
  return { kind: 'image', width, height, data }
}

const portrait = (relight: number): Sketch => ({
  camera: { target: [0, 50, 0], distance: 1000, tilt: 8, focal: 85, fNumber: 16 },
  lights: [lamp({ azimuth: -60, elevation: 30, aim: [0, 50, 0], width: 400, height: 400, power: 0 })],
  environment: { kind: 'studio', power: -2 },
  products: [{ id: 'p', size: { by: 'height', height: 56 * MM }, relight, form: { kind: 'cylinder', depth: 1 } }],
})
/** mm that one px of the frame stands for at the product, so that its photo is seen at its own size. */
const MM = 1000 / ((85 / 36) * 128)

/** How many solid pixels of a product at its own size are not its cutout's own, where nothing asks for other light. */
export async function strangers(): Promise<number> {
  const cutout = stripes(48, 64)
  const seen = await take(portrait(0), square(128, 2), [cutout])
  const has = new Set<string>()
  const solid: string[] = []
  const key = (data: Uint8ClampedArray, p: number) => `${data[p]} ${data[p + 1]} ${data[p + 2]}`
  for (let p = 0; p < seen.data.length; p += 4) has.add(key(seen.data, p))
  for (let p = 0; p < cutout.data.length; p += 4) if (cutout.data[p + 3] === 255) solid.push(key(cutout.data, p))
  return solid.filter((one) => !has.has(one)).length
}

/** Median shift of hue, degrees, of a product that the light shapes, against its own colours. */
export async function hueShift(): Promise<number> {
  const cutout = stripes(48, 64)
  const size = square(128, 8)
  const [plain, lit] = [await take(portrait(0), size, [cutout]), await take(portrait(1), size, [cutout])]
  const shifts: number[] = []
  for (let p = 0; p < plain.data.length; p += 4) {
    const [a, b] = [hueOf(plain.data, p), hueOf(lit.data, p)]
    if (a.chroma < 40 || b.chroma < 40 || Math.abs((plain.data[p] as number) - (lit.data[p] as number)) < 2) continue
    const d = Math.abs(a.hue - b.hue)
    shifts.push(Math.min(d, 360 - d))
  }
  return shifts.sort((a, b) => a - b)[shifts.length >> 1] ?? Number.NaN
}

/** HSV's hue, degrees, of linear light: scaling the light leaves it alone. */
function hueOf(data: Uint8ClampedArray, p: number): { hue: number; chroma: number } {
  const [r, g, b] = [0, 1, 2].map((c) => ((data[p + c] as number) / 255) ** 2.2) as [number, number, number]
  const hue = (Math.atan2(Math.sqrt(3) * (g - b), 2 * r - g - b) * 180) / Math.PI
  const all = [data[p] as number, data[p + 1] as number, data[p + 2] as number]
  return { hue, chroma: Math.max(...all) - Math.min(...all) }
}

/** Bytes that differ between two pictures of the same document. */
export async function restless(): Promise<number> {
  const [one, other] = [
    await take(portrait(0.5), square(64, 4), [stripes(48, 64)]),
    await take(portrait(0.5), square(64, 4), [stripes(48, 64)]),
  ]
  return one.data.reduce((sum, value, i) => sum + (value === other.data[i] ? 0 : 1), 0)
}

/** Time until the first picture over that of 64 samples, the set being there already. */
export async function firstPicture(side: number): Promise<number> {
  const size = square(side, 64)
  await take(portrait(0), { ...size, samples: 1 }, [stripes(48, 64)])
  const start = performance.now()
  let first = 0
  await take(portrait(0), size, [stripes(48, 64)], async () => {
    first ||= performance.now() - start
  })
  return first / (performance.now() - start)
}

/** A set with two lights, two props and a sweep. */
export const still: Sketch = {
  camera: { target: [0, 80, 0], distance: 900, tilt: 12, focal: 85, fNumber: 5.6 },
  lights: [
    lamp({ azimuth: -50, elevation: 45, width: 400, height: 600, power: -0.6, aim: [0, 100, 0] }),
    lamp({ id: 'rim', kind: 'strip', role: 'rim', azimuth: 140, elevation: 35, width: 150, height: 700, power: -1 }),
  ],
  environment: { kind: 'studio', power: -1.8 },
  ground: { material: { kind: 'paper', colour: [225, 215, 205] } },
  backdrop: { kind: 'sweep', distance: 500, radius: 300 },
  props: [
    { id: 'box', kind: 'box', at: [-60, 0, 0], size: [90, 140, 60], turn: 20, material: { kind: 'plaster', colour: [190, 80, 60] } },
    { id: 'ball', kind: 'sphere', at: [80, 0, 30], size: [90, 90, 90], material: { kind: 'ceramic', roughness: 0.1 } },
  ],
}
