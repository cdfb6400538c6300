import type { Point, Scene } from '../../core/scene/document'
import { wrapped } from '../../core/scene/numbers'
import { Amount, type AmountProps } from './Fields'
import { formatLength, formatStops } from './measure'

/** How warm light is; daylight is where it rests. */
export function Kelvin(field: Omit<AmountProps, 'least' | 'most' | 'step' | 'rest' | 'tell'>) {
  return <Amount {...field} least={2000} most={12_000} step={50} rest={5500} tell={(kelvin) => `${kelvin} K`} />
}

/** Power or exposure, in stops. */
export function Stops(field: Omit<AmountProps, 'step' | 'tell'>) {
  return <Amount {...field} step={0.1} tell={formatStops} />
}

interface AngleProps extends Omit<AmountProps, 'least' | 'most' | 'step' | 'tell'> {
  tell?(angle: number): string
}

/** An angle all the way round; one beyond half a turn is shown as the same one the other way. */
export function Angle({ value, tell = (angle) => `${angle}°`, ...field }: AngleProps) {
  return <Amount {...field} value={Math.abs(value) > 180 ? wrapped(value) : value} least={-180} most={180} step={1} tell={tell} />
}

interface AboveProps extends Omit<AmountProps, 'value' | 'least' | 'most' | 'step' | 'tell' | 'to'> {
  readonly at: Point
  readonly step?: number
  to(at: Point): Scene
}

/** How high something stands above the ground. */
export function Above({ at: [x, y, z], step = 1, to, ...field }: AboveProps) {
  return <Amount {...field} value={y} least={0} most={2000} step={step} tell={formatLength} to={(y) => to([x, y, z])} />
}
