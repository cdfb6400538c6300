import { lamp, windowLight } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const candles: Industry = {
  id: 'candles',
  title: 'Candles',
  scenes: [
    {
      id: 'candles-hygge',
      title: 'Long evening',
      says: 'Knitted wool and candle-coloured light low from the side: the room goes quiet.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 13, focal: 75, fNumber: 2.8, kelvin: 3600 },
        hero: { fit: [90, 110] },
        fills: 0.5,
        white: 0.65,
        lights: [
          lamp('key', 'bare-bulb', [-96, 16, 620], 60, 0, { kelvin: 2200 }),
          lamp('fill', 'octabox', [48, 50, 900], 400, -1.6, { kelvin: 3600 }),
        ],
        environment: { kind: 'night', power: -2.8, kelvin: 4200 },
        ground: of('wool', '#b89f84', { relief: 1.4 }),
        backdrop: { kind: 'wall', distance: 520, material: of('planks', '#3d2c20') },
        props: [
          prop('candle', [92, 0, -100], [50, 130, 50], of('wax', '#f0e2c4')),
          prop('candle', [140, 0, -150], [58, 84, 58], of('wax', '#e7cfa6')),
          prop('candle', [-112, 0, -170], [54, 100, 54], of('wax', '#f0e2c4')),
        ],
      }),
    },
    {
      id: 'candles-spa',
      title: 'Still room',
      says: 'Pale stone, one twig, a slow shadow on the wall: silence with a scent.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 7, focal: 90, fNumber: 8 },
        hero: { fit: [92, 112], at: [0, 40, 0] },
        fills: 0.44,
        lift: 0.42,
        white: 0.92,
        lights: [lamp('key', 'octabox', [66, 38, 1200], 180, 0)],
        environment: { kind: 'overcast', power: -1.3, kelvin: 5300 },
        ground: of('stone', '#ddd3c3', { relief: 0.6, scale: 0.6 }),
        backdrop: { kind: 'wall', distance: 330, material: of('plaster', '#e6dfd3', { relief: 0.7 }) },
        props: [
          prop('cylinder', [0, 0, 0], [150, 40, 150], of('stone', '#cdbfa9', { scale: 0.6 })),
          prop('stone', [104, 0, 20], [54, 22, 44], of('stone', '#8f897e'), { seed: 3 }),
          prop('stone', [104, 20, 20], [36, 16, 30], of('stone', '#a39c90'), { seed: 6 }),
          prop('branch', [-110, 0, -110], [160, 260, 80], of('oak', '#8a7761'), { seed: 14, count: 7 }),
        ],
      }),
    },
    {
      id: 'candles-apothecary',
      title: 'Apothecary shelf',
      says: 'Dark walnut, dried petals and side light through small panes: recipes, not scents.',
      scene: shot({
        aspect: 2 / 3,
        lens: { tilt: 5, focal: 70, fNumber: 5, kelvin: 4800 },
        hero: { fit: [90, 115] },
        fills: 0.44,
        lift: 0.62,
        white: 0.75,
        lights: [windowLight(74, 24, 1000, 0, { kelvin: 4600, gobo: { kind: 'grid', distance: 620, scale: 0.6 } })],
        environment: { kind: 'window', power: -2.8, kelvin: 4800, azimuth: 75 },
        ground: of('walnut', '#52351f'),
        backdrop: { kind: 'wall', distance: 210, material: of('planks', '#37271b') },
        props: [
          prop('vase', [-92, 0, -96], [66, 150, 66], of('glass', '#7a4a1c')),
          prop('vase', [-32, 0, -120], [54, 108, 54], of('glass', '#5b3a18')),
          prop('book', [88, 0, -84], [100, 30, 80], of('leather', '#40261a', { scale: 0.6 }), { turn: 10 }),
          prop('petals', [72, 0, 26], [80, 8, 50], of('petal', '#9a5a62'), { count: 14, seed: 9 }),
        ],
      }),
    },
  ],
}
