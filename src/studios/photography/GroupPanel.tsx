import { Plus } from 'lucide-react'
import type { Client } from '../../core/client'
import type { Photo } from '../../core/project'
import { heroOf, MOST, type Product } from '../../core/scene/document'
import { GROUPING, grouped, worstHidden } from '../../core/scene/layouts'
import { clamp } from '../../core/scene/numbers'
import { LAYOUTS } from '../../core/scene/plans'
import { formatShare } from '../../ui/format'
import { ChoiceRow } from './ChoiceRow'
import { type Desk, taken } from './desk'
import { changed, withCompanion } from './edits'
import { Exact, Section } from './Fields'
import { titled } from './names'
import { Remove, ThingRow } from './ThingRow'
import { TogetherSection } from './TogetherSection'
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
  const calledOf = (product: Product) => photoOf(product)?.name ?? 'A photo that is gone'
  const tall = desk.bodyOf(heroOf(scene)).height
  const sized = ({ id }: Product, height: number) => changed(scene, 'products', id, { size: { by: 'height', height } })
  const bodies = scene.products.map(desk.bodyOf)
  const hidden = scene.products.every(({ pose }) => pose === 'lying') ? 0 : worstHidden(scene, bodies)
  const others = photos.filter(({ id, state }) => id !== photo.id && state.at === 'done')
  return (
    <>
      <Section
        title="In this set"
        hint={scene.products.length > 1 ? 'Give each its true height, and they stand in true proportion.' : undefined}
      >
        <ul className="set-list">
          {scene.products.map((product, i) => {
            const of = photoOf(product)
            const me = { in: 'products', id: product.id } as const
            const name = calledOf(product)
            return (
              <li key={product.id}>
                <ThingRow
                  desk={desk}
                  thing={me}
                  name={name}
                  chip={of ? <Thumb client={client} photo={of} /> : null}
                  detail={<span className="hint">{i === 0 ? 'hero' : ''}</span>}
                >
                  {i > 0 ? <Remove desk={desk} thing={me} label={`Take ${name} out of the set`} title="Take out" /> : null}
                </ThingRow>
                {scene.products.length > 1 ? (
                  <div className="set-inner set-pair">
                    <Exact
                      label={`True height of ${name}, mm`}
                      value={desk.bodyOf(product).height}
                      least={1}
                      most={10_000}
                      disabled={disabled}
                      onCommit={(height) => desk.commit(sized(product, height))}
                    />
                    {i > 0 ? (
                      <Exact
                        label={`Times as high as the hero: ${name}`}
                        value={desk.bodyOf(product).height / tall}
                        least={0.01}
                        most={100}
                        digits={2}
                        disabled={disabled}
                        onCommit={(times) => desk.commit(sized(product, clamp(times * tall, 1, 10_000)))}
                      />
                    ) : null}
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
          <ChoiceRow
            title="Layouts"
            options={LAYOUTS.map((layout) => [layout, titled(layout)] as const)}
            disabled={disabled}
            onChoose={(layout) => desk.commit(grouped(scene, layout, bodies))}
          />
          {hidden > GROUPING.overlap + 1e-9 ? (
            <p className="hint" role="status">
              One product stands before {formatShare(hidden)} of another from here. Raise the camera, or choose another layout.
            </p>
          ) : null}
        </Section>
      ) : null}
      {scene.products.length > 1 ? <TogetherSection client={client} desk={desk} photo={photo} nameOf={calledOf} /> : null}
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
                  onClick={() => taken(desk, 'products', withCompanion(scene, other.id))}
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
