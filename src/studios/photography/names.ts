import type {
  Backdrop,
  Card,
  Environment,
  Gobo,
  Light,
  LightKind,
  MadeKind,
  Product,
  Prop,
  PropKind,
  Scene,
} from '../../core/scene/document'
import type { MaterialKind } from '../../core/scene/materials'
import type { Chosen } from './edits'

/** "palm-leaf" as "Palm leaf". */
export const titled = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1).replaceAll('-', ' ')}`

export const ROLES: Record<Light['role'], string> = { key: 'Key', fill: 'Fill', rim: 'Rim', background: 'Background', accent: 'Accent' }

export const GOBOS: readonly Gobo['kind'][] = [
  'window',
  'blinds',
  'slats',
  'leaves',
  'palm',
  'branch',
  'eucalyptus',
  'grid',
  'dots',
  'water',
]

export const ENVIRONMENTS: Record<Environment['kind'], string> = {
  studio: 'Studio',
  overcast: 'Overcast sky',
  window: 'Window',
  sky: 'Blue sky',
  sunset: 'Sunset',
  'warm-room': 'Warm room',
  night: 'Night',
}

export const BACKDROPS: Record<Backdrop['kind'], string> = { none: 'Colour', sweep: 'Sweep', wall: 'Wall', plate: 'Own photo' }

export const POSES: Record<Product['pose'], string> = { standing: 'Standing', lying: 'Lying', hanging: 'Hanging', floating: 'Floating' }

export const CARDS: Record<Card['kind'], string> = {
  white: 'White card',
  silver: 'Silver card',
  gold: 'Gold card',
  black: 'Black flag',
}

/** Materials as they lie in a prop house. */
export const MATERIAL_GROUPS: readonly { readonly title: string; readonly kinds: readonly MaterialKind[] }[] = [
  { title: 'Paper and paint', kinds: ['paper', 'plaster', 'chalkboard'] },
  { title: 'Stone', kinds: ['marble', 'terrazzo', 'concrete', 'stone', 'slate', 'tile', 'brick', 'asphalt'] },
  { title: 'Wood', kinds: ['oak', 'walnut', 'planks', 'bamboo', 'cork'] },
  { title: 'Clear and shining', kinds: ['acrylic', 'glass', 'mirror', 'ceramic', 'wax'] },
  { title: 'Metal', kinds: ['brushed-metal', 'gold', 'copper'] },
  { title: 'Cloth', kinds: ['linen', 'velvet', 'satin', 'wool', 'leather'] },
  { title: 'Nature', kinds: ['sand', 'soil', 'grass', 'moss', 'snow', 'ice', 'water', 'leaf', 'petal'] },
]

export const PROP_GROUPS: readonly { readonly title: string; readonly kinds: readonly MadeKind[] }[] = [
  {
    title: 'Podiums and blocks',
    kinds: ['plinth', 'cylinder', 'disc', 'box', 'slab', 'steps', 'wedge', 'column'],
  },
  { title: 'Shapes', kinds: ['sphere', 'arch', 'half-arch', 'ring', 'cone', 'frame'] },
  { title: 'Plants', kinds: ['leaves', 'eucalyptus', 'palm-leaf', 'branch', 'grass-tuft', 'petals'] },
  { title: 'Stone, wood, water', kinds: ['stone', 'pebbles', 'log', 'sticks', 'ice', 'drops'] },
  { title: 'Cloth', kinds: ['drape', 'curtain', 'cushion', 'ribbon'] },
  { title: 'Table', kinds: ['tray', 'bowl', 'vase', 'candle', 'book', 'pencils', 'citrus', 'berries', 'beans', 'confetti'] },
]

/** Props that are many pieces over an area. */
export const SCATTERED: ReadonlySet<PropKind> = new Set([
  'pebbles',
  'petals',
  'leaves',
  'drops',
  'berries',
  'beans',
  'confetti',
  'citrus',
  'ice',
  'sticks',
  'pencils',
])

export const lightName = (light: Light): string => `${ROLES[light.role]} ${LIGHT_KINDS[light.kind].toLowerCase()}`
export const propName = ({ kind, model }: Prop): string => model?.title ?? (kind === 'model' ? '3D file' : titled(kind))

export const LIGHT_KINDS: Record<LightKind, string> = {
  softbox: 'Softbox',
  octabox: 'Octabox',
  strip: 'Strip light',
  spot: 'Spot',
  window: 'Window',
  sun: 'Sun',
  'bare-bulb': 'Bare bulb',
}

/** What something of the scene is called, apart from its like: "Fill softbox 2". */
export function nameOf(scene: Scene, chosen: Chosen): string {
  switch (chosen.in) {
    case 'camera':
      return 'Camera'
    case 'backdrop':
      return 'Backdrop'
    case 'lights':
      return numbered(scene.lights, lightName, chosen.id)
    case 'cards':
      return numbered(scene.cards, ({ kind }) => CARDS[kind], chosen.id)
    case 'props':
      return numbered(scene.props, propName, chosen.id)
    case 'products':
      return scene.products[0]?.id === chosen.id
        ? 'Product'
        : `Companion ${scene.products.findIndex(({ id }) => id === chosen.id).toString()}`
  }
}

function numbered<T extends { readonly id: string }>(things: readonly T[], name: (thing: T) => string, id: string): string {
  const thing = things.find((one) => one.id === id)
  if (!thing) return ''
  const alike = things.filter((one) => name(one) === name(thing))
  return alike.length > 1 ? `${name(thing)} ${alike.indexOf(thing) + 1}` : name(thing)
}
