import { RotateCcw, RotateCw } from 'lucide-react'
import { useId } from 'react'
import type { Client } from '../../core/client'
import type { Colour } from '../../core/colour'
import type { OwnNetwork } from '../../core/network'
import type { Photo, PhotoDoc } from '../../core/project'
import { CareChoice } from '../../ui/CareChoice'
import { ColourInput } from '../../ui/ColourInput'
import { hexOf, sameColour, WHITE } from '../../ui/colour'
import type { DocEditor } from '../../ui/useDoc'
import { SkuField } from './SkuField'
import { swatchStyle } from './sight'

interface DocPanelProps {
  readonly client: Client
  readonly networks: readonly OwnNetwork[]
  readonly photo: Photo
  /** The project's brand colour, also while it is being picked. */
  readonly brand: Colour
  readonly editor: DocEditor
  readonly readOnly: boolean
  onBrandPreview(colour: Colour): void
  onBrandCommit(colour: Colour): void
}

export const quarter = (turn: PhotoDoc['turn'], by: 1 | 3): PhotoDoc['turn'] => ((turn + by) % 4) as PhotoDoc['turn']

/** What the user decides about one photo. */
export function DocPanel({ client, networks, photo, brand, editor, readOnly, onBrandPreview, onBrandCommit }: DocPanelProps) {
  const { doc } = editor
  const name = useId()
  const own = doc.backdrop !== null && !sameColour(doc.backdrop, WHITE) && !sameColour(doc.backdrop, brand) ? doc.backdrop : null
  const backdrops: readonly { readonly title: string; readonly colour: Colour | null }[] = [
    { title: 'No backdrop (transparent)', colour: null },
    { title: 'White backdrop', colour: WHITE },
    { title: 'Brand backdrop', colour: brand },
  ]
  return (
    <section className="editor-section editor-form" aria-label="Adjust">
      <div className="field">
        <span className="field__label" id={`${name}-quality`}>
          Cutout
        </span>
        <CareChoice
          client={client}
          care={doc.cutout}
          networks={networks}
          disabled={readOnly}
          legend="Cutout"
          labelledBy={`${name}-quality`}
          onChoose={(cutout) => editor.commit({ cutout })}
        />
      </div>
      <div className="spread">
        <span className="field__label" id={`${name}-turn`}>
          Turn
        </span>
        <fieldset className="row editor-turns" disabled={readOnly} aria-labelledby={`${name}-turn`}>
          <button
            type="button"
            className="button"
            aria-label="Turn left"
            title="Turn left (L)"
            onClick={() => editor.commit({ turn: quarter(doc.turn, 3) })}
          >
            <RotateCcw size={16} aria-hidden />
          </button>
          <button
            type="button"
            className="button"
            aria-label="Turn right"
            title="Turn right (R)"
            onClick={() => editor.commit({ turn: quarter(doc.turn, 1) })}
          >
            <RotateCw size={16} aria-hidden />
          </button>
        </fieldset>
      </div>

      <SkuField key={photo.id} sku={doc.sku} name={photo.name} disabled={readOnly} onCommit={(sku) => editor.commit({ sku })} />

      <div className="field">
        <span className="field__label" id={`${name}-backdrop`}>
          Backdrop
        </span>
        <fieldset className="row editor-swatches" disabled={readOnly} aria-labelledby={`${name}-backdrop`}>
          {backdrops.map(({ title, colour }) => (
            <button
              key={title}
              type="button"
              className={colour ? 'swatch' : 'swatch checkerboard'}
              style={swatchStyle(colour)}
              aria-label={title}
              title={title}
              aria-pressed={sameColour(doc.backdrop, colour)}
              onClick={() => editor.commit({ backdrop: colour })}
            />
          ))}
          <span className="own-colour" data-on={own ? '' : undefined}>
            <ColourInput
              key={photo.id}
              label="Own backdrop colour"
              colour={own ?? [214, 214, 214]}
              disabled={readOnly}
              onPreview={(backdrop) => editor.preview({ backdrop })}
              onCommit={(backdrop) => editor.commit({ backdrop })}
            />
            <span aria-hidden>Own{own ? ` ${hexOf(own)}` : '…'}</span>
          </span>
        </fieldset>
        <span className="hint">For channels that leave the background free.</span>
      </div>

      <div className="editor-brand spread">
        <span>Brand colour of this project</span>
        <span className="row">
          <span className="hint code">{hexOf(brand)}</span>
          <ColourInput label="Brand colour" colour={brand} disabled={readOnly} onPreview={onBrandPreview} onCommit={onBrandCommit} />
        </span>
      </div>
    </section>
  )
}
