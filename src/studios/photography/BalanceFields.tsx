import { UNBALANCED } from '../../core/scene/balance'
import type { Product, Scene } from '../../core/scene/document'
import type { Desk } from './desk'
import { Amount } from './Fields'

interface BalanceFieldsProps {
  readonly desk: Desk
  readonly product: Product
  to(change: Partial<Product>): Scene
}

const FIELDS = [
  { of: 'exposure', label: 'Exposure of the photo', most: 4, more: 'lighter', less: 'darker' },
  { of: 'warmth', label: 'Cooler / warmer', most: 4, more: 'warmer', less: 'cooler' },
  { of: 'green', label: 'Magenta / green', most: 2, more: 'greener', less: 'more magenta' },
] as const

/** The photo's exposure and white balance: one correction for all of the product's pixels. */
export function BalanceFields({ desk, product, to }: BalanceFieldsProps) {
  const balance = product.balance ?? UNBALANCED
  const put = (change: Partial<typeof balance>) => {
    const next = { ...balance, ...change }
    return to({ balance: Object.values(next).every((stops) => stops === 0) ? null : next })
  }
  return (
    <>
      {FIELDS.map(({ of, label, most, more, less }) => (
        <Amount
          key={of}
          desk={desk}
          label={label}
          value={balance[of]}
          least={-most}
          most={most}
          step={0.01}
          rest={0}
          tell={(stops) => (stops === 0 ? 'as photographed' : `${Math.abs(stops).toFixed(2)} stops ${stops > 0 ? more : less}`)}
          to={(value) => put({ [of]: value })}
        />
      ))}
    </>
  )
}
