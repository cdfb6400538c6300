import { glow, lamp, rimPair, sun } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const fragrance: Industry = {
  id: 'fragrance',
  title: 'Fragrance',
  scenes: [
    {
      id: 'fragrance-dune',
      title: 'Dune, last light',
      says: 'A raking sun through palm leaves over sand: heat and distance in one shadow.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 8, focal: 75, fNumber: 8, kelvin: 4300 },
        hero: { fit: [80, 115], relight: 0.25 },
        fills: 0.46,
        lift: 0.6,
        lights: [sun(-68, 24, 0, { kelvin: 3700, gobo: { kind: 'palm', distance: 420, scale: 0.35, turn: -50, seed: 3 } })],
        environment: { kind: 'sky', power: -1.8, kelvin: 5600, azimuth: -70 },
        ground: of('sand', '#e0c29a', { scale: 0.6 }),
        backdrop: { kind: 'wall', distance: 380, material: of('plaster', '#e6c5a0', { relief: 0.5 }) },
        props: [
          prop('stone', [98, 0, -80], [110, 58, 80], of('stone', '#c08d5f'), { seed: 12 }),
          prop('stone', [-108, 0, -110], [70, 30, 60], of('stone', '#b98658'), { seed: 5 }),
          prop('pebbles', [-80, 0, 40], [46, 9, 30], of('stone', '#a87749'), { count: 4, seed: 2 }),
        ],
      }),
    },
    {
      id: 'fragrance-black-water',
      title: 'Black water',
      says: 'Dark field: two strips from behind draw the flacon, ripples hand its edges down.',
      scene: shot({
        aspect: 2 / 3,
        lens: { tilt: 5, focal: 105, fNumber: 11 },
        hero: { fit: [78, 120] },
        fills: 0.42,
        lift: 0.34,
        white: 0.7,
        lights: [
          ...rimPair(142, 20, 620, 0.2, { kelvin: 5200 }),
          lamp('key', 'softbox', [-20, 68, 700], [300, 300], -1.2),
          glow([62, 40, 760], 70, -0.4, [0, 100, -700], { kelvin: 3600 }),
        ],
        environment: { kind: 'night', power: -5 },
        ground: of('water', '#0c0d10', { roughness: 0.04, relief: 0.3, scale: 0.4 }),
        backdrop: { kind: 'wall', distance: 700, material: of('velvet', '#2b2118') },
      }),
    },
    {
      id: 'fragrance-rose-velvet',
      title: 'Rose and velvet',
      says: 'A narrow spot on burgundy velvet with fallen petals: evening, and a heart note you can see.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 14, focal: 100, fNumber: 8 },
        hero: { fit: [82, 108] },
        fills: 0.52,
        white: 1.1,
        lights: [
          lamp('key', 'spot', [38, 50, 900], 90, 0, { spread: 26, kelvin: 4600 }),
          lamp('rim', 'strip', [-114, 36, 460], [80, 420], -0.4, { kelvin: 4200 }),
        ],
        environment: { kind: 'warm-room', power: -3.6, kelvin: 4600 },
        ground: of('velvet', '#5c1426', { relief: 1.2 }),
        backdrop: { kind: 'sweep', distance: 440, radius: 260 },
        props: [
          prop('petals', [-82, 0, 24], [90, 9, 70], of('petal', '#a8203a'), { count: 6, seed: 3 }),
          prop('petals', [84, 0, -40], [80, 9, 80], of('petal', '#b93049'), { count: 5, seed: 11 }),
          prop('drape', [-60, 0, -150], [260, 46, 90], of('velvet', '#5c1426'), { seed: 6 }),
        ],
      }),
    },
    {
      id: 'fragrance-glass-light',
      title: 'Bright field',
      says: 'Glass lit by the wall behind it alone: clear juice, dark clean edges.',
      scene: shot({
        aspect: 3 / 4,
        lens: { tilt: 3, focal: 120, fNumber: 11 },
        hero: { fit: [76, 120], at: [0, 40, 0] },
        fills: 0.48,
        lift: 0.4,
        white: 0.62,
        lights: [
          lamp('background', 'softbox', [0, 62, 700], [600, 300], -0.5, { aim: [0, 150, -520] }),
          lamp('key', 'softbox', [-95, 24, 520], [160, 460], -0.4),
          lamp('rim', 'strip', [118, 24, 520], [80, 460], -0.2),
        ],
        environment: { kind: 'studio', power: -2.2, kelvin: 6200 },
        ground: of('acrylic', '#e8ecee', { roughness: 0.1 }),
        backdrop: { kind: 'wall', distance: 520, material: of('paper', '#f3f5f5') },
        props: [
          prop('box', [0, 0, 0], [120, 40, 80], of('glass', '#dcebea')),
          prop('box', [-104, 0, -50], [50, 96, 50], of('glass', '#dcebea'), { turn: 12 }),
          prop('box', [96, 0, -64], [40, 62, 40], of('glass', '#e9e0d0'), { turn: -20 }),
        ],
      }),
    },
  ],
}
