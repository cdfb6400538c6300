import { useEffect, useRef, useState } from 'react'
import type { Client } from '../../core/client'
import { type Fault, faultOf } from '../../core/fault'
import type { Photo } from '../../core/project'
import { heroOf, type Product } from '../../core/scene/document'
import { FaultNote } from '../../ui/FaultNote'
import type { Desk } from './desk'
import { Section } from './Fields'
import { asPhotographed, broughtTogether, type Illuminants, tellBalance, tellMeasure } from './together'

interface TogetherSectionProps {
  readonly client: Client
  readonly desk: Desk
  readonly photo: Photo
  nameOf(product: Product): string
}

/** Exposure and white balance of a group's photos, brought to the hero's. */
export function TogetherSection({ client, desk, photo, nameOf }: TogetherSectionProps) {
  const { scene, disabled } = desk
  const [measured, setMeasured] = useState<Illuminants>(new Map())
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const latest = useRef<Desk | null>(desk)
  useEffect(() => {
    latest.current = desk
    return () => {
      latest.current = null
    }
  }, [desk])

  const bring = async () => {
    setBusy(true)
    setFault(null)
    try {
      const found = new Map<string | null, Awaited<ReturnType<Client['illuminant']>>>()
      for (const id of new Set(scene.products.map((product) => product.photo))) found.set(id, await client.illuminant(id ?? photo.id, null))
      setMeasured(found)
      // What was changed meanwhile stays; who has left wants nothing any more.
      const now = latest.current
      if (now) now.commit(broughtTogether(now.scene, found))
    } catch (thrown) {
      setFault(faultOf(thrown))
    } finally {
      setBusy(false)
    }
  }
  const hero = heroOf(scene)
  const goal = measured.get(hero.photo)
  return (
    <Section
      title="Light of the photos"
      hint="Photos made in different light can be brought to the hero’s: exposure and white balance, measured on the paper behind each product. It changes a product’s colours as a whole, nowhere more than elsewhere."
    >
      <ul className="set-told">
        {scene.products.map((product) => {
          const own = measured.get(product.photo)
          return (
            <li key={product.id}>
              <span>{nameOf(product)}</span>
              <span className="hint number">{tellBalance(product.balance)}</span>
              {own && goal && product.photo !== hero.photo ? <span className="hint set-told-why">{tellMeasure(own, goal)}</span> : null}
            </li>
          )
        })}
      </ul>
      <FaultNote fault={fault} />
      <div className="set-adds">
        <button type="button" className="button button--small" disabled={disabled || busy} onClick={() => void bring()}>
          {busy ? 'Measuring…' : 'Bring together'}
        </button>
        {scene.products.some(({ balance }) => balance) ? (
          <button
            type="button"
            className="button button--small"
            disabled={disabled || busy}
            onClick={() => {
              setMeasured(new Map())
              desk.commit(asPhotographed(scene))
            }}
          >
            As photographed
          </button>
        ) : null}
      </div>
    </Section>
  )
}
