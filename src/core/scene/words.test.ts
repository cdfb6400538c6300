import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heroOf, Scene } from './document'
import { cornersOf, extentOf } from './framing'
import { meter } from './lighting'
import { CAMERA_SETTINGS, SIDES } from './vocabulary-camera'
import { LIGHT_SETTINGS } from './vocabulary-light'
import { COLOURS, GOBOS, MATERIALS, THINGS } from './vocabulary-things'
import { read } from './words'

const SETTINGS = [...LIGHT_SETTINGS, ...CAMERA_SETTINGS]
const hero = { width: 100, height: 200, depth: 80 }
const scene = (over: Partial<Scene> = {}): Scene =>
  Scene.parse({
    camera: { distance: 1200, tilt: 8, focal: 85 },
    lights: [{ id: 'key', kind: 'softbox', role: 'key', azimuth: 40, elevation: 40, distance: 900, width: 600, height: 600 }],
    environment: { kind: 'studio' },
    ground: { material: { kind: 'paper', colour: [230, 220, 210] } },
    backdrop: { kind: 'sweep', distance: 600, radius: 300 },
    props: [{ id: 'own', kind: 'sphere', at: [150, 0, 0], size: [60, 60, 60], material: { kind: 'plaster' } }],
    products: [{ id: 'hero', size: { by: 'fit', width: 100, height: 200 } }],
    ...over,
  })
const said = (text: string, from = scene()) => read(text, from, hero)
const sceneOf = (text: string, from = scene()) => said(text, from).scene
const key = (text: string) => sceneOf(text).lights.find(({ role }) => role === 'key')
const parts = (text: string) => said(text).used.map(({ from, to }) => text.slice(from, to))
const missed = (text: string) => said(text).unused.map(({ from, to }) => text.slice(from, to))

test('a whole picture is read, word by word', () => {
  const text =
    'On white marble, soft morning light from the left, eucalyptus shadow, 85 mm, f/2.8, seen slightly from above, two podiums, 4:5, shiny frobnicator'
  const { scene: set, used } = said(text)
  expect(set.ground.material.kind).toBe('marble')
  expect(set.lights[0]).toMatchObject({ kind: 'softbox', azimuth: -70, kelvin: 4700, gobo: { kind: 'eucalyptus' } })
  expect(set.camera).toMatchObject({ focal: 85, fNumber: 2.8, tilt: 15 })
  expect(set.aspect).toBe(0.8)
  expect(set.props.filter(({ kind }) => kind === 'cylinder')).toHaveLength(2)
  expect(heroOf(set).at[1]).toBe(set.props.find(({ id }) => id === 'said-podium-1')?.size[1])
  expect(used.map(({ from, to }) => text.slice(from, to))).toContain('from the left')
  expect(used.every(({ what }) => what.endsWith('.'))).toBe(true)
  expect(missed(text)).toEqual(['frobnicator'])
})

describe('each word does what it says', () => {
  const nothing: readonly (readonly [string, (set: Scene) => unknown, unknown])[] = [
    ['dark green velvet table', (set) => set.ground.material, expect.objectContaining({ kind: 'velvet', colour: [41, 73, 46] })],
    [
      'glossy black acrylic',
      (set) => set.ground.material,
      expect.objectContaining({ kind: 'acrylic', roughness: 0.08, colour: [24, 24, 26] }),
    ],
    ['black marble', (set) => set.ground.material.accent, [206, 200, 192]],
    ['stone', (set) => set.ground.material.kind, 'stone'],
    [
      'in front of a wall of oak',
      (set) => set.backdrop,
      expect.objectContaining({ kind: 'wall', material: expect.objectContaining({ kind: 'oak' }) }),
    ],
    ['brick wall behind', (set) => [set.backdrop, set.lights[0]?.azimuth], [expect.objectContaining({ kind: 'wall' }), 40]],
    [
      'on oak',
      (set) => set.backdrop,
      expect.objectContaining({ kind: 'wall', material: expect.objectContaining({ colour: [230, 220, 210] }) }),
    ],
    ['seamless sage green', (set) => [set.backdrop.kind, set.ground.material.kind], ['sweep', 'paper']],
    ['blue background', (set) => set.ground.material.colour, [58, 104, 176]],
    ['no background', (set) => set.backdrop, { kind: 'none', colour: [255, 255, 255] }],
    ['hard light from the right', (set) => set.lights[0], expect.objectContaining({ kind: 'spot', azimuth: 70 })],
    ['back-lit', (set) => set.lights[0]?.azimuth, 170],
    ["light from 10 o'clock", (set) => set.lights[0]?.azimuth, -120],
    ['light at three o’clock', (set) => set.lights[0]?.azimuth, 90],
    ['45° from the left and 30° high', (set) => [set.lights[0]?.azimuth, set.lights[0]?.elevation], [-45, 30]],
    ['light from above', (set) => [set.lights[0]?.elevation, set.camera.tilt], [75, 8]],
    ['from above', (set) => set.camera.tilt, 45],
    ['low angle', (set) => set.camera.tilt < 0, true],
    ['5,600 K', (set) => set.lights[0]?.kelvin, 5600],
    ['3200k, white balance at 4000 kelvin', (set) => [set.lights[0]?.kelvin, set.camera.kelvin], [3200, 4000]],
    ['rim light from behind right', (set) => set.lights[1], expect.objectContaining({ role: 'rim', azimuth: 130, on: true })],
    ['candle-light', (set) => [set.lights[0]?.kelvin, set.environment.kind], [1900, 'night']],
    ['window shadow', (set) => set.lights[0]?.gobo?.kind, 'window'],
    ['shadow of palm leaves', (set) => set.lights[0]?.gobo?.kind, 'palm'],
    ['macro', (set) => set.camera.focal, 100],
    ['bokeh', (set) => set.camera.fNumber, 2.8],
    ['no blur', (set) => set.camera.fNumber, 16],
    ['16x9', (set) => set.aspect, 16 / 9],
    ['brighter by one stop', (set) => set.camera.exposure, 1],
    ['one and a half stops darker', (set) => set.camera.exposure, -1.5],
    ['two thirds of a stop brighter', (set) => set.camera.exposure, 2 / 3],
    ['-1/3 ev', (set) => set.camera.exposure, -1 / 3],
    ['flat lay', (set) => [set.camera.tilt, set.products[0]?.pose], [90, 'lying']],
    ['floating', (set) => heroOf(set).at[1], 30],
    ['floating, standing', (set) => heroOf(set).at[1], 0],
    ['three petals', (set) => set.props.find(({ kind }) => kind === 'petals')?.count, 3],
    ['beside stones', (set) => set.props.filter(({ kind }) => kind === 'stone').length, 3],
    ['one red stone', (set) => set.props.filter(({ kind }) => kind === 'stone').map(({ material }) => material.colour), [[186, 36, 40]]],
    ['stones on the left', (set) => set.props.filter(({ kind }) => kind === 'stone').every(({ at }) => at[0] < -50), true],
    ['arch in the background', (set) => set.props.filter(({ kind }) => kind === 'arch').every(({ at }) => at[2] < -40), true],
    ['water drops', (set) => set.props.at(-1)?.kind, 'drops'],
    ['no props', (set) => set.props, []],
    ['no spheres', (set) => set.props, []],
    ['stones, no props, one candle', (set) => set.props.map(({ kind }) => kind), ['candle']],
    ['white card on the right', (set) => set.cards, [expect.objectContaining({ kind: 'white', azimuth: -100 })]],
    [
      'gold reflector left, black flag right',
      (set) => set.cards.map(({ kind, at }) => [kind, at[0] > 0]),
      [
        ['gold', false],
        ['black', true],
      ],
    ],
  ]
  test.each(nothing)('%s', (text, of, expected) => {
    expect(of(sceneOf(text))).toEqual(expected)
    expect(missed(text)).toEqual([])
  })

  test('and every row of the vocabulary, in each of its ways, is understood', () => {
    const rows = [...COLOURS, ...MATERIALS, ...THINGS, ...SIDES].map(([says]) => says)
    const shadows = GOBOS.map(([says]) =>
      says
        .split('|')
        .map((way) => `${way} shadow`)
        .join('|'),
    )
    for (const way of [...rows, ...shadows, ...SETTINGS.map(({ says }) => says)].flatMap((says) => says.split('|'))) {
      expect({ way, missed: missed(way), used: parts(way).length > 0 }).toEqual({ way, missed: [], used: true })
    }
  })
})

describe('manners', () => {
  test('later words win', () => {
    expect(key('soft, hard')?.kind).toBe('spot')
    expect(key('golden hour, 5600 K')?.kelvin).toBe(5600)
    expect(sceneOf('on oak, on marble').ground.material.kind).toBe('marble')
  })

  test('plurals, hyphens, capitals and one wrong letter are forgiven; two are not', () => {
    expect(sceneOf('on MARBEL').ground.material.kind).toBe('marble')
    expect(sceneOf('on linnen').ground.material.kind).toBe('linen')
    expect(sceneOf('Golden-Hour').environment.kind).toBe('sunset')
    expect(missed('on marbxxle')).toEqual(['marbxxle'])
    expect(missed('wol')).toEqual(['wol'])
  })

  test('what is not understood is named and changes nothing', () => {
    expect(missed('a snazzy zeppelin')).toEqual(['snazzy', 'zeppelin'])
    expect(sceneOf('a snazzy zeppelin')).toEqual(scene())
    expect(missed('no softness at all')).toContain('softness')
  })

  test('another light is no other exposure', () => {
    const stops = (set: Scene) => meter(set, 100).lights[0]?.stops as number
    for (const text of ['hard', 'very soft', 'noon, from the right', 'strip', 'window shadow', 'candle light']) {
      const set = sceneOf(text)
      const facing = { ...set, camera: { ...set.camera, azimuth: 40 } }
      const turned = { ...facing, lights: facing.lights.map((light) => ({ ...light, azimuth: 40, elevation: 40 })) }
      expect(Math.abs(stops(turned) - stops({ ...scene(), camera: { ...scene().camera, azimuth: 40 } }))).toBeLessThan(0.25)
    }
  })

  test('directions are those of the picture, wherever the camera stands', () => {
    const turned = scene({ camera: { ...scene().camera, azimuth: 90 } })
    expect(sceneOf('light from the left', turned).lights[0]?.azimuth).toBe(20)
  })

  test('a shadow of leaves has edges that can be seen', () => {
    const light = key('very soft, leaf shadow')
    const before = (light?.distance ?? 0) - (light?.gobo?.distance ?? 0)
    expect(((light?.width ?? 0) * (light?.gobo?.distance ?? 0)) / before).toBeLessThan(hero.height / 5)
  })

  test('the product stays in the frame, on its podium, with room around', () => {
    for (const text of ['on a plinth', '9:16', 'banner', 'wide, flat lay', 'macro', 'low angle, on a podium', 'close-up', 'copy space']) {
      const set = sceneOf(text)
      const { left, top, right, bottom } = extentOf(set.camera, set.aspect, cornersOf(hero, heroOf(set).at, heroOf(set).pose, 0))
      expect(Math.min(left, top, 1 - right, 1 - bottom)).toBeGreaterThan(0.005)
    }
  })

  test('props do not stand in each other', () => {
    const { props } = sceneOf('six stones, three candles, two vases, on a podium')
    const solid = props.filter(({ id }) => id !== 'own')
    for (const [i, a] of solid.entries())
      for (const b of solid.slice(0, i))
        expect(Math.hypot(a.at[0] - b.at[0], a.at[2] - b.at[2])).toBeGreaterThan(
          (Math.min(a.size[0], a.size[2]) + Math.min(b.size[0], b.size[2])) / 2 - 1,
        )
  })
})

const WORDS = [...COLOURS, ...MATERIALS, ...THINGS, ...SIDES, ...GOBOS].flatMap(([says]) => says.split('|'))
const SAYS = [...WORDS, ...SETTINGS.flatMap(({ says }) => says.split('|'))]
const glue = [
  'on',
  'a',
  'the',
  'no',
  'without',
  'with',
  'from',
  'of',
  'wall',
  'light',
  'shadow',
  'card',
  'flag',
  'props',
  'background',
  'two',
  '3',
  '85 mm',
  'f/2.8',
  '5600 K',
  '4:5',
  'and',
  ',',
  '.',
  'seamless',
  '45° left',
  'one stop darker',
  'table',
]
const talk = fc.array(fc.oneof(fc.constantFrom(...SAYS), fc.constantFrom(...glue)), { maxLength: 14 }).map((all) => all.join(' '))
const anyText = fc.oneof(talk, fc.string({ unit: 'binary', maxLength: 120 }), fc.string({ maxLength: 60 }))
const side = fc.double({ min: 10, max: 3000, noNaN: true })
const anyHero = fc
  .record({ width: side, height: side, deep: fc.double({ min: 0.01, max: 1.2, noNaN: true }) })
  .map(({ width, height, deep }) => ({
    width,
    height,
    depth: deep * Math.max(width, height),
  }))

describe('whatever is written', () => {
  test('gives a scene, and parts of the text that lie in it and not over each other', () => {
    fc.assert(
      fc.property(anyText, anyHero, (text, body) => {
        const result = read(text, scene(), body)
        expect(Scene.safeParse(result.scene).success).toBe(true)
        const spans = [...result.used, ...result.unused].sort((a, b) => a.from - b.from)
        let end = 0
        for (const { from, to } of spans) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          end = to
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 300, examples: [['on card white', { width: 10, height: 10, depth: 0.1 }]] },
    )
  })

  test('said twice counts once, in one text and in two', () => {
    fc.assert(
      fc.property(talk, anyHero, (text, body) => {
        const once = read(text, scene(), body).scene
        expect(read(`${text}, ${text}`, scene(), body).scene).toEqual(once)
        expect(read(text, once, body).scene).toEqual(once)
      }),
      {
        numRuns: 300,
        examples: [
          ['in air riser', { width: 10, height: 31.94791081181544, depth: 0.3194791081181544 }],
          ['tele shot from above', { width: 10, height: 2742.717211875094, depth: 3291.260654250113 }],
          ['landscape compressed', { width: 10, height: 2571.9058515605793, depth: 2138.1157837374817 }],
        ],
      },
    )
  })
})
