import type { Colour } from '../../core/colour'
import type { Camera, Point, Prop } from '../../core/scene/document'
import { towards } from '../../core/scene/geometry'
import { fieldOfView } from '../../core/scene/lens'
import { lightColour, toSrgb, whiteBalance } from '../../core/scene/light'
import { natureOf } from '../../core/scene/material-nature'

/** The corners of what the camera sees on the plan, out to `reach` mm: the lens, and the left and right ends. */
export function fieldOf(camera: Camera, aspect: number, reach: number): readonly [Point, Point, Point] {
  const eye = towards(camera.target, camera.azimuth, camera.tilt, camera.distance)
  const half = fieldOfView(camera, aspect).across / 2
  const edge = (by: number) => towards(eye, camera.azimuth + 180 + by, 0, reach / Math.cos((half * Math.PI) / 180))
  return [eye, edge(half), edge(-half)]
}

/** The colour of light of so many kelvin as a camera set to daylight sees it, as bright as the screen shows it; CSS. */
export function chipOf(kelvin: number): string {
  const balance = whiteBalance(5500)
  const light = lightColour(kelvin).map((channel, i) => channel * (balance[i] as number))
  const most = Math.max(...light)
  return `rgb(${light.map((channel) => Math.round(255 * toSrgb(channel / most))).join(' ')})`
}

/** "1.25 m", "340 mm", "4 mm". */
export function formatLength(mm: number): string {
  if (!Number.isFinite(mm)) return '∞'
  if (Math.abs(mm) >= 1000) return `${(mm / 1000).toFixed(Math.abs(mm) >= 10_000 ? 1 : 2)} m`
  return `${Math.abs(mm) < 10 ? Math.round(mm * 10) / 10 : Math.round(mm)} mm`
}

/** "12.4° down", "level", "straight down". */
export function formatTilt(tilt: number): string {
  if (tilt === 90) return 'straight down'
  return Math.abs(tilt) < 0.25 ? 'level' : `${Math.abs(tilt).toFixed(1)}° ${tilt > 0 ? 'down' : 'up'}`
}

/** "+1.3 stops", "±0 stops". */
export function formatStops(stops: number): string {
  const rounded = Math.round(stops * 10) / 10
  return `${rounded === 0 ? '±0' : `${rounded > 0 ? '+' : '−'}${Math.abs(rounded)}`} ${Math.abs(rounded) === 1 ? 'stop' : 'stops'}`
}

/** "45° left", "150° right, behind". */
export function formatAzimuth(azimuth: number): string {
  const angle = Math.round(((((azimuth + 180) % 360) + 360) % 360) - 180)
  const size = Math.abs(angle)
  if (size === 0) return 'from the camera'
  if (size === 180) return 'from behind'
  return `${size}° ${angle < 0 ? 'left' : 'right'}${size > 90 ? ', behind' : ''}`
}

/** Of 1, 2, 5, 10, 20, … mm the longest that is at most a quarter of `span`. */
export function scaleBar(span: number): number {
  const ten = 10 ** Math.floor(Math.log10(span / 4))
  return [5, 2, 1].map((n) => n * ten).find((length) => length <= span / 4) ?? ten
}

/** The colour that a prop has on the plan and in lists: its file's own, or its material's. */
export const colourOfProp = ({ model, material }: Prop): Colour => (model?.dress === 'file' ? model.colour : natureOf(material).colour)
