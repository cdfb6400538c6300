import { copyStand, glow, lamp, rimPair, sun } from './setups'
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
        lights: [sun(-52, 30, 0, { kelvin: 4700, gobo: { kind: 'window', distance: 2200, turn: 8 } })],
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
        groundSize: [6000, 6000],
        backdrop: { kind: 'none', colour: [230, 221, 204] },
        props: [
          prop('eucalyptus', [-405, 0, -470], [270, 36, 120], of('leaf', '#8a9a80'), { turn: 90, seed: 4 }),
          prop('book', [404, 0, 480], [110, 22, 200], of('linen', '#a89a84'), { turn: -6 }),
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
      id: 'fashion-ink',
      title: 'Ink blue',
      says: 'Two strips from behind trace sleeves and hem against ink blue; a small dish keeps the front honest.',
      scene: shot({
        aspect: 1,
        lens: { tilt: -2, focal: 100, fNumber: 8 },
        hero: { fit: [700, 850], pose: 'floating', at: [0, 700, 0], relight: 0.2 },
        fills: 0.62,
        white: 0.95,
        lights: [
          ...rimPair(112, 24, 1900, 0.3, { kelvin: 6200 }),
          lamp('key', 'octabox', [16, 48, 2200], 420, -0.5),
          glow([60, 46, 1800], 300, 0.2, [0, 1100, -1600], { kelvin: 6800 }),
        ],
        environment: { kind: 'night', power: -4 },
        ground: of('paper', '#16233f'),
        backdrop: { kind: 'sweep', distance: 1700, radius: 900 },
      }),
    },
  ],
}
