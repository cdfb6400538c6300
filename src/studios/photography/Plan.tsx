import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react'
import type { Scene } from '../../core/scene/document'
import type { Desk } from './desk'
import { type Chosen, type Floor, floorOf, moved, sameChoice } from './edits'
import { boundsOf, wayOf } from './floor'
import { formatLength, scaleBar } from './measure'
import { nameOf } from './names'
import { Field, Footprint, Lamp } from './PlanShapes'

/** Everything of the scene that stands somewhere, in the order in which Tab goes through it. */
function standing(scene: Scene): readonly Chosen[] {
  const of = <L extends 'lights' | 'cards' | 'props' | 'products'>(list: L) => scene[list].map(({ id }): Chosen => ({ in: list, id }))
  const backdrop: Chosen[] = floorOf(scene, { in: 'backdrop' }) ? [{ in: 'backdrop' }] : []
  return [...backdrop, ...of('props'), ...of('cards'), ...of('products'), ...of('lights'), { in: 'camera' }]
}

const keyOf = (chosen: Chosen) => ('id' in chosen ? `${chosen.in} ${chosen.id}` : chosen.in)

/** "Key softbox: 320 mm left of the product, 410 mm before it". */
function sayPlace(scene: Scene, chosen: Chosen): string {
  const at = floorOf(scene, chosen)
  if (!at) return ''
  const side = Math.abs(at.x) < 0.5 ? 'in the middle' : `${formatLength(Math.abs(at.x))} ${at.x < 0 ? 'left' : 'right'}`
  const depth = Math.abs(at.z) < 0.5 ? 'at the middle' : `${formatLength(Math.abs(at.z))} ${at.z < 0 ? 'behind' : 'before'} it`
  return `${nameOf(scene, chosen)}: ${side}, ${depth}`
}

/**
 * The set seen from above, the camera below. Things are dragged, or moved with the arrow keys (Shift in long steps, Alt in short ones);
 * Escape puts back what is in hand.
 */
export function Plan({ desk }: { readonly desk: Desk }) {
  const { scene, chosen, disabled } = desk
  const svg = useRef<SVGSVGElement>(null)
  const [held, setHeld] = useState<{
    readonly chosen: Chosen
    readonly from: Scene
    readonly grip: Floor
    readonly pointer: number
  } | null>(null)
  /** Where the keys began, and what is shown of the gesture by now. */
  const keyed = useRef<Scene | null>(null)
  const last = useRef(scene)
  // The plan does not grow under a hand that drags.
  const measured = useMemo(() => boundsOf(held?.from ?? scene), [held, scene])
  const { left, top, width, height } = measured
  const unit = width / 320
  const bar = scaleBar(width)

  const floor = (event: PointerEvent): Floor => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.current?.getScreenCTM()?.inverse())
    return { x: point.x, z: point.y }
  }
  const show = (next: Scene) => {
    last.current = next
    desk.preview(next)
  }

  const down = (one: Chosen) => (event: PointerEvent<SVGGElement>) => {
    if (event.button !== 0) return
    desk.choose(one)
    const at = floorOf(scene, one)
    if (disabled || !at) return
    const from = floor(event)
    event.currentTarget.setPointerCapture(event.pointerId)
    last.current = scene
    setHeld({ chosen: one, from: scene, grip: { x: from.x - at.x, z: from.z - at.z }, pointer: event.pointerId })
  }
  const move = (event: PointerEvent) => {
    if (held?.pointer !== event.pointerId) return
    const at = floor(event)
    show(moved(held.from, held.chosen, { x: at.x - held.grip.x, z: at.z - held.grip.z }))
  }
  const up = (event: PointerEvent) => {
    if (held?.pointer !== event.pointerId) return
    desk.commit(event.type === 'pointerup' ? last.current : held.from)
    setHeld(null)
  }
  const press = (one: Chosen) => (event: KeyboardEvent) => {
    if (event.key === 'Escape' && (held || keyed.current)) {
      event.preventDefault()
      desk.commit(held?.from ?? keyed.current ?? scene)
      keyed.current = null
      return setHeld(null)
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      return desk.choose(one)
    }
    const way = wayOf(event)
    const at = floorOf(scene, one)
    if (!way || !at || disabled) return
    event.preventDefault()
    keyed.current ??= scene
    desk.choose(one)
    show(moved(scene, one, { x: Math.round(at.x + way.x), z: Math.round(at.z + way.z) }))
  }
  const release = () => {
    if (!keyed.current) return
    keyed.current = null
    desk.commit(last.current)
  }

  return (
    <figure className="plan">
      <svg
        ref={svg}
        viewBox={`${left} ${top} ${width} ${height}`}
        role="application"
        data-arrows
        aria-label="Plan of the set, seen from above"
        aria-roledescription="plan"
      >
        <path className="plan-axis" d={`M${left} 0H${left + width}M0 ${top}V${top + height}`} strokeWidth={unit} />
        <Field scene={scene} unit={unit} reach={2 * Math.max(width, height)} />
        {standing(scene).map((one) => (
          // biome-ignore lint/a11y/useSemanticElements: no HTML button goes into an SVG
          <g
            key={keyOf(one)}
            className="plan-thing"
            data-kind={one.in}
            role="button"
            tabIndex={0}
            aria-label={sayPlace(scene, one)}
            aria-pressed={sameChoice(chosen, one)}
            data-held={held && sameChoice(held.chosen, one) ? '' : undefined}
            onPointerDown={down(one)}
            onPointerMove={move}
            onPointerUp={up}
            onPointerCancel={up}
            onKeyDown={press(one)}
            onKeyUp={release}
            onBlur={release}
          >
            <title>{nameOf(scene, one)}</title>
            {one.in === 'lights' ? (
              <Lamp scene={scene} id={one.id} unit={unit} />
            ) : (
              <Footprint scene={scene} bodyOf={desk.bodyOf} of={one} unit={unit} />
            )}
          </g>
        ))}
        <g className="plan-scale" aria-hidden transform={`translate(${left + width - bar - 10 * unit} ${top + height - 10 * unit})`}>
          <path d={`M0 ${-4 * unit}V0H${bar}V${-4 * unit}`} strokeWidth={unit} />
          <text x={bar / 2} y={-6 * unit} fontSize={11 * unit}>
            {formatLength(bar)}
          </text>
        </g>
      </svg>
      <figcaption className="hint plan-says" aria-live="polite">
        {chosen && floorOf(scene, chosen) ? sayPlace(scene, chosen) : 'Seen from above. Drag anything, or move it with the arrow keys.'}
      </figcaption>
    </figure>
  )
}
