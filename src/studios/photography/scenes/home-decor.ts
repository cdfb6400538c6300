import { bounce, glow, lamp } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const homeDecor: Industry = {
  id: 'home-decor',
  title: 'Home decor',
  scenes: [
    {
      id: 'home-decor-console',
      title: 'Linen and branch',
      says: 'An oak console, one bare branch and north light: the calm of a magazine page.',
      scene: shot({
        aspect: 3 / 4,
        lens: { tilt: 5, focal: 60, fNumber: 5.6 },
        hero: { fit: [220, 280] },
        fills: 0.46,
        lift: 0.66,
        aside: 0.06,
        white: 1.2,
        lights: [lamp('key', 'window', [-64, 32, 1900], [420, 560], 0, { kelvin: 6000, gobo: { kind: 'branch', distance: 700, seed: 3 } })],
        environment: { kind: 'window', power: -1.8, kelvin: 5800, azimuth: -85 },
        cards: [bounce('white', 88, 800, 700, 900)],
        ground: of('oak', '#a9835a'),
        backdrop: { kind: 'wall', distance: 330, material: of('plaster', '#d9d4c8') },
        props: [
          prop('drape', [-190, 0, 40], [200, 16, 160], of('linen', '#e2d9c6'), { seed: 4, turn: 12 }),
          prop('vase', [-180, 0, -190], [120, 210, 120], of('ceramic', '#5e5a54', { roughness: 0.8 })),
          prop('branch', [-180, 190, -190], [330, 420, 160], of('oak', '#6a5440'), { seed: 11, count: 9 }),
        ],
      }),
    },
    {
      id: 'home-decor-niche',
      title: 'Gallery niche',
      says: 'A plinth, an arch, a light from the ceiling: an object becomes a piece.',
      scene: shot({
        aspect: 2 / 3,
        lens: { tilt: 2, focal: 85, fNumber: 11 },
        hero: { fit: [200, 260], at: [0, 520, 0] },
        fills: 0.43,
        lift: 0.3,
        white: 0.9,
        lights: [
          lamp('key', 'spot', [-14, 64, 1900], 120, 0, { kelvin: 4800, spread: 34 }),
          lamp('fill', 'softbox', [40, 20, 2600], [1500, 1500], -2.2),
        ],
        environment: { kind: 'studio', power: -2.2, kelvin: 5200 },
        ground: of('concrete', '#cfcac2'),
        backdrop: { kind: 'wall', distance: 520, material: of('plaster', '#ece8e1', { relief: 0.4 }) },
        props: [
          prop('plinth', [0, 0, 0], [300, 520, 300], of('plaster', '#f1eee8', { relief: 0.3 })),
          prop('arch', [0, 0, -340], [900, 1180, 120], of('plaster', '#e3ddd3', { relief: 0.4 })),
        ],
      }),
    },
    {
      id: 'home-decor-evening',
      title: 'Sideboard at eight',
      says: 'Petrol wall, walnut, a lamp just out of sight: warm light pulls the object forward.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 7, focal: 50, fNumber: 3.5, kelvin: 4000 },
        hero: { fit: [220, 250] },
        fills: 0.46,
        aside: -0.08,
        white: 0.95,
        lights: [
          lamp('key', 'bare-bulb', [62, 38, 900], 110, 0, { kelvin: 2900 }),
          glow([70, 58, 600], 120, -1, [340, 420, -420], { kelvin: 2700 }),
        ],
        environment: { kind: 'warm-room', power: -2.2, kelvin: 4200 },
        ground: of('walnut', '#5f3d25', { roughness: 0.5 }),
        backdrop: { kind: 'wall', distance: 420, material: of('plaster', '#20444c', { relief: 0.5 }) },
        props: [
          prop('book', [230, 0, -150], [230, 34, 170], of('linen', '#b4653b'), { turn: 6 }),
          prop('book', [228, 34, -150], [205, 26, 155], of('paper', '#dccfb6'), { turn: -4 }),
          prop('candle', [230, 60, -150], [60, 90, 60], of('wax', '#efe3cc')),
          prop('frame', [-210, 0, -330], [260, 340, 24], of('oak', '#b28a55'), { turn: 6 }),
        ],
      }),
    },
  ],
}
