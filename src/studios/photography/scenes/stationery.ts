import { copyStand, lamp, sun } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const stationery: Industry = {
  id: 'stationery',
  title: 'Stationery and books',
  scenes: [
    {
      id: 'stationery-classroom',
      title: 'Chalk and pencils',
      says: 'Blackboard behind, sharpened pencils before: the first day of term.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 9, focal: 65, fNumber: 7.1 },
        hero: { fit: [160, 210] },
        fills: 0.52,
        lights: [lamp('key', 'octabox', [-40, 44, 1400], 700, 0), lamp('accent', 'spot', [110, 50, 1000], 80, -1.4, { kelvin: 4300 })],
        environment: { kind: 'studio', power: -2, kelvin: 5200 },
        ground: of('oak', '#c2955f'),
        backdrop: { kind: 'wall', distance: 360, material: of('chalkboard', '#2f3a36') },
        props: [
          prop('book', [205, 0, -120], [190, 36, 140], of('linen', '#b5432f'), { turn: 8 }),
          prop('book', [203, 36, -120], [175, 28, 130], of('paper', '#e2b13c'), { turn: -5 }),
          prop('sphere', [200, 64, -118], [62, 62, 62], of('wax', '#b92d24')),
          prop('pencils', [-140, 0, 50], [160, 8, 70], of('oak', '#f0b429'), { count: 6, turn: -18, seed: 3 }),
        ],
      }),
    },
    {
      id: 'stationery-desk-lay',
      title: 'Ordered desk',
      says: 'Everything parallel, seen from above on green leather: knolling, with one thing that matters.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 90, focal: 60, fNumber: 11 },
        hero: { fit: [170, 210], pose: 'lying' },
        fills: 0.5,
        lights: copyStand(-42, 52, 1500, 700, 1.8),
        environment: { kind: 'studio', power: -2, kelvin: 5300 },
        ground: of('leather', '#2d4a3c'),
        groundSize: [6000, 6000],
        backdrop: { kind: 'none', colour: [45, 74, 60] },
        props: [
          prop('pencils', [-152, 0, 0], [210, 8, 40], of('walnut', '#1d1d1d'), { count: 3, turn: 90 }),
          prop('book', [160, 0, -66], [90, 14, 130], of('paper', '#e9dfcb')),
          prop('ring', [160, 0, 62], [56, 6, 56], of('gold', undefined, { roughness: 0.3 })),
          prop('ribbon', [150, 0, 146], [110, 10, 40], of('satin', '#b58f3f'), { seed: 5 }),
        ],
      }),
    },
    {
      id: 'stationery-reading-nook',
      title: 'Reading nook',
      says: 'Light through blinds over a pile of old books: the next chapter on top.',
      scene: shot({
        aspect: 3 / 4,
        lens: { tilt: 6, focal: 55, fNumber: 4, kelvin: 5000 },
        hero: { fit: [160, 230], at: [0, 92, 0] },
        fills: 0.48,
        lift: 0.36,
        lights: [sun(-58, 34, 0, { kelvin: 4200, gobo: { kind: 'blinds', distance: 1100, scale: 0.8 } })],
        environment: { kind: 'warm-room', power: -1.9, kelvin: 5000 },
        ground: of('planks', '#80603f'),
        backdrop: { kind: 'wall', distance: 420, material: of('plaster', '#b9a58a') },
        props: [
          prop('book', [0, 0, 0], [250, 50, 190], of('leather', '#5d2f22', { scale: 0.7 }), { turn: 6 }),
          prop('book', [0, 50, 0], [225, 42, 175], of('linen', '#345062'), { turn: -4 }),
          prop('cushion', [240, 0, -220], [300, 230, 120], of('wool', '#c9a36a')),
          prop('cylinder', [-190, 0, -60], [84, 92, 84], of('ceramic', '#e8e2d6')),
        ],
      }),
    },
  ],
}
