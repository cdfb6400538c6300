import { bounce, lamp, sun, windowLight } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const skincare: Industry = {
  id: 'skincare',
  title: 'Skincare',
  scenes: [
    {
      id: 'skincare-river-stone',
      title: 'River stone and eucalyptus',
      says: 'Light through a window behind makes water and leaves glow: clean, cool, alive.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 9, focal: 85, fNumber: 7.1 },
        hero: { fit: [60, 140], at: [0, 30, 0] },
        fills: 0.55,
        white: 0.9,
        lights: [windowLight(118, 44, 900, 0, { kelvin: 5800 }), lamp('fill', 'octabox', [-35, 35, 1100], 700, -1)],
        environment: { kind: 'overcast', power: -1.6, kelvin: 6000 },
        ground: of('water', '#c4d3cd', { relief: 0.7 }),
        backdrop: { kind: 'wall', distance: 820, material: of('plaster', '#dfe5dc', { relief: 0.4 }) },
        props: [
          prop('stone', [0, 0, 0], [150, 30, 120], of('stone', '#9a9c95'), { seed: 2 }),
          prop('stone', [-112, 0, -62], [90, 42, 76], of('stone', '#7f837d'), { seed: 7 }),
          prop('pebbles', [104, 0, 34], [90, 14, 60], of('stone', '#8d8f88'), { count: 8, seed: 3 }),
          prop('eucalyptus', [122, 0, -130], [170, 210, 90], of('leaf', '#7d9485'), { turn: 20, seed: 6, count: 16 }),
        ],
      }),
    },
    {
      id: 'skincare-bathroom',
      title: 'Bathroom, seven in the morning',
      says: 'Low sun through the panes on tile and marble: the routine it belongs to.',
      scene: shot({
        aspect: 3 / 4,
        lens: { tilt: 7, focal: 55, fNumber: 5.6, kelvin: 5200 },
        hero: { fit: [62, 150] },
        fills: 0.52,
        aside: -0.06,
        white: 0.75,
        lights: [sun(-56, 26, 0, { kelvin: 4300, gobo: { kind: 'window', distance: 900, scale: 0.35 } })],
        environment: { kind: 'window', power: -1.6, kelvin: 6000, azimuth: -50 },
        ground: of('marble', '#ece9e4', { roughness: 0.18, scale: 0.6 }),
        backdrop: { kind: 'wall', distance: 230, material: of('tile', '#dfe6e2', { scale: 0.6 }) },
        props: [
          prop('tray', [0, 0, -118], [260, 12, 110], of('ceramic', '#f5f3ef')),
          prop('vase', [92, 12, -118], [60, 130, 60], of('ceramic', '#b9c7bd')),
          prop('eucalyptus', [92, 120, -118], [120, 130, 80], of('leaf', '#84997f'), { seed: 2 }),
          prop('cushion', [-98, 12, -120], [90, 40, 60], of('wool', '#f3efe6')),
        ],
      }),
    },
    {
      id: 'skincare-gel',
      title: 'Gel and drops',
      says: 'Backlit drops on pale blue acrylic: a texture shot with the pack lying in it.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 90, focal: 90, fNumber: 11 },
        hero: { fit: [60, 150], pose: 'lying' },
        fills: 0.62,
        lights: [
          lamp('key', 'softbox', [165, 38, 700], [500, 260], 0, { kelvin: 6200 }),
          lamp('fill', 'octabox', [-20, 60, 1100], 500, -1.7),
        ],
        environment: { kind: 'studio', power: -1.8, kelvin: 6500 },
        ground: of('acrylic', '#bfdcea', { roughness: 0.12 }),
        groundSize: [6000, 6000],
        backdrop: { kind: 'none', colour: [191, 220, 234] },
        props: [
          prop('drops', [-76, 0, 0], [80, 5, 210], of('water', '#dff0f7'), { count: 46, seed: 4 }),
          prop('drops', [76, 0, 10], [80, 4, 210], of('water', '#dff0f7'), { count: 40, seed: 9 }),
        ],
      }),
    },
    {
      id: 'skincare-terrace',
      title: 'Olive terrace',
      says: 'Leaf shadows on limewash and a travertine block: sun care where the sun is.',
      scene: shot({
        aspect: 2 / 3,
        lens: { tilt: 4, focal: 70, fNumber: 9 },
        hero: { fit: [64, 140], at: [12, 64, 0], relight: 0.2 },
        fills: 0.42,
        lift: 0.34,
        lights: [sun(48, 40, 0, { gobo: { kind: 'leaves', distance: 700, scale: 0.38, turn: 60, seed: 5 } })],
        environment: { kind: 'sky', power: -1.5, kelvin: 6800 },
        ground: of('terrazzo', '#e2d3bd', { scale: 0.5 }),
        backdrop: { kind: 'wall', distance: 220, material: of('plaster', '#efe0c8', { relief: 1.2 }) },
        cards: [bounce('white', -70, 420, 300, 400)],
        props: [
          prop('box', [12, 0, 0], [150, 64, 110], of('stone', '#d9c6a8', { relief: 0.8 }), { turn: -10 }),
          prop('bowl', [-98, 0, 10], [70, 32, 70], of('ceramic', '#b98a66')),
          prop('branch', [-80, 0, -130], [170, 230, 70], of('leaf', '#7b8a55'), { seed: 9, count: 18 }),
        ],
      }),
    },
  ],
}
