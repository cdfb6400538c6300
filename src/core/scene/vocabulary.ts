import type { Colour } from '../colour'
import type { Card, Gobo } from './document'
import type { Material } from './materials'
import { Phrases } from './phrases'
import type { Setting } from './setting'
import { CAMERA_SETTINGS, SIDES } from './vocabulary-camera'
import { LIGHT_SETTINGS } from './vocabulary-light'
import { COLOURS, GOBOS, MATERIALS, THINGS } from './vocabulary-things'
import type { LightWish, Thing } from './wish'

export type Relation = 'on' | 'of' | 'against' | 'beside' | 'with' | 'from' | 'and'

/** What a phrase means. */
export type Meaning =
  | { readonly is: 'colour'; readonly name: string; readonly colour: Colour }
  | { readonly is: 'shade'; readonly by: number }
  | { readonly is: 'finish'; readonly name: string; readonly roughness: number }
  /** `thing` where the word may also mean a prop, as “stone” does. */
  | { readonly is: 'material'; readonly name: string; readonly material: Partial<Material>; readonly thing?: Thing }
  | { readonly is: 'place'; readonly at: 'ground' | 'wall' | 'backdrop' | 'seamless' }
  | { readonly is: 'thing'; readonly thing: Thing }
  | { readonly is: 'props' }
  | { readonly is: 'light' }
  | { readonly is: 'shadow' }
  | { readonly is: 'not' }
  | { readonly is: 'filler' }
  | { readonly is: 'card'; readonly kind: Card['kind'] }
  | { readonly is: 'gobo'; readonly kind: Gobo['kind']; readonly name: string }
  | { readonly is: 'side'; readonly from: Pick<LightWish, 'azimuth' | 'elevation'>; readonly name: string }
  | { readonly is: 'relation'; readonly as: Relation }
  | { readonly is: 'count'; readonly count: number }
  | { readonly is: 'setting'; readonly setting: Setting }

/** Words that hold others together. What is no word of these and none of the tables' is not understood. */
const GRAMMAR: readonly (readonly [says: string, meaning: Meaning])[] = [
  ['surface|table|tabletop|table top|floor|ground|counter|countertop|worktop|desk|base', { is: 'place', at: 'ground' }],
  ['wall', { is: 'place', at: 'wall' }],
  ['backdrop|background|back drop', { is: 'place', at: 'backdrop' }],
  [
    'seamless|seamless paper|sweep|cyclorama|infinity cove|cove|paper roll|seamless background|seamless backdrop',
    { is: 'place', at: 'seamless' },
  ],
  ['prop|decoration|accessory|anything else', { is: 'props' }],
  ['card|bounce card|reflector|bounce|fill card|poly board|foam board|foamcore', { is: 'card', kind: 'white' }],
  ['flag|negative fill|black flag', { is: 'card', kind: 'black' }],
  ['light|lighting|lit|key|key light|main light|lamp|sun light|ray', { is: 'light' }],
  ['shadow|gobo|cast shadow|pattern|cookie', { is: 'shadow' }],
  ['no|without|not|remove|minus|zero|never|take away|get rid of', { is: 'not' }],
  ['on|onto|upon|atop|on top of|standing on|placed on|sitting on|lying on|resting on', { is: 'relation', as: 'on' }],
  ['against|in front of|before|in front of it', { is: 'relation', as: 'against' }],
  ['beside|next to|among|amid|amongst|surrounded by|near|around|between', { is: 'relation', as: 'beside' }],
  ['with|plus|add|featuring', { is: 'relation', as: 'with' }],
  ['of|in|made of|made from|colored|coloured', { is: 'relation', as: 'of' }],
  ['from|coming from|falling from|lit from', { is: 'relation', as: 'from' }],
  ['and|then|also|but', { is: 'relation', as: 'and' }],
  ['one|single', { is: 'count', count: 1 }],
  ['two|pair|couple|pair of|couple of', { is: 'count', count: 2 }],
  ['three|few', { is: 'count', count: 3 }],
  ['four|several', { is: 'count', count: 4 }],
  ['five', { is: 'count', count: 5 }],
  ['six', { is: 'count', count: 6 }],
  ['seven', { is: 'count', count: 7 }],
  ['eight|many|lots of', { is: 'count', count: 8 }],
  ['nine', { is: 'count', count: 9 }],
  ['ten', { is: 'count', count: 10 }],
  ['twelve|dozen', { is: 'count', count: 12 }],
  ['dark|deep', { is: 'shade', by: -0.45 }],
  ['light|pale|pastel|bright', { is: 'shade', by: 0.5 }],
  ['glossy|gloss|shiny|polished|high gloss', { is: 'finish', name: 'glossy', roughness: 0.08 }],
  ['matte|matt|unpolished|honed', { is: 'finish', name: 'matt', roughness: 0.9 }],
  ['satin finish|semi gloss|semi matte', { is: 'finish', name: 'half matt', roughness: 0.4 }],
]

const FILLERS =
  'i|you|we|it|its|my|your|our|this|that|these|those|is|are|be|at|by|for|to|as|so|me|us|very|really|quite|bit|little|slightly|please|make|want|would|like|show|put|place|use|using|give|have|has|let|can|just|only|all|more|less|there|here|look|looking|looks|feel|feeling|vibe|mood|style|tone|colour|color|colored|coloured|product|item|object|photo|photograph|picture|image|shot|scene|set|setting|studio|lens|camera|angle|view|seen|shown|side|small|large|big|tall|round|nice|beautiful|them|up|down|off|out|into|through|where|which|while|s|t|effect|kind|piece|some|a|an|the|scattered|falling|coming|crop|format|frame'

/** All words by themselves; those that only mean something before a colour or a material (light, dark) apart. */
export const VOCABULARY = new Phrases<Meaning>()
export const SHADES = new Phrases<Meaning>()

for (const [says, colour] of COLOURS) VOCABULARY.add(says, { is: 'colour', name: says.split('|')[0] as string, colour })
for (const [says, kind, name] of GOBOS) {
  for (const way of says.split('|')) {
    VOCABULARY.add(
      `${way} shadow|${way} gobo|${way} pattern|shadow of ${way}|shadow from ${way}|shadow through ${way}|${way} cast shadow|light through ${way}|sun through ${way}|sunlight through ${way}`,
      { is: 'gobo', kind, name },
    )
  }
}
VOCABULARY.add('dappled|dappled light|caustics', { is: 'gobo', kind: 'leaves', name: 'leaves' })
VOCABULARY.add('venetian blind|blind', { is: 'gobo', kind: 'blinds', name: 'blinds' })

const single = new Map(THINGS.flatMap(([says, thing]) => says.split('|').map((way) => [way, thing] as const)))
for (const [says, material] of MATERIALS) {
  for (const way of says.split('|')) {
    const thing = single.get(way)
    VOCABULARY.add(way, { is: 'material', name: says.split('|')[0] as string, material, ...(thing && { thing }) })
  }
}
for (const [says, thing] of THINGS) VOCABULARY.add(says, { is: 'thing', thing })
for (const setting of [...LIGHT_SETTINGS, ...CAMERA_SETTINGS]) VOCABULARY.add(setting.says, { is: 'setting', setting })
for (const [says, from, name] of SIDES) VOCABULARY.add(says, { is: 'side', from, name })
for (const [says, meaning] of GRAMMAR) (meaning.is === 'shade' ? SHADES : VOCABULARY).add(says, meaning)
VOCABULARY.add(FILLERS, { is: 'filler' })
