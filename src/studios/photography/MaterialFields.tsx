import { Dices } from 'lucide-react'
import type { Scene } from '../../core/scene/document'
import { natures } from '../../core/scene/material-nature'
import { type Material, MaterialKind } from '../../core/scene/materials'
import { ColourInput } from '../../ui/ColourInput'
import { formatShare } from '../../ui/format'
import type { Desk } from './desk'
import { plain } from './edits'
import { Amount, Choice } from './Fields'
import { MATERIAL_GROUPS } from './names'

interface MaterialFieldsProps {
  readonly desk: Desk
  /** What it is the material of, for labels: "Ground". */
  readonly of: string
  readonly material: Material
  to(material: Material): Scene
}

const OPTIONS = MATERIAL_GROUPS.map(({ title, kinds }) => ({
  title,
  options: kinds.map((kind) => [kind, natures[kind].title] as const),
}))

/** What something is made of: its kind, and how it differs from the kind's nature. */
export function MaterialFields({ desk, of, material, to }: MaterialFieldsProps) {
  const nature = natures[material.kind]
  const put = (change: Partial<Material>) => to({ ...material, ...change })
  const own = material.colour !== null || material.accent !== null || material.roughness !== null
  return (
    <div className="set-fields">
      <Choice
        label={of}
        value={material.kind}
        options={OPTIONS}
        disabled={desk.disabled}
        onChoose={(kind) => desk.commit(to(plain(MaterialKind.parse(kind))))}
      />
      <div className="row set-colours">
        <ColourInput
          label={`${of} colour`}
          colour={material.colour ?? nature.colour}
          disabled={desk.disabled}
          onPreview={(colour) => desk.preview(put({ colour }))}
          onCommit={(colour) => desk.commit(put({ colour }))}
        />
        <span className="hint" aria-hidden>
          Colour
        </span>
        {nature.accented ? (
          <>
            <ColourInput
              label={`${of}: colour of ${nature.accented}`}
              colour={material.accent ?? nature.accent}
              disabled={desk.disabled}
              onPreview={(accent) => desk.preview(put({ accent }))}
              onCommit={(accent) => desk.commit(put({ accent }))}
            />
            <span className="hint" aria-hidden>
              {nature.accented.charAt(0).toUpperCase() + nature.accented.slice(1)}
            </span>
          </>
        ) : null}
        <span className="set-push" />
        <button
          type="button"
          className="icon-button icon-button--small"
          aria-label={`${of}: another piece of it`}
          title="Another piece of it: its pattern falls differently"
          disabled={desk.disabled}
          onClick={() => desk.commit(put({ seed: (material.seed + 1) % 10_000 }))}
        >
          <Dices size={16} aria-hidden />
        </button>
      </div>
      <Amount
        desk={desk}
        label={`${of} roughness`}
        value={material.roughness ?? nature.roughness}
        least={0}
        most={1}
        step={0.01}
        rest={nature.roughness}
        tell={(value) => (value < 0.03 ? 'a mirror' : value > 0.9 ? 'matt' : formatShare(value + 1e-9))}
        to={(roughness) => put({ roughness })}
      />
      <details className="disclosure set-more">
        <summary>Pattern of {of.toLowerCase()}</summary>
        <div className="set-fields">
          <Amount
            desk={desk}
            label={`${of} scale`}
            value={material.scale}
            least={0.1}
            most={5}
            step={0.05}
            rest={1}
            tell={(value) => `${value.toFixed(2)} ×`}
            to={(scale) => put({ scale })}
          />
          <Amount
            desk={desk}
            label={`${of} relief`}
            value={material.relief}
            least={0}
            most={3}
            step={0.05}
            rest={1}
            tell={(value) => (value === 0 ? 'flat' : `${value.toFixed(2)} ×`)}
            to={(relief) => put({ relief })}
          />
          {own ? (
            <button
              type="button"
              className="button button--small set-start"
              disabled={desk.disabled}
              onClick={() => desk.commit(put({ colour: null, accent: null, roughness: null }))}
            >
              As it is by nature
            </button>
          ) : null}
        </div>
      </details>
    </div>
  )
}
