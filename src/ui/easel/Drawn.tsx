import type { PhotoDoc } from '../../core/project'
import type { Point, Repair } from '../../core/repair'
import type { Drawing } from './sketch'
import { type Settings, type To, toolOf } from './tools'
import { cornersOf, placesOf } from './trace'
import type { Frame } from './view'

type DrawnProps = { readonly frame: Frame; readonly turn: PhotoDoc['turn'] } & (
  | { readonly drawing: Drawing; readonly settings: Settings }
  | { readonly repair: Repair; readonly drawing?: undefined }
)

interface Shape {
  readonly to: To
  readonly points: readonly Point[]
  /** Half a stroke's thickness, a share of the longer side; null = an outlined area. */
  readonly radius: number | null
  /** An area whose last side is not there yet. */
  readonly open: boolean
}

function shapeOf(props: DrawnProps): Shape | null {
  if (props.drawing) {
    const { tool, to, points, next } = props.drawing
    switch (toolOf(tool).draws) {
      case 'stroke':
        return { to, points, radius: props.settings.size / 2, open: false }
      case 'polygon':
        return { to, points: [...points, next], radius: null, open: true }
      case 'rectangle':
        return { to, points: points[0] ? cornersOf(points[0], next) : [], radius: null, open: false }
      default:
        return null
    }
  }
  const { repair } = props
  if (repair.act === 'shape') return { ...repair, radius: null, open: false }
  return repair.act === 'select' || repair.act === 'paint' ? { ...repair, open: false } : null
}

/** A stroke or an area as it is drawn: green keeps, red removes. */
export function Drawn(props: DrawnProps) {
  const shape = shapeOf(props)
  const { frame, turn } = props
  if (!shape || shape.points.length === 0) return null
  const places = placesOf(shape.points, frame, turn)
  const [first] = places
  const way = `M${places.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`
  if (shape.radius !== null) {
    // A single point is drawn as a dot by the line's round ends.
    const width = Math.max(2, 2 * shape.radius * Math.max(frame.width, frame.height))
    return <path className="drawn drawn-stroke" data-to={shape.to} d={places.length === 1 ? `${way}h0.01` : way} strokeWidth={width} />
  }
  return (
    <g className="drawn drawn-area" data-to={shape.to}>
      <path d={shape.open ? way : `${way}Z`} />
      {shape.open && first ? <circle cx={first.x} cy={first.y} r={5} /> : null}
      {shape.open ? places.slice(1, -1).map(({ x, y }) => <circle key={`${x} ${y}`} cx={x} cy={y} r={3} />) : null}
    </g>
  )
}
