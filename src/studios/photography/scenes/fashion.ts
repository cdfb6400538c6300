import { bounce, copyStand, lamp, loopLight, sun } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const fashion: Industry = {
  id: 'fashion',
  title: 'Fashion',
  scenes: [
    {
      id: 'fashion-limewash',
      title: 'Limewash and window',
      says: 'Hung before a limewashed wall in slanting window light: cloth falls, light tells how heavy it is.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 1, focal: 70, fNumber: 8, kelvin: 5300 },
        hero: { fit: [700, 850], pose: 'hanging', at: [0, 620, 0] },
        fills: 0.6,
        lights: [sun(-52, 30, 0, { kelvin: 4700, gobo: { kind: 'window', distance: 2200, turn: 4 } })],
        environment: { kind: 'window', power: -1.3, kelvin: 5600, azimuth: -60 },
        ground: of('oak', '#b99872'),
        backdrop: { kind: 'wall', distance: 260, material: of('plaster', '#e4dccd', { scale: 2 }) },
      }),
    },
    {
      id: 'fashion-linen-lay',
      title: 'Folded on linen',
      says: 'Straight from above on washed linen, window side left: every seam can be checked.',
      scene: shot({
        aspect: 3 / 4,
        lens: { tilt: 90, focal: 50, fNumber: 9 },
        hero: { fit: [660, 760], pose: 'lying' },
        fills: 0.62,
        white: 0.92,
        lights: copyStand(-72, 48, 2400, 1500, 1.6),
        environment: { kind: 'overcast', power: -1.8 },
        ground: of('linen', '#e6ddcc', { relief: 1.3 }),
        backdrop: { kind: 'none', colour: [230, 221, 204] },
        props: [
          prop('eucalyptus', [-380, 0, -400], [220, 36, 240], of('leaf', '#8a9a80'), { turn: 35, seed: 4 }),
          prop('book', [385, 0, 440], [170, 22, 230], of('linen', '#a89a84'), { turn: -12 }),
        ],
      }),
    },
    {
      id: 'fashion-editorial',
      title: 'Editorial spot',
      says: 'One hard spot, its circle on a red wall and a shadow twice as loud as the coat.',
      scene: shot({
        aspect: 2 / 3,
        lens: { tilt: 0, focal: 85, fNumber: 11 },
        hero: { fit: [680, 900], pose: 'hanging', at: [0, 560, 0], relight: 0.2 },
        fills: 0.55,
        white: 0.85,
        lights: [lamp('key', 'spot', [34, 22, 4200], 90, 0, { spread: 22 })],
        environment: { kind: 'studio', power: -3.2 },
        ground: of('concrete', '#7b2a22', { relief: 0.3 }),
        backdrop: { kind: 'wall', distance: 420, material: of('paper', '#b23a2c') },
      }),
    },
    {
      id: 'fashion-ghost-grey',
      title: 'Catalogue grey',
      says: 'Loop light on a light grey sweep: true cloth colour for the shop page.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 2, focal: 100, fNumber: 11 },
        hero: { fit: [700, 850], pose: 'floating', at: [0, 260, 0] },
        fills: 0.64,
        lights: [...loopLight(-38, 3000, 1500, 1.4), lamp('rim', 'strip', [150, 40, 2200], [300, 1400], -1.2)],
        cards: [bounce('white', 95, 1500, 1200, 2000)],
        environment: { kind: 'studio', power: -1.8 },
        ground: of('paper', '#d5d6d8'),
        backdrop: { kind: 'sweep', distance: 1600, radius: 900 },
      }),
    },
  ],
}
