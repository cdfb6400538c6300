import { Brush } from 'lucide-react'
import { useId, useState } from 'react'
import type { Client } from '../../core/client'
import type { Photo } from '../../core/project'
import type { Repair } from '../../core/repair'
import type { LightMask, Product, Scene } from '../../core/scene/document'
import { formatPlural } from '../../ui/format'
import type { Desk } from './desk'
import { PhotoDialog } from './PhotoDialog'

/** Strokes at most: a mask is no drawing. */
const MOST = 200

const directionOf = (stroke: Repair) => ('to' in stroke ? stroke.to : 'keep')

/** A mask with one stroke more; the first says whether it begins with nothing or with all of the product. */
const strokedWith = (mask: LightMask | null, stroke: Repair): LightMask => ({
  from: mask?.from ?? (directionOf(stroke) === 'keep' ? 'nothing' : 'all'),
  strokes: [...(mask?.strokes ?? []), stroke].slice(0, MOST),
})

/** A mask without its last stroke; without any it is none. */
const withoutLast = (mask: LightMask): LightMask | null =>
  mask.strokes.length > 1 ? { ...mask, strokes: mask.strokes.slice(0, -1) } : null

interface MaskFieldsProps {
  readonly client: Client
  readonly desk: Desk
  readonly product: Product
  /** The one that the product comes from. */
  readonly photo: Photo
  to(change: Partial<Product>): Scene
}

const TOOLS = [
  { id: 'brush', title: 'Light acts here' },
  { id: 'eraser', title: 'It does not' },
] as const

/** Where relight, gloss and tint act: all over the product, or where the seller paints. */
export function MaskFields({ client, desk, product, photo, to }: MaskFieldsProps) {
  const [open, setOpen] = useState(false)
  const [tool, setTool] = useState<(typeof TOOLS)[number]['id']>('brush')
  const name = useId()
  const { mask } = product
  const put = (next: LightMask | null) => desk.commit(to({ mask: next }))
  return (
    <>
      <div className="set-adds">
        <button type="button" className="button button--small" disabled={desk.disabled} onClick={() => setOpen(true)}>
          <Brush size={14} aria-hidden /> {mask ? 'Paint where light acts' : 'Only on a part of it…'}
        </button>
        {mask ? (
          <button type="button" className="button button--small" disabled={desk.disabled} onClick={() => put(null)}>
            All over the product
          </button>
        ) : null}
      </div>
      {mask ? <p className="hint">Limited to what was painted: {formatPlural(mask.strokes.length, 'stroke')}.</p> : null}
      {open ? (
        <PhotoDialog
          client={client}
          photo={photo}
          which="cutout"
          title="Where light acts"
          hint="Paint the part that relight, gloss and tint may change. Begin with the other brush to leave a part out instead. Everything else keeps its pixels exactly."
          tool={tool}
          does="Paints where the light of the set acts"
          marks={mask?.strokes ?? []}
          onRepair={(stroke) => put(strokedWith(mask, stroke))}
          onClose={() => setOpen(false)}
          foot={
            <>
              <button type="button" className="button" disabled={!mask} onClick={() => put(mask && withoutLast(mask))}>
                Take back the last stroke
              </button>
              <button type="button" className="button button--primary" onClick={() => setOpen(false)}>
                Done
              </button>
            </>
          }
        >
          <fieldset className="segmented set-start">
            <legend className="visually-hidden">Brush</legend>
            {TOOLS.map(({ id, title }) => (
              <label key={id}>
                <input type="radio" name={name} checked={tool === id} onChange={() => setTool(id)} />
                <span>{title}</span>
              </label>
            ))}
          </fieldset>
        </PhotoDialog>
      ) : null}
    </>
  )
}
