import { RotateCcw } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Client } from '../../core/client'
import type { Photo, PhotoDoc } from '../../core/project'
import type { Scene } from '../../core/scene/document'
import { type View, viewOf } from '../../core/scene/geometry'
import { aboveGround } from '../../core/scene/lens'
import { clamp } from '../../core/scene/numbers'
import { formatShare } from '../../ui/format'
import { useBox } from '../../ui/useBox'
import { CutoutPicture } from './CutoutPicture'
import type { Desk } from './desk'
import { floorOf, moved } from './edits'
import { wayOf } from './floor'
import { dragged, frameIn, inReach, productAt } from './reach'
import { usePicture } from './usePicture'
import { useWheel } from './useWheel'

interface SetStageProps {
  readonly client: Client
  readonly photo: Photo
  /** What is shown, solo and gestures included. */
  readonly doc: PhotoDoc
  readonly desk: Desk
  readonly ready: boolean
  /** The cutout lies over the set, to compare. */
  readonly comparing: boolean
  /** Drawn over the picture; it takes no pointer but on what it holds. */
  readonly over?: ((frame: { readonly width: number; readonly height: number }) => ReactNode) | undefined
  readonly children: ReactNode
}

/** Longest side of the picture that is asked for, px: beyond it converging takes longer than looking. */
const SIDE_MOST = 1600
const MARGIN = 20

type Grip = {
  readonly pointer: number
  readonly from: Scene
  readonly at: { x: number; y: number }
  readonly view: View
  readonly product: string | null
}

/** The set through its camera. The product is dragged over the ground; beside it, a drag walks round the set; the wheel steps nearer. */
export function SetStage({ client, photo, doc, desk, ready, comparing, over, children }: SetStageProps) {
  const { element, size } = useBox()
  const { scene, disabled } = desk
  const frame = frameIn(size.width, size.height, scene.aspect, size.width < 500 ? 8 : MARGIN)
  const sharp = Math.min(window.devicePixelRatio || 1, SIDE_MOST / Math.max(1, frame.width, frame.height))
  const [width, height] = [Math.round(frame.width * sharp), Math.round(frame.height * sharp)]
  const { canvas, share, fault, again } = usePicture(client, photo.id, ready ? doc : null, width, height)
  const [grip, setGrip] = useState<Grip | null>(null)
  const last = useRef(scene)
  const keyed = useRef<Scene | null>(null)

  const show = (next: Scene) => {
    last.current = next
    desk.preview(next)
  }
  useWheel(element, desk)
  useEffect(() => {
    if (!grip) return
    const drop = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      desk.commit(grip.from)
      setGrip(null)
    }
    window.addEventListener('keydown', drop, true)
    return () => window.removeEventListener('keydown', drop, true)
  }, [grip, desk])

  const place = (event: PointerEvent) => {
    const rect = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - rect.left, y: event.clientY - rect.top }
  }
  const down = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || disabled || !ready) return
    const at = place(event)
    const view = viewOf(scene.camera, scene.aspect, frame.width, frame.height)
    const product = productAt(scene, desk.bodyOf, view, at.x, at.y)
    desk.choose(product ? { in: 'products', id: product.id } : { in: 'camera' })
    event.currentTarget.setPointerCapture(event.pointerId)
    last.current = scene
    setGrip({ pointer: event.pointerId, from: scene, at, view, product: product?.id ?? null })
  }
  const move = (event: PointerEvent) => {
    if (grip?.pointer !== event.pointerId) return
    const to = place(event)
    show(grip.product ? dragged(grip.from, grip.view, grip.product, grip.at, to) : walked(grip.from, grip.at, to))
  }
  const up = (event: PointerEvent) => {
    if (grip?.pointer !== event.pointerId) return
    desk.commit(event.type === 'pointerup' ? last.current : grip.from)
    setGrip(null)
  }
  const press = (event: KeyboardEvent) => {
    const way = wayOf(event)
    const chosen = inReach(scene, desk.chosen)
    const at = floorOf(scene, chosen)
    if (!way || !at || disabled) return
    event.preventDefault()
    keyed.current ??= scene
    show(moved(scene, chosen, { x: at.x + way.x, z: at.z + way.z }))
  }
  const release = () => {
    if (!keyed.current) return
    keyed.current = null
    desk.commit(last.current)
  }

  const style = { left: frame.left, top: frame.top, width: frame.width, height: frame.height }
  return (
    <div className="stage mat set-stage" ref={element}>
      <div
        className="set-frame"
        style={style}
        role="application"
        data-arrows
        aria-label={`${photo.name} in its set`}
        aria-description="Arrow keys move the product over the ground"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes arrow keys, which is what an application is for
        tabIndex={0}
        data-held={grip ? '' : undefined}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
        onKeyDown={press}
        onKeyUp={release}
        onBlur={release}
      >
        <canvas ref={canvas} className="set-picture" hidden={share === null} />
        {comparing ? <CutoutPicture client={client} photo={photo.id} doc={doc} side={Math.max(width, height)} name={photo.name} /> : null}
      </div>
      {over && ready && frame.width > 0 ? (
        <div className="set-over" style={style}>
          {over(frame)}
        </div>
      ) : null}
      {share !== null && share < 1 ? (
        <div className="set-share" style={{ left: frame.left, top: frame.top + frame.height, width: frame.width }} aria-hidden>
          <span style={{ transform: `scaleX(${share})` }} />
        </div>
      ) : null}
      <p className="visually-hidden" role="status">
        {share === null ? '' : share < 1 ? 'The picture is being rendered.' : 'The picture is finished.'}
      </p>
      {ready && share === null && !fault ? (
        <p className="stage-wait" role="status">
          <span className="spinner" aria-hidden /> Setting up the lights…
        </p>
      ) : null}
      {fault && ready ? (
        <div className="stage-note banner banner--fail" role="alert">
          <div className="stage-note-text">
            <strong>{fault.sentence}</strong>
            <p>{fault.remedy}</p>
          </div>
          <button type="button" className="button button--small" onClick={again}>
            <RotateCcw size={15} aria-hidden /> Try again
          </button>
        </div>
      ) : null}
      <span className="set-percent hint number" data-done={share === 1 || undefined} aria-hidden>
        {share === null || share === 1 ? '' : formatShare(share)}
      </span>
      {children}
    </div>
  )
}

/** A hand's width walks a quarter of the way round. */
const ROUND = 0.25
const RISE = 0.15

function walked(scene: Scene, from: { x: number; y: number }, to: { x: number; y: number }): Scene {
  const { camera } = scene
  const azimuth = clamp(camera.azimuth - (to.x - from.x) * ROUND, -180, 180)
  const tilt = clamp(camera.tilt + (to.y - from.y) * RISE, -20, 90)
  return { ...scene, camera: aboveGround({ ...camera, azimuth, tilt }) }
}
