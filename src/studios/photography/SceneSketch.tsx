import { useId } from 'react'
import { heroOf, type Point, type Prop, type Scene } from '../../core/scene/document'
import { project, type View, viewOf } from '../../core/scene/geometry'
import { natureOf } from '../../core/scene/material-nature'
import { hexOf } from '../../ui/colour'
import { hull } from './hull'
import { chipOf, colourOfProp } from './measure'
import { SKETCH } from './sizes'
import type { Thumb } from './useThumb'

interface SceneSketchProps {
  readonly scene: Scene
  /** The seller's own cutout, to stand in it; null = a plain shape. */
  readonly product: Thumb | null
  /** Address of a picture of the empty set; null = it is sketched. */
  readonly picture: string | null
}

/**
 * A scene with the product where it will stand, through the scene's own camera. Without a picture of the set it is as a set designer would sketch it: in flat
 * colours, with the key's side lighter.
 */
export function SceneSketch({ scene, product, picture }: SceneSketchProps) {
  const id = useId()
  const { width, height } = SKETCH
  const view = viewOf(scene.camera, scene.aspect, width, height)
  const key = scene.lights.find(({ role }) => role === 'key') ?? scene.lights[0]
  const side = key ? Math.sin((key.azimuth * Math.PI) / 180) : 0
  const high = key ? Math.sin((key.elevation * Math.PI) / 180) : 1
  if (picture)
    return (
      <svg className="sketch" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMidYMid slice" aria-hidden>
        <image href={picture} width={width} height={height} />
        <ProductSketch view={view} scene={scene} product={product} side={side} />
      </svg>
    )
  const hero = heroOf(scene)
  const depthOf = (at: Point) => project(view, at).depth
  const things = [
    ...scene.props.map((prop) => ({ depth: depthOf(prop.at), shape: <PropSketch key={prop.id} view={view} prop={prop} /> })),
    { depth: depthOf(hero.at) + 0.5, shape: <ProductSketch key="product" view={view} scene={scene} product={product} side={side} /> },
  ].sort((a, b) => b.depth - a.depth)
  return (
    <svg className="sketch" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMidYMid slice" aria-hidden>
      <defs>
        <radialGradient id={`${id}key`} cx={0.5 + side * 0.55} cy={0.55 - high * 0.6} r={1}>
          <stop offset="0" stopColor={chipOf(key?.kelvin ?? 5500)} stopOpacity="0.5" />
          <stop offset="0.55" stopColor={chipOf(key?.kelvin ?? 5500)} stopOpacity="0" />
        </radialGradient>
        <radialGradient id={`${id}far`} cx={0.5 + side * 0.3} cy={0.4} r={0.95}>
          <stop offset="0.5" stopColor="#000" stopOpacity="0" />
          <stop offset="1" stopColor="#000" stopOpacity="0.32" />
        </radialGradient>
      </defs>
      <SetSketch view={view} scene={scene} />
      <rect width={width} height={height} fill={`url(#${id}key)`} />
      {things.map(({ shape }) => shape)}
      <rect width={width} height={height} fill={`url(#${id}far)`} />
    </svg>
  )
}

/** Where the ground ends: at the wall's foot, or at the horizon. */
function SetSketch({ view, scene }: { readonly view: View; readonly scene: Scene }) {
  const { backdrop, ground, camera } = scene
  const floor = hexOf(natureOf(ground.material).colour)
  const behind =
    backdrop.kind === 'wall' ? hexOf(natureOf(backdrop.material).colour) : backdrop.kind === 'none' ? hexOf(backdrop.colour) : floor
  const foot = project(view, [0, 0, backdrop.kind === 'wall' ? -backdrop.distance : -40_000])
  const line = foot.depth > 0 && camera.tilt < 80 ? Math.min(view.height, Math.max(0, foot.y)) : 0
  return (
    <>
      <rect width={view.width} height={view.height} fill={behind} />
      {backdrop.kind === 'sweep' ? null : <rect y={line} width={view.width} height={view.height - line} fill={floor} />}
    </>
  )
}

const ROUND = new Set<Prop['kind']>([
  'cylinder',
  'disc',
  'sphere',
  'cone',
  'ring',
  'bowl',
  'vase',
  'candle',
  'column',
  'tray',
  'stone',
  'plinth',
])
const TURN = Array.from({ length: 16 }, (_, i) => (i / 16) * 2 * Math.PI)

function PropSketch({ view, prop }: { readonly view: View; readonly prop: Prop }) {
  const [w, h, d] = prop.size
  const turn = (prop.turn * Math.PI) / 180
  const at = (x: number, y: number, z: number): Point => [
    prop.at[0] + x * Math.cos(turn) + z * Math.sin(turn),
    prop.at[1] + y,
    prop.at[2] - x * Math.sin(turn) + z * Math.cos(turn),
  ]
  const foot = prop.model?.outline ?? []
  const ring = (y: number, share = 1) =>
    foot.length > 2
      ? foot.map(([x, z]) => at(x * w, y, z * d))
      : ROUND.has(prop.kind)
        ? TURN.map((angle) => at((Math.cos(angle) * w * share) / 2, y, (Math.sin(angle) * d * share) / 2))
        : [at(-w / 2, y, -d / 2), at(w / 2, y, -d / 2), at(w / 2, y, d / 2), at(-w / 2, y, d / 2)]
  const points =
    prop.kind === 'sphere' || prop.kind === 'stone'
      ? [0.03, 0.2, 0.5, 0.8, 0.97].flatMap((level) => ring(h * level, Math.sqrt(1 - (2 * level - 1) ** 2)))
      : prop.kind === 'cone'
        ? [...ring(0), at(0, h, 0)]
        : [...ring(0), ...ring(h)]
  const seen = points.map((point) => project(view, point))
  if (seen.some(({ depth }) => depth <= 1)) return null
  const fill = hexOf(colourOfProp(prop))
  const outline = (of: readonly { x: number; y: number }[]) =>
    `M${hull(of)
      .map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`)
      .join('L')}Z`
  const thin = prop.kind === 'branch' || prop.kind === 'eucalyptus' || prop.kind === 'palm-leaf' || prop.kind === 'grass-tuft'
  const top = prop.kind === 'sphere' || prop.kind === 'stone' || prop.kind === 'cone' ? null : ring(h).map((point) => project(view, point))
  return (
    <g opacity={thin ? 0.5 : 1}>
      <path d={outline(seen)} fill={fill} />
      <path d={outline(seen)} fill="#000" fillOpacity="0.14" />
      {top ? <path d={outline(top)} fill={fill} /> : null}
      {top ? <path d={outline(top)} fill="#fff" fillOpacity="0.14" /> : null}
    </g>
  )
}

interface ProductSketchProps extends Omit<SceneSketchProps, 'picture'> {
  readonly view: View
  readonly side: number
}

function ProductSketch({ view, scene, product, side }: ProductSketchProps) {
  const { at, size } = heroOf(scene)
  const foot = project(view, at)
  if (foot.depth <= 1) return null
  const px = view.focal / foot.depth
  const flat = scene.camera.tilt > 60
  const high = size.height * px
  const wide = size.by === 'fit' ? size.width * px : high
  const middle = flat ? foot.y : foot.y - high / 2
  return (
    <g>
      <ellipse
        cx={foot.x - side * Math.min(wide, high) * 0.22}
        cy={flat ? foot.y + high * 0.06 : foot.y}
        rx={Math.min(wide, high) * 0.5}
        ry={flat ? high * 0.45 : Math.min(wide, high) * 0.07}
        fill="#000"
        fillOpacity="0.28"
      />
      {product ? (
        <svg
          x={foot.x - wide / 2}
          y={middle - high / 2}
          width={wide}
          height={high}
          viewBox={viewBoxOf(product)}
          preserveAspectRatio={flat ? 'xMidYMid meet' : 'xMidYMax meet'}
          aria-hidden
        >
          <image href={product.url} width={product.width} height={product.height} />
        </svg>
      ) : (
        <rect x={foot.x - wide * 0.3} y={middle - high / 2} width={wide * 0.6} height={high} rx={wide * 0.08} fill="#8a8a8a" />
      )}
    </g>
  )
}

/** The part of the small picture that the product fills. */
function viewBoxOf({ width, height, box: [left, top, right, bottom] }: Thumb): string {
  return `${left * width} ${top * height} ${(right - left) * width} ${(bottom - top) * height}`
}
