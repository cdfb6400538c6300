import type { Colour } from '../colour'
import type { Material, MaterialKind } from './materials'

/** What a kind of material is like where its document says nothing else. */
export interface Nature {
  readonly title: string
  /** sRGB. */
  readonly colour: Colour
  /** Of veins, joints, chips, the second thread; sRGB. */
  readonly accent: Colour
  readonly roughness: number
  /** What the accent colours, in the words of the editor; null = the kind has none. */
  readonly accented: string | null
  /** The accent is a shade of the colour: where only the colour is chosen, it goes with it. */
  readonly follows: boolean
}

const nature = (
  title: string,
  colour: Colour,
  roughness: number,
  accented: string | null = null,
  accent: Colour = colour,
  follows = true,
): Nature => ({
  title,
  colour,
  accent,
  roughness,
  accented,
  follows,
})

export const natures: Record<MaterialKind, Nature> = {
  paper: nature('Seamless paper', [238, 236, 231], 0.95),
  plaster: nature('Trowelled plaster', [224, 214, 200], 0.88, 'hollows', [196, 182, 164]),
  concrete: nature('Concrete', [164, 162, 157], 0.78, 'stains', [126, 124, 120]),
  marble: nature('Marble', [238, 237, 234], 0.14, 'veins', [118, 120, 126], false),
  terrazzo: nature('Terrazzo', [230, 225, 216], 0.26, 'chips', [166, 98, 72], false),
  stone: nature('Limestone', [206, 195, 177], 0.74, 'bands', [172, 154, 128]),
  slate: nature('Slate', [66, 70, 75], 0.58, 'rust', [98, 90, 80], false),
  tile: nature('Glazed tile', [226, 229, 226], 0.1, 'joints', [178, 174, 167], false),
  brick: nature('Brick', [154, 84, 62], 0.9, 'mortar', [188, 181, 170], false),
  oak: nature('Oak', [194, 154, 108], 0.48, 'late wood and pores', [126, 88, 54]),
  walnut: nature('Walnut', [110, 76, 53], 0.42, 'late wood and pores', [56, 36, 25]),
  planks: nature('Painted planks', [222, 217, 207], 0.72, 'bare wood', [140, 112, 84], false),
  bamboo: nature('Bamboo', [208, 172, 118], 0.4, 'nodes', [158, 116, 68]),
  cork: nature('Cork', [190, 147, 102], 0.86, 'dark grains', [106, 69, 42]),
  acrylic: nature('Acrylic', [244, 244, 244], 0.06),
  glass: nature('Glass', [226, 238, 236], 0.03),
  mirror: nature('Mirror', [242, 243, 244], 0.015),
  'brushed-metal': nature('Brushed metal', [194, 195, 197], 0.34),
  gold: nature('Gold', [250, 205, 120], 0.24),
  copper: nature('Copper', [240, 162, 128], 0.3, 'tarnish', [150, 84, 62]),
  chalkboard: nature('Chalkboard', [48, 54, 52], 0.86, 'chalk', [196, 198, 194], false),
  linen: nature('Linen', [216, 206, 188], 0.93, 'weft', [228, 220, 205]),
  velvet: nature('Velvet', [112, 28, 44], 0.9, 'sheen', [222, 132, 140]),
  satin: nature('Satin', [226, 202, 190], 0.34, 'sheen', [250, 236, 228]),
  wool: nature('Knitted wool', [214, 204, 188], 0.95),
  leather: nature('Leather', [124, 76, 48], 0.46, 'creases', [72, 41, 25]),
  sand: nature('Sand', [222, 198, 162], 0.92, 'dark grains', [148, 118, 84]),
  soil: nature('Soil', [86, 64, 47], 0.95, 'grit', [142, 122, 102], false),
  grass: nature('Grass', [92, 134, 52], 0.72, 'tips', [160, 178, 84]),
  moss: nature('Moss', [86, 110, 40], 0.92, 'tips', [152, 164, 66]),
  snow: nature('Snow', [244, 247, 250], 0.78, 'hollows', [214, 226, 240]),
  ice: nature('Ice', [220, 236, 243], 0.07, 'cracks', [247, 251, 253]),
  water: nature('Water', [128, 184, 198], 0.03, 'caustics', [214, 238, 240]),
  asphalt: nature('Asphalt', [62, 62, 63], 0.88, 'aggregate', [134, 131, 126], false),
  leaf: nature('Leaf', [72, 112, 54], 0.44, 'veins', [138, 164, 96]),
  petal: nature('Petal', [236, 172, 178], 0.6, 'veins', [206, 112, 128]),
  wax: nature('Wax', [243, 233, 214], 0.42),
  ceramic: nature('Ceramic', [236, 231, 222], 0.5, 'speckles', [128, 108, 90], false),
}

/** The colours (sRGB) and the roughness that a material has: its own, else its kind's. */
export function natureOf(material: Material): { colour: Colour; accent: Colour; roughness: number } {
  const own = natures[material.kind]
  const colour = material.colour ?? own.colour
  const accent = material.accent ?? (material.colour && own.follows ? shaded(colour, own) : own.accent)
  return { colour, accent, roughness: material.roughness ?? own.roughness }
}

const lightness = ([r, g, b]: Colour) => 0.2126 * r + 0.7152 * g + 0.0722 * b

/** A colour as much lighter or darker as a kind's accent is than its colour. */
function shaded(colour: Colour, own: Nature): Colour {
  const [from, to] = [lightness(own.colour), lightness(own.accent)]
  const shade = (c: number) => (to < from ? (c * to) / from : c + ((255 - c) * (to - from)) / (255 - from))
  return [Math.round(shade(colour[0])), Math.round(shade(colour[1])), Math.round(shade(colour[2]))]
}
