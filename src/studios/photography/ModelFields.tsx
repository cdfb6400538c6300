import type { Model, Prop, Scene } from '../../core/scene/document'
import type { Desk } from './desk'
import { Choice } from './Fields'

interface ModelFieldsProps {
  readonly desk: Desk
  readonly model: Model
  to(change: Partial<Prop>): Scene
}

const DRESSES = [
  ['file', 'As in its file'],
  ['material', 'One of the set’s materials'],
] as const

/** How a 3D file of the seller's looks. */
export function ModelFields({ desk, model, to }: ModelFieldsProps) {
  return (
    <div className="set-fields">
      <Choice
        label="Looks"
        value={model.dress}
        options={DRESSES}
        disabled={desk.disabled}
        onChoose={(dress) => desk.commit(to({ model: { ...model, dress } }))}
      />
    </div>
  )
}
