import { automotive } from './automotive'
import { baby } from './baby'
import { bags } from './bags'
import { beverages } from './beverages'
import { candles } from './candles'
import { cosmetics } from './cosmetics'
import { electronics } from './electronics'
import { eyewear } from './eyewear'
import { fashion } from './fashion'
import { food } from './food'
import { footwear } from './footwear'
import { fragrance } from './fragrance'
import { furniture } from './furniture'
import { homeDecor } from './home-decor'
import { jewelry } from './jewelry'
import { kitchenware } from './kitchenware'
import { lighting } from './lighting'
import { outdoor } from './outdoor'
import { pets } from './pets'
import type { Industry } from './shot'
import { skincare } from './skincare'
import { sports } from './sports'
import { stationery } from './stationery'
import { supplements } from './supplements'
import { tools } from './tools'
import { toys } from './toys'
import { watches } from './watches'

/** The scenes that come with the studio, by trade. It is a chunk of its own: import it when the picker opens. */
export const INDUSTRIES: readonly Industry[] = [
  electronics,
  cosmetics,
  skincare,
  fragrance,
  fashion,
  footwear,
  bags,
  jewelry,
  watches,
  eyewear,
  homeDecor,
  furniture,
  lighting,
  kitchenware,
  beverages,
  food,
  supplements,
  pets,
  toys,
  sports,
  outdoor,
  automotive,
  stationery,
  candles,
  tools,
  baby,
]
