import { Maximize, Minus, Plus } from 'lucide-react'
import { useId } from 'react'
import type { PhotoDoc, Project } from '../../core/project'
import type { StageControl } from '../../ui/easel/useStage'
import { GROUNDS, type Ground, groundColour, KINDS, type Kind, swatchStyle } from './sight'

interface StageBarProps {
  readonly kind: Kind
  /** Whether there is a cutout to show. */
  readonly cut: boolean
  readonly ground: Ground
  readonly doc: PhotoDoc
  readonly project: Pick<Project, 'brand'>
  readonly stage: StageControl
  onKind(kind: Kind): void
  onGround(ground: Ground): void
}

const LEVELS = [1, 2, 4, 8] as const
const STEP = 1.5

/** Under the stage: what is shown, on what, and how near. */
export function StageBar({ kind, cut, ground, doc, project, stage, onKind, onGround }: StageBarProps) {
  const name = useId()
  const percent = Math.round(stage.zoom * 100)
  const grounded = kind === 'compare' || kind === 'cutout'
  return (
    <div className="stage-bar">
      <fieldset className="segmented">
        <legend className="visually-hidden">View</legend>
        {KINDS.map(({ id, title }) => (
          <label key={id}>
            <input
              type="radio"
              name={`${name}-view`}
              checked={kind === id}
              disabled={!cut && id !== 'original'}
              onChange={() => onKind(id)}
            />
            <span>{title}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="row stage-grounds" disabled={!grounded}>
        <legend className="visually-hidden">Show the cutout on</legend>
        {GROUNDS.filter(({ id }) => id !== 'backdrop' || doc.backdrop !== null).map(({ id, title }) => {
          const colour = groundColour(id, doc, project)
          return (
            <label
              key={id}
              className={colour ? 'swatch' : 'swatch checkerboard'}
              style={swatchStyle(colour)}
              title={title}
              data-square={id === 'backdrop' || undefined}
            >
              <input type="radio" name={`${name}-ground`} aria-label={title} checked={ground === id} onChange={() => onGround(id)} />
            </label>
          )
        })}
      </fieldset>
      <fieldset className="row stage-zoom">
        <legend className="visually-hidden">Zoom</legend>
        <button
          type="button"
          className="icon-button icon-button--small"
          aria-label="Fit the whole photo"
          title="Fit (0)"
          aria-pressed={stage.fitted}
          onClick={stage.fit}
        >
          <Maximize size={15} aria-hidden />
        </button>
        <button
          type="button"
          className="icon-button icon-button--small"
          aria-label="Zoom out"
          title="Zoom out (−)"
          onClick={() => stage.zoomBy(1 / STEP)}
        >
          <Minus size={15} aria-hidden />
        </button>
        <output className="number stage-percent" aria-label="Zoom">
          {percent < 1 ? '< 1' : percent} %
        </output>
        <button
          type="button"
          className="icon-button icon-button--small"
          aria-label="Zoom in"
          title="Zoom in (+)"
          onClick={() => stage.zoomBy(STEP)}
        >
          <Plus size={15} aria-hidden />
        </button>
        {LEVELS.map((level) => (
          <button
            key={level}
            type="button"
            className="button button--quiet button--small number"
            title={`Zoom to ${level * 100} % (${level})`}
            aria-pressed={!stage.fitted && Math.abs(stage.zoom - level) < 0.005}
            onClick={() => stage.zoomTo(level)}
          >
            {level * 100} %
          </button>
        ))}
      </fieldset>
    </div>
  )
}
