import { Copy, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { MOST } from '../../core/scene/document'
import type { Desk } from './desk'
import { duplicated, type List, removed, sameChoice } from './edits'
import { nameOf } from './names'

interface Thing<L extends List = List> {
  readonly in: L
  readonly id: string
}

interface ThingRowProps {
  readonly desk: Desk
  readonly thing: Thing
  readonly name?: string
  /** A small picture of it. */
  readonly chip: ReactNode
  readonly detail: ReactNode
  /** It does nothing for now. */
  readonly off?: boolean
  /** What else can be done to it: icon buttons. */
  readonly children?: ReactNode
}

/** Something of the set in its list: its name takes it in hand. */
export function ThingRow({ desk, thing, name = nameOf(desk.scene, thing), chip, detail, off, children }: ThingRowProps) {
  return (
    <div className="set-row" data-off={off ? '' : undefined}>
      <button type="button" className="set-name" aria-pressed={sameChoice(desk.chosen, thing)} onClick={() => desk.choose(thing)}>
        {chip}
        <span className="clip">{name}</span>
        {detail}
      </button>
      {children}
    </div>
  )
}

/** Puts a second one beside it. */
export function Duplicate({ desk, thing }: { readonly desk: Desk; readonly thing: Thing<'lights' | 'props'> }) {
  const { scene } = desk
  return (
    <button
      type="button"
      className="icon-button icon-button--small"
      aria-label={`Duplicate ${nameOf(scene, thing)}`}
      title="Duplicate"
      disabled={desk.disabled || scene[thing.in].length >= MOST[thing.in]}
      onClick={() => desk.commit(duplicated(scene, thing.in, thing.id))}
    >
      <Copy size={15} aria-hidden />
    </button>
  )
}

interface RemoveProps {
  readonly desk: Desk
  readonly thing: Thing
  readonly label?: string
  readonly title?: string
}

/** Takes it out of the set. */
export function Remove({ desk, thing, label = `Remove ${nameOf(desk.scene, thing)}`, title = 'Remove' }: RemoveProps) {
  return (
    <button
      type="button"
      className="icon-button icon-button--small"
      aria-label={label}
      title={title}
      disabled={desk.disabled}
      onClick={() => desk.commit(removed(desk.scene, thing.in, thing.id))}
    >
      <Trash2 size={15} aria-hidden />
    </button>
  )
}
