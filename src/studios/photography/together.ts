import { type Balance, type Illuminant, matched, SURE } from '../../core/scene/balance'
import { heroOf, type Product, type Scene } from '../../core/scene/document'

/** What was measured of each photo, by its id; null = the photo that the scene belongs to. */
export type Illuminants = ReadonlyMap<string | null, Illuminant>

/** The scene with every photo's light brought to the hero's, as far as what was measured is sure. */
export function broughtTogether(scene: Scene, measured: Illuminants): Scene {
  const hero = heroOf(scene)
  const goal = measured.get(hero.photo)
  const products = scene.products.map((product): Product => {
    const own = measured.get(product.photo)
    if (product.photo === hero.photo) return { ...product, balance: hero.balance }
    return own && goal ? { ...product, balance: matched(own, product.balance, goal, hero.balance) } : product
  })
  return { ...scene, products }
}

/** The scene with every photo as it was made. */
export const asPhotographed = (scene: Scene): Scene => ({
  ...scene,
  products: scene.products.map((product) => ({ ...product, balance: null })),
})

/** What a companion's measure is good for, beside the hero's. */
export function tellMeasure(own: Illuminant, hero: Illuminant): string {
  if (hero.sure.colour < SURE) return 'The hero’s background does not tell its light.'
  if (own.sure.colour < SURE) return 'Its background does not tell its light: correct it under Product.'
  const colour = own.from === 'ground' ? 'Measured on its background.' : 'Colour guessed from the whole photo.'
  if (hero.sure.level < SURE) return `${colour} How light the hero was made is not told.`
  return own.sure.level < SURE ? `${colour} Its exposure is not told.` : colour
}

const signed = (stops: number) => `${stops < 0 ? '−' : '+'}${Math.abs(stops).toFixed(2)}`

/** "+0.50 exposure, −1.00 warmth", or "As photographed". */
export function tellBalance(balance: Balance | null): string {
  const said = (['exposure', 'warmth', 'green'] as const).flatMap((of) => (balance?.[of] ? [`${signed(balance[of])} ${of}`] : []))
  return said.length === 0 ? 'As photographed' : said.join(', ')
}
