import { nameOf } from './names'
import type { Room } from './useDesk'

/** Over the stage, where it does not show simply what is kept: one light alone, or a set that is only proposed. */
export function SetNote({ room }: { readonly room: Room }) {
  const { desk, solo, staged, setSolo } = room
  if (solo) {
    return (
      <div className="set-note" role="status">
        <span>{nameOf(desk.scene, { in: 'lights', id: solo })} alone</span>
        <button type="button" className="button button--small" onClick={() => setSolo(null)}>
          All lights
        </button>
      </div>
    )
  }
  if (staged || desk.disabled) return null
  return (
    <div className="set-note" role="status">
      <span>A first proposal</span>
      <button
        type="button"
        className="button button--small"
        title="It is also kept as soon as anything is changed"
        onClick={() => desk.commit(desk.scene)}
      >
        Keep it
      </button>
    </div>
  )
}
