import { glow, lamp } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const lighting: Industry = {
  id: 'lighting',
  title: 'Lighting',
  scenes: [
    {
      id: 'lighting-dusk',
      title: 'Blue hour corner',
      says: 'Cool dusk outside, tungsten within: the two colours show what the lamp is for.',
      scene: shot({
        aspect: 3 / 4,
        lens: { tilt: 6, focal: 50, fNumber: 4, kelvin: 4200 },
        hero: { fit: [300, 440] },
        fills: 0.54,
        white: 0.6,
        lights: [
          lamp('key', 'window', [-58, 26, 2000], [900, 1300], -0.4, { kelvin: 9500 }),
          glow([66, 16, 640], 140, 0.6, [0, 420, -430], { kelvin: 2600, spread: 110 }),
          lamp('accent', 'bare-bulb', [70, 62, 900], 120, -1, { kelvin: 2700 }),
        ],
        environment: { kind: 'window', power: -3, kelvin: 9000, azimuth: -95 },
        ground: of('walnut', '#54361f', { roughness: 0.3 }),
        backdrop: { kind: 'wall', distance: 430, material: of('plaster', '#3b4c63', { relief: 0.4 }) },
        props: [
          prop('book', [-230, 0, -120], [210, 34, 160], of('linen', '#8e3f2c'), { turn: 10 }),
          prop('bowl', [225, 0, -90], [150, 70, 150], of('ceramic', '#c9bda8')),
        ],
      }),
    },
    {
      id: 'lighting-concrete',
      title: 'Grazed concrete',
      says: 'A beam washes down raw concrete: the wall is a screen for what light can do.',
      scene: shot({
        aspect: 2 / 3,
        lens: { tilt: 1, focal: 70, fNumber: 8, kelvin: 4300 },
        hero: { fit: [280, 420] },
        fills: 0.46,
        lift: 0.72,
        white: 0.55,
        lights: [
          glow([-4, 74, 900], 90, 0.7, [0, 520, -300], { kelvin: 3000, spread: 42 }),
          lamp('key', 'strip', [-64, 40, 1300], [200, 1000], -1, { kelvin: 4300 }),
        ],
        environment: { kind: 'night', power: -3.6, kelvin: 5000 },
        ground: of('concrete', '#6f6c68', { roughness: 0.4 }),
        backdrop: { kind: 'wall', distance: 300, material: of('concrete', '#8b8782', { scale: 1.6, relief: 1.6 }) },
      }),
    },
    {
      id: 'lighting-pendant',
      title: 'Pendant on white',
      says: 'Hung in clear air before a bright cove, edges flagged dark: cord, shade and finish are plain to see.',
      scene: shot({
        aspect: 3 / 4,
        lens: { tilt: -4, focal: 120, fNumber: 11 },
        hero: { fit: [420, 420], pose: 'hanging', at: [0, 900, 0] },
        fills: 0.58,
        lift: 0.44,
        white: 0.85,
        lights: [
          lamp('key', 'softbox', [-66, 18, 1700], [700, 1200], -0.4),
          lamp('fill', 'softbox', [66, 10, 1700], [500, 1200], -1.2),
          lamp('background', 'softbox', [0, 50, 1600], [1600, 600], 0, { aim: [0, 1000, -1400] }),
        ],
        environment: { kind: 'studio', power: -1.9 },
        ground: of('paper', '#eceded'),
        backdrop: { kind: 'wall', distance: 1400, material: of('paper', '#f1f2f2') },
      }),
    },
    {
      id: 'lighting-bedside',
      title: 'Bedside',
      says: 'Linen, a glass and a half-read book: the last light switched off.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 12, focal: 60, fNumber: 3.2, kelvin: 3800 },
        hero: { fit: [240, 360] },
        fills: 0.56,
        aside: 0.1,
        white: 0.7,
        lights: [
          lamp('key', 'octabox', [34, 62, 900], 260, 0, { kelvin: 2800 }),
          glow([30, 34, 460], 160, -0.4, [60, 380, -380], { kelvin: 2700, spread: 120 }),
        ],
        environment: { kind: 'warm-room', power: -2, kelvin: 3600 },
        ground: of('oak', '#9c7650', { roughness: 0.4 }),
        backdrop: { kind: 'wall', distance: 380, material: of('linen', '#b8a78d', { scale: 1.6 }) },
        props: [
          prop('book', [-200, 0, 20], [150, 24, 210], of('paper', '#43546b'), { turn: -14 }),
          prop('cylinder', [-190, 0, -140], [66, 110, 66], of('glass', '#e8f0f0')),
          prop('cushion', [260, 0, -240], [360, 260, 130], of('linen', '#e9dfcc')),
        ],
      }),
    },
  ],
}
