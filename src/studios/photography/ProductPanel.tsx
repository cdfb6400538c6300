import type { Client } from '../../core/client'
import type { Photo } from '../../core/project'
import { neutralised } from '../../core/scene/balance'
import type { Form, Product, Scene } from '../../core/scene/document'
import { formatShare } from '../../ui/format'
import { BalanceFields } from './BalanceFields'
import { DepthField } from './DepthField'
import type { Desk } from './desk'
import { changed } from './edits'
import { Amount, Choice, Exact, Length, Section, Switch } from './Fields'
import { MaskFields } from './MaskFields'
import { NeutralPicker } from './NeutralPicker'
import { nameOf, POSES } from './names'
import { Above } from './Units'

const FORMS: Record<Form['kind'] | 'fitted', string> = {
  fitted: 'As found',
  inflated: 'Rounded all over',
  flat: 'Flat',
  box: 'Box',
  cylinder: 'Cylinder',
  sphere: 'Sphere',
  depth: 'Depth map',
}
const DEPTHS: Record<Form['kind'], number> = { inflated: 0.6, flat: 0.02, box: 0.6, cylinder: 1, sphere: 1, depth: 0.5 }

/** Of these a depth map comes as a file. */
const OFFERED = Object.entries(FORMS) as [keyof typeof FORMS, string][]

interface ProductPanelProps {
  readonly client: Client
  readonly desk: Desk
  readonly photo: Photo
  readonly photos: readonly Photo[]
}

/** How the product stands in the set, and how far the light may touch its pixels. */
export function ProductPanel({ client, desk, photo, photos }: ProductPanelProps) {
  const { scene, disabled, chosen } = desk
  const product =
    (chosen?.in === 'products' ? scene.products.find(({ id }) => id === chosen.id) : undefined) ?? (scene.products[0] as Product)
  const from = photos.find(({ id }) => id === (product.photo ?? photo.id))
  const to = (change: Partial<Product>) => changed(scene, 'products', product.id, change)
  return (
    <>
      <Section title={nameOf(scene, { in: 'products', id: product.id })}>
        <div className="set-fields">
          <SizeFields desk={desk} product={product} to={to} />
          <div className="set-pair">
            <Choice
              label="Pose"
              value={product.pose}
              options={Object.entries(POSES) as [Product['pose'], string][]}
              disabled={disabled}
              onChoose={(pose) => desk.commit(to({ pose }))}
            />
            <Choice
              label="Body"
              value={product.form?.kind ?? 'fitted'}
              options={OFFERED.filter(([kind]) => kind !== 'depth' || product.form?.kind === 'depth')}
              disabled={disabled}
              onChoose={(kind) => kind !== 'depth' && desk.commit(to({ form: kind === 'fitted' ? null : { kind, depth: DEPTHS[kind] } }))}
            />
          </div>
          {product.form ? (
            <Amount
              desk={desk}
              label="Depth of the body"
              value={product.form.depth}
              least={0.01}
              most={3}
              step={0.01}
              tell={(depth) => `${depth.toFixed(2)} × its width`}
              to={(depth) => to({ form: product.form && { ...product.form, depth } })}
            />
          ) : null}
          {from ? (
            <DepthField
              client={client}
              photo={from}
              there={product.form?.kind === 'depth'}
              disabled={disabled}
              onMap={(map) => desk.commit(to({ form: { kind: 'depth', depth: product.form?.depth ?? DEPTHS.depth, map } }))}
            />
          ) : null}
          <Above
            desk={desk}
            label={product.pose === 'standing' || product.pose === 'lying' ? 'Stands above the ground' : 'Hangs above the ground'}
            at={product.at}
            rest={0}
            to={(at) => to({ at })}
          />
          <Switch
            label="Mirrored (never with lettering)"
            on={product.mirrored}
            disabled={disabled}
            onChange={() => desk.commit(to({ mirrored: !product.mirrored }))}
          />
        </div>
      </Section>
      <Section title="Light on the product">
        <TouchFields desk={desk} product={product} to={to} />
        {from && (product.relight > 0 || product.gloss > 0 || product.tint > 0 || product.mask) ? (
          <MaskFields client={client} desk={desk} product={product} photo={from} to={to} />
        ) : null}
      </Section>
      <Section
        title="Exposure and white balance"
        hint="Corrects the photo as a whole, for products that were photographed in different light."
        act={
          product.balance ? (
            <button type="button" className="button button--small" disabled={disabled} onClick={() => desk.commit(to({ balance: null }))}>
              As photographed
            </button>
          ) : null
        }
      >
        <div className="set-fields">
          <BalanceFields desk={desk} product={product} to={to} />
          {from ? (
            <NeutralPicker
              client={client}
              photo={from}
              disabled={disabled}
              onPick={(light) => desk.commit(to({ balance: neutralised(light, product.balance) }))}
            />
          ) : null}
        </div>
      </Section>
      <Section
        title="Where it touches the ground"
        hint="Found in the cutout’s lower edge. Set it by hand where a strap or a shadow was taken for the foot."
      >
        <ContactFields desk={desk} product={product} to={to} />
      </Section>
    </>
  )
}

interface FieldsProps {
  readonly desk: Desk
  readonly product: Product
  to(change: Partial<Product>): Scene
}

function SizeFields({ desk, product, to }: FieldsProps) {
  const { size } = product
  const { disabled } = desk
  return (
    <>
      <Choice
        label="Size"
        value={size.by}
        options={[
          ['fit', 'As large as the scene has room for'],
          ['height', 'Its true height'],
        ]}
        disabled={disabled}
        onChoose={(by) =>
          desk.commit(to({ size: by === 'height' ? { by, height: size.height } : { by, width: size.height, height: size.height } }))
        }
      />
      {size.by === 'height' ? (
        <Exact
          label="True height in mm"
          value={size.height}
          least={1}
          most={10_000}
          disabled={disabled}
          onCommit={(height) => desk.commit(to({ size: { by: 'height', height } }))}
        />
      ) : (
        <>
          <Length
            desk={desk}
            label="At most wide"
            value={size.width}
            least={5}
            most={5000}
            to={(width) => to({ size: { ...size, width } })}
          />
          <Length
            desk={desk}
            label="At most high"
            value={size.height}
            least={5}
            most={5000}
            to={(height) => to({ size: { ...size, height } })}
          />
        </>
      )}
    </>
  )
}

function ContactFields({ desk, product, to }: FieldsProps) {
  const { contact } = product
  return (
    <div className="set-fields">
      <Switch
        label="Found in the cutout"
        on={contact === null}
        disabled={desk.disabled}
        onChange={() => desk.commit(to({ contact: contact ? null : [0.85, 0.85] }))}
      />
      {contact
        ? (['Left end', 'Right end'] as const).map((label, i) => (
            <Amount
              key={label}
              desk={desk}
              label={`${label} of the contact line`}
              value={contact[i] ?? 0.85}
              least={0}
              most={1}
              step={0.001}
              tell={(share) => `${(share * 100).toFixed(1)} % from the top`}
              to={(share) => to({ contact: i === 0 ? [share, contact[1]] : [contact[0], share] })}
            />
          ))
        : null}
    </div>
  )
}

/** Its pixels stay what they are until somebody asks for more. */
function TouchFields({ desk, product, to }: FieldsProps) {
  const unlit = product.relight === 0 && product.gloss === 0 && product.tint === 0
  const untouched = unlit && product.balance === null
  const amount = (label: string, of: 'relight' | 'gloss' | 'tint', zero: string) => (
    <Amount
      desk={desk}
      label={label}
      value={product[of]}
      least={0}
      most={1}
      step={0.01}
      rest={0}
      tell={(value) => (value === 0 ? zero : formatShare(value + 1e-9))}
      to={(value) => to({ [of]: value })}
    />
  )
  return (
    <div className="set-fields">
      <p className="set-keep" data-on={(product.tint === 0 && product.balance === null) || undefined}>
        {untouched
          ? 'Your own pixels, untouched: every colour is exactly as you photographed it.'
          : product.balance !== null
            ? 'Exposure or white balance of the photo is corrected. Colours are no longer as you photographed them.'
            : product.tint === 0
              ? 'Colours are kept exactly; only lightness follows the set’s light.'
              : 'The light of the set tints the product. Colours are no longer as you photographed them.'}
      </p>
      {amount('Relight', 'relight', 'off')}
      {amount('Gloss', 'gloss', 'off')}
      {amount('Tint', 'tint', 'keep colours exactly')}
      {unlit ? null : (
        <button
          type="button"
          className="button button--small set-start"
          disabled={desk.disabled}
          onClick={() => desk.commit(to({ relight: 0, gloss: 0, tint: 0 }))}
        >
          Keep its pixels as they are
        </button>
      )}
    </div>
  )
}
