import { useId } from 'react'
import { type Backdrop, heroOf, type Product, type Prop, type Scene } from '../../core/scene/document'
import { placeOfLight } from '../../core/scene/face'
import type { Body } from '../../core/scene/framing'
import { depthOfField, focusOf } from '../../core/scene/lens'
import { natureOf } from '../../core/scene/material-nature'
import { hexOf } from '../../ui/colour'
import type { Chosen } from './edits'
import { chipOf, colourOfProp, fieldOf } from './measure'

interface LampProps {
  readonly scene: Scene
  readonly id: string
  /** A px of the plan, mm. */
  readonly unit: number
}

const ROUND = new Set(['octabox', 'spot', 'sun', 'bare-bulb'])

/** A light: its face across its axis, the beam to its aim, and a larger place to grip. */
export function Lamp({ scene, id, unit }: LampProps) {
  const fade = useId()
  const light = scene.lights.find((one) => one.id === id)
  if (!light) return null
  const [x, , z] = placeOfLight(light)
  const [ax, , az] = light.aim
  const width = Math.max(light.width, 14 * unit)
  const flat = Math.max(1, Math.hypot(ax - x, az - z))
  const colour = chipOf(light.kelvin)
  const reach = Math.min(flat, Math.max(flat * 0.75, 60 * unit))
  return (
    <g data-off={light.on ? undefined : ''} className="plan-lamp">
      {/* Its own axes: up is the way to the aim. */}
      <g transform={`translate(${x} ${z}) rotate(${(Math.atan2(ax - x, z - az) * 180) / Math.PI})`}>
        <linearGradient id={fade} x1="0" y1="0" x2="0" y2={-reach} gradientUnits="userSpaceOnUse">
          <stop offset="0" stopColor={colour} stopOpacity="0.75" />
          <stop offset="1" stopColor={colour} stopOpacity="0" />
        </linearGradient>
        {light.on ? (
          <path
            className="plan-beam"
            d={`M${-width / 2} 0H${width / 2}L${width * 0.15} ${-reach}H${-width * 0.15}Z`}
            fill={`url(#${fade})`}
          />
        ) : null}
        <circle className="plan-grip" r={Math.max(16 * unit, width / 2)} />
        {ROUND.has(light.kind) ? (
          <circle className="plan-body" r={Math.max(7 * unit, Math.min(width / 2, 12 * unit))} fill={colour} strokeWidth={1.5 * unit} />
        ) : (
          <path
            className="plan-body"
            d={`M${-width / 2} 0H${width / 2}L${width * 0.2} ${9 * unit}H${-width * 0.2}Z`}
            fill={colour}
            strokeWidth={1.5 * unit}
            strokeLinejoin="round"
          />
        )}
        {light.gobo ? (
          <path
            className="plan-gobo"
            d={`M${-width * 0.4} ${-Math.max(6 * unit, flat - light.gobo.distance)}h${width * 0.8}`}
            strokeWidth={2.5 * unit}
            strokeDasharray={`${5 * unit} ${3 * unit}`}
          />
        ) : null}
      </g>
    </g>
  )
}

/** What the camera sees, and between which distances it is sharp. */
export function Field({ scene, unit, reach }: { readonly scene: Scene; readonly unit: number; readonly reach: number }) {
  const { camera, aspect } = scene
  const [eye, left, right] = fieldOf(camera, aspect, reach)
  const { near, far } = depthOfField(camera, focusOf(scene))
  const at = (end: typeof left, depth: number) => {
    const share = Math.min(depth, reach) / reach
    return `${eye[0] + (end[0] - eye[0]) * share} ${eye[2] + (end[2] - eye[2]) * share}`
  }
  return (
    <g className="plan-field" aria-hidden>
      <path className="plan-sharp" d={`M${at(left, near)}L${at(left, far)}L${at(right, far)}L${at(right, near)}Z`} />
      <path className="plan-sight" d={`M${left[0]} ${left[2]}L${eye[0]} ${eye[2]}L${right[0]} ${right[2]}`} strokeWidth={unit} />
    </g>
  )
}

interface FootprintProps {
  readonly scene: Scene
  bodyOf(product: Product): Body
  readonly of: Chosen
  readonly unit: number
}

/** What a prop, a card, a product, the backdrop or the camera covers of the floor. */
export function Footprint({ scene, bodyOf, of, unit }: FootprintProps) {
  if (of.in === 'camera') return <CameraShape scene={scene} unit={unit} />
  if (of.in === 'backdrop') return <BackdropShape scene={scene} backdrop={scene.backdrop} unit={unit} />
  if (of.in === 'cards') {
    const card = scene.cards.find(({ id }) => id === of.id)
    if (!card) return null
    return (
      <g transform={`translate(${card.at[0]} ${card.at[2]}) rotate(${-card.azimuth})`}>
        <rect className="plan-grip" x={-card.width / 2} y={-10 * unit} width={card.width} height={20 * unit} />
        <path className="plan-card" data-kind={card.kind} d={`M${-card.width / 2} 0h${card.width}`} strokeWidth={5 * unit} />
        <path className="plan-card-face" data-kind={card.kind} d={`M${-card.width / 2} 0h${card.width}`} strokeWidth={3 * unit} />
      </g>
    )
  }
  if (of.in === 'products') {
    const product = scene.products.find(({ id }) => id === of.id)
    if (!product) return null
    const body = bodyOf(product)
    const width = Math.max(body.width, 10 * unit)
    const depth = product.pose === 'lying' ? body.height : body.depth
    return (
      <g transform={`translate(${product.at[0]} ${product.at[2]})`}>
        <circle className="plan-grip" r={Math.max(14 * unit, width / 2)} />
        <ellipse
          className="plan-product"
          data-hero={heroOf(scene).id === product.id || undefined}
          rx={width / 2}
          ry={Math.max(4 * unit, depth / 2)}
          strokeWidth={1.5 * unit}
        />
      </g>
    )
  }
  const prop = scene.props.find(({ id }) => id === (of as { id: string }).id)
  return prop ? <PropShape prop={prop} unit={unit} /> : null
}

const ROUND_PROPS = new Set(['cylinder', 'disc', 'sphere', 'cone', 'ring', 'bowl', 'vase', 'candle', 'column', 'stone', 'tray', 'plinth'])

function PropShape({ prop, unit }: { readonly prop: Prop; readonly unit: number }) {
  const [width, , depth] = prop.size
  const fill = hexOf(colourOfProp(prop))
  const outline = prop.model?.outline ?? []
  return (
    <g transform={`translate(${prop.at[0]} ${prop.at[2]}) rotate(${-prop.turn})`}>
      <circle className="plan-grip" r={Math.max(11 * unit, Math.min(width, depth) / 2)} />
      {outline.length > 2 ? (
        <path
          className="plan-prop"
          d={`M${outline.map(([x, z]) => `${x * width} ${z * depth}`).join('L')}Z`}
          fill={fill}
          strokeWidth={unit}
          strokeLinejoin="round"
        />
      ) : ROUND_PROPS.has(prop.kind) ? (
        <ellipse className="plan-prop" rx={width / 2} ry={depth / 2} fill={fill} strokeWidth={unit} />
      ) : (
        <rect
          className="plan-prop"
          x={-width / 2}
          y={-depth / 2}
          width={width}
          height={depth}
          rx={Math.min(width, depth) * 0.08}
          fill={fill}
          strokeWidth={unit}
        />
      )}
    </g>
  )
}

function BackdropShape({ scene, backdrop, unit }: { readonly scene: Scene; readonly backdrop: Backdrop; readonly unit: number }) {
  if (backdrop.kind !== 'sweep' && backdrop.kind !== 'wall') return null
  const material = backdrop.kind === 'wall' ? backdrop.material : scene.ground.material
  const far = 40_000
  return (
    <g transform={`translate(0 ${-backdrop.distance})`}>
      <rect className="plan-grip" x={-far} y={-9 * unit} width={2 * far} height={18 * unit} />
      {backdrop.kind === 'sweep' ? (
        <path
          className="plan-cove"
          d={`M${-far} ${backdrop.radius}H${far}`}
          strokeWidth={unit}
          strokeDasharray={`${3 * unit} ${4 * unit}`}
        />
      ) : null}
      <path className="plan-wall" d={`M${-far} 0H${far}`} strokeWidth={6 * unit} />
      <path d={`M${-far} 0H${far}`} stroke={hexOf(natureOf(material).colour)} strokeWidth={4 * unit} />
    </g>
  )
}

function CameraShape({ scene, unit }: { readonly scene: Scene; readonly unit: number }) {
  const { camera, aspect } = scene
  const [[x, , z]] = fieldOf(camera, aspect, 1)
  const px = (n: number) => n * unit
  return (
    <g transform={`translate(${x} ${z}) rotate(${-camera.azimuth})`}>
      <circle className="plan-grip" r={px(16)} />
      <path className="plan-camera" d={`M${px(-5)} ${px(-5)}h${px(10)}v${px(6)}h${px(-10)}z`} />
      <rect className="plan-camera" x={px(-11)} y={px(-1)} width={px(22)} height={px(13)} rx={px(2.5)} />
    </g>
  )
}
