import { bounce, lamp, sun, windowLight } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const eyewear: Industry = {
  id: 'eyewear',
  title: 'Eyewear',
  scenes: [
    {
      id: 'eyewear-poolside',
      title: 'Poolside',
      says: 'Ripples of light on turquoise tile: one look, and you want the sunglasses on.',
      scene: shot({
        aspect: 16 / 9,
        lens: { tilt: 24, focal: 60, fNumber: 9 },
        hero: { fit: [146, 54] },
        fills: 0.42,
        lights: [sun(38, 50, 0, { gobo: { kind: 'water', distance: 500, scale: 0.4, seed: 4 } })],
        environment: { kind: 'sky', power: -1.3, kelvin: 6500 },
        ground: of('tile', '#4fb4c2', { scale: 0.35, roughness: 0.15 }),
        backdrop: { kind: 'none', colour: [126, 200, 210] },
        props: [
          prop('drops', [-84, 0, 40], [70, 2.5, 30], of('water', '#dff3f5'), { count: 22, seed: 3 }),
          prop('citrus', [118, 0, -70], [46, 44, 46], of('petal', '#f0a227'), { count: 1, seed: 2 }),
          prop('palm-leaf', [-130, 0, -110], [140, 120, 60], of('leaf', '#3f7a4c'), { seed: 5 }),
        ],
      }),
    },
    {
      id: 'eyewear-blocks',
      title: 'Stacked acetate',
      says: 'Slabs of translucent colour, cut like the frames are: material tells material.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 7, focal: 85, fNumber: 13 },
        hero: { fit: [142, 56], at: [0, 52, 0], relight: 0.15 },
        fills: 0.42,
        lift: 0.2,
        lights: [lamp('key', 'spot', [-46, 42, 1300], 50, 0), lamp('rim', 'strip', [140, 40, 700], [80, 500], -1.6)],
        environment: { kind: 'studio', power: -1.5 },
        ground: of('paper', '#f4c9ae'),
        backdrop: { kind: 'sweep', distance: 240, radius: 160 },
        props: [
          prop('slab', [0, 0, 0], [150, 26, 70], of('acrylic', '#c8642e', { roughness: 0.15 }), { turn: 5 }),
          prop('slab', [0, 26, 0], [128, 26, 60], of('acrylic', '#e6b24a', { roughness: 0.15 }), { turn: -4 }),
          prop('cylinder', [68, 0, -96], [54, 120, 54], of('acrylic', '#7a3a1d', { roughness: 0.15 })),
        ],
      }),
    },
    {
      id: 'eyewear-optician',
      title: 'Reading light',
      says: 'An open window, a book, nothing else: lenses stay clear, the temples cast their own line.',
      scene: shot({
        aspect: 3 / 2,
        lens: { tilt: 15, focal: 75, fNumber: 6.3 },
        hero: { fit: [144, 52], at: [0, 30, 0] },
        fills: 0.4,
        lights: [windowLight(82, 36, 1100, 0, { kelvin: 5700 })],
        cards: [bounce('white', -85, 360, 300, 260)],
        environment: { kind: 'window', power: -1.8, kelvin: 5600, azimuth: 80 },
        ground: of('oak', '#c9a77c', { scale: 0.7 }),
        backdrop: { kind: 'wall', distance: 420, material: of('plaster', '#e9e6df', { relief: 0.5 }) },
        props: [
          prop('book', [0, 0, 0], [200, 30, 140], of('paper', '#365247'), { turn: -5 }),
          prop('vase', [-150, 0, -150], [64, 120, 64], of('ceramic', '#f0ece3')),
          prop('branch', [-150, 110, -150], [160, 160, 80], of('leaf', '#8a9670'), { seed: 7 }),
        ],
      }),
    },
    {
      id: 'eyewear-white-lay',
      title: 'Folded on white',
      says: 'Near top-down in a raking light: the frame draws itself twice, once in shadow.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 84, focal: 90, fNumber: 13 },
        hero: { fit: [146, 70], pose: 'lying' },
        fills: 0.5,
        white: 1,
        lights: [lamp('key', 'softbox', [-118, 30, 1000], [120, 120], 0)],
        environment: { kind: 'studio', power: -1 },
        ground: of('plaster', '#f3f2ef', { relief: 0.6 }),
        backdrop: { kind: 'none', colour: [243, 242, 239] },
        props: [prop('disc', [46, 0, -82], [70, 6, 70], of('terrazzo', '#e7e1d8', { scale: 0.3 }))],
      }),
    },
  ],
}
