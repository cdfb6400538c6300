import { Plus, Trash2 } from 'lucide-react'
import type { Client } from '../../core/client'
import type { Photo } from '../../core/project'
import { MOST, type Product } from '../../core/scene/document'
import { grouped } from '../../core/scene/layouts'
import { LAYOUTS } from '../../core/scene/plans'
import type { Desk } from './desk'
import { type Chosen, changed, removed, sameChoice, withCompanion } from './edits'
import { Exact, Section } from './Fields'
import { titled } from './names'
import { useThumb } from './useThumb'

interface GroupPanelProps {
  readonly client: Client
  readonly desk: Desk
  readonly photo: Photo
  readonly photos: readonly Photo[]
}

/** Other products of the project in the same set, in their true sizes. */
export function GroupPanel({ client, desk, photo, photos }: GroupPanelProps) {
  const { scene, disabled } = desk
  const photoOf = (product: Product) => photos.find(({ id }) => id === (product.photo ?? photo.id))
  const others = photos.filter(({ id, state }) => id !== photo.id && state.at === 'done')
  const add = (id: string) => {
    const next = withCompanion(scene, id)
    desk.commit(next)
    const made = next.products.at(-1)
    if (made) desk.choose({ in: 'products', id: made.id })
  }
  return (
    <>
      <Section
        title="In this set"
        hint={scene.products.length > 1 ? 'Give each its true height, and they stand in true proportion.' : undefined}
      >
        <ul className="set-list">
          {scene.products.map((product, i) => {
            const of = photoOf(product)
            const me: Chosen = { in: 'products', id: product.id }
            const name = of?.name ?? 'A photo that is gone'
            return (
              <li key={product.id}>
                <div className="set-row">
                  <button type="button" className="set-name" aria-pressed={sameChoice(desk.chosen, me)} onClick={() => desk.choose(me)}>
                    {of ? <Thumb client={client} photo={of} /> : null}
                    <span className="clip">{name}</span>
                    <span className="hint">{i === 0 ? 'hero' : ''}</span>
                  </button>
                  {i > 0 ? (
                    <button
                      type="button"
                      className="icon-button icon-button--small"
                      aria-label={`Take ${name} out of the set`}
                      title="Take out"
                      disabled={disabled}
                      onClick={() => desk.commit(removed(scene, 'products', product.id))}
                    >
                      <Trash2 size={15} aria-hidden />
                    </button>
                  ) : null}
                </div>
                {scene.products.length > 1 ? (
                  <div className="set-inner">
                    <Exact
                      label={`True height of ${name}, mm`}
                      value={desk.bodyOf(product).height}
                      least={1}
                      most={10_000}
                      disabled={disabled}
                      onCommit={(height) => desk.commit(changed(scene, 'products', product.id, { size: { by: 'height', height } }))}
                    />
                  </div>
                ) : null}
              </li>
            )
          })}
        </ul>
      </Section>
      {scene.products.length > 1 ? (
        <Section
          title="Layout"
          hint="Places all of them without hiding one behind another, and frames the camera on them. Drag afterwards."
        >
          <fieldset className="set-adds" disabled={disabled}>
            <legend className="visually-hidden">Layouts</legend>
            {LAYOUTS.map((layout) => (
              <button
                key={layout}
                type="button"
                className="button button--small"
                onClick={() => desk.commit(grouped(scene, layout, scene.products.map(desk.bodyOf)))}
              >
                {titled(layout)}
              </button>
            ))}
          </fieldset>
        </Section>
      ) : null}
      <Section title="Add a companion">
        {others.length === 0 ? (
          <p className="hint">No other photo of this project is cut out yet. Add one to the project, and it can stand here too.</p>
        ) : (
          <ul className="set-thumbs">
            {others.map((other) => (
              <li key={other.id}>
                <button
                  type="button"
                  className="set-thumb"
                  aria-label={`Add ${other.name}`}
                  title={other.name}
                  disabled={disabled || scene.products.length >= MOST.products}
                  onClick={() => add(other.id)}
                >
                  <Thumb client={client} photo={other} />
                  <Plus size={14} aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}

function Thumb({ client, photo }: { readonly client: Client; readonly photo: Photo }) {
  const thumb = useThumb(client, photo)
  return <span className="thumb checkerboard">{thumb ? <img src={thumb.url} alt="" /> : null}</span>
}
