import { X } from 'lucide-react'
import type { Repair } from '../../core/repair'
import { tellRepair } from '../../ui/easel/tools'
import { formatPlural } from '../../ui/format'
import { Slider } from '../../ui/Slider'
import type { DocEditor } from '../../ui/useDoc'

interface RepairPanelProps {
  readonly editor: DocEditor
  readonly disabled: boolean
}

const edgeWords = (more: string, less: string) => (value: number) =>
  value === 0 ? 'as found' : `${Math.abs(value)} ${value > 0 ? more : less}`
const EDGE = [
  { of: 'looser', label: 'Looser / tighter', tell: edgeWords('looser', 'tighter') },
  { of: 'softer', label: 'Softer / harder', tell: edgeWords('softer', 'harder') },
] as const

/** What is done to the whole edge, and the list of the repairs made by hand. Every change is a step of its own and can be undone. */
export function RepairPanel({ editor, disabled }: RepairPanelProps) {
  const { edge, seeThrough, repairs, matte } = editor.doc
  const add = (repair: Repair) => editor.commit({ repairs: [...repairs, repair] })
  return (
    <section className="editor-section editor-form" aria-labelledby="repair">
      <div className="spread">
        <h2 id="repair" className="editor-title">
          Repair
        </h2>
        <label className="switch">
          <input
            type="checkbox"
            role="switch"
            checked={seeThrough}
            aria-checked={seeThrough}
            disabled={disabled || matte !== null}
            onChange={(event) => editor.commit({ seeThrough: event.target.checked })}
          />
          <span>See-through</span>
        </label>
      </div>
      <div className="editor-sliders">
        {EDGE.map(({ of, label, tell }) => (
          <Slider
            key={of}
            label={label}
            value={edge[of]}
            least={-10}
            most={10}
            step={0.5}
            rest={0}
            disabled={disabled}
            tell={tell}
            onPreview={(value) => editor.preview({ edge: { ...edge, [of]: value } })}
            onCommit={(value) => editor.commit({ edge: { ...edge, [of]: value } })}
          />
        ))}
      </div>
      {matte ? <p className="hint">Your own matte says itself what is see-through.</p> : null}
      <div className="row editor-buttons">
        <button type="button" className="button" disabled={disabled} onClick={() => add({ act: 'fill-holes' })}>
          Fill holes
        </button>
        <button type="button" className="button" disabled={disabled} onClick={() => add({ act: 'largest' })}>
          Keep largest
        </button>
      </div>
      {repairs.length > 0 ? (
        <div>
          <details className="disclosure">
            <summary>{formatPlural(repairs.length, 'repair')}</summary>
            <ol className="repairs" aria-label="Repairs">
              {repairs.map((repair, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a repair has no name but its place
                <li key={i}>
                  <span className="hint number">{i + 1}</span>
                  <span>{tellRepair(repair)}</span>
                  <button
                    type="button"
                    className="icon-button icon-button--small"
                    aria-label={`Take back repair ${i + 1}: ${tellRepair(repair)}`}
                    title="Take this one back"
                    disabled={disabled}
                    onClick={() => editor.commit({ repairs: repairs.filter((_, other) => other !== i) })}
                  >
                    <X size={14} aria-hidden />
                  </button>
                </li>
              ))}
            </ol>
          </details>
          <button type="button" className="button button--small" disabled={disabled} onClick={() => editor.commit({ repairs: [] })}>
            Remove all repairs
          </button>
        </div>
      ) : null}
    </section>
  )
}
