import { bounce, lamp, sun } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const bags: Industry = {
  id: 'bags',
  title: 'Bags',
  scenes: [
    {
      id: 'bags-travertine',
      title: 'Travertine plinths',
      says: 'Stone blocks at two heights and one soft side light: grain against grain.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 4, focal: 90, fNumber: 10 },
        hero: { fit: [320, 280], at: [0, 140, 0] },
        fills: 0.46,
        lift: 0.32,
        lights: [lamp('key', 'softbox', [-62, 32, 1500], [900, 1200], 0, { kelvin: 5200 })],
        cards: [bounce('white', 70, 900, 700, 1000)],
        environment: { kind: 'studio', power: -2.1, kelvin: 5200 },
        ground: of('paper', '#d8c4a8'),
        backdrop: { kind: 'sweep', distance: 720, radius: 420 },
        props: [
          prop('box', [0, 0, 0], [380, 140, 220], of('stone', '#cbb596', { relief: 1.2 })),
          prop('box', [-235, 0, -200], [190, 330, 160], of('stone', '#c3ab89', { seed: 4 }), { turn: 8 }),
        ],
      }),
    },
    {
      id: 'bags-boutique',
      title: 'Boutique, after hours',
      says: 'Heavy green curtain, walnut counter, a pool of warm light: it looks priced before it is.',
      scene: shot({
        aspect: 3 / 4,
        lens: { tilt: 7, focal: 75, fNumber: 5.6, kelvin: 4600 },
        hero: { fit: [300, 270] },
        fills: 0.5,
        white: 1.05,
        lights: [
          lamp('key', 'spot', [-30, 56, 1500], 180, 0, { kelvin: 4000, spread: 40 }),
          lamp('rim', 'strip', [128, 44, 900], [140, 700], -0.5, { kelvin: 3600 }),
        ],
        environment: { kind: 'warm-room', power: -2.8, kelvin: 4000 },
        ground: of('walnut', '#6b4529', { roughness: 0.5 }),
        backdrop: { kind: 'wall', distance: 640, material: of('plaster', '#20352c') },
        props: [
          prop('curtain', [0, 0, -520], [1500, 1100, 120], of('velvet', '#33705a'), { seed: 2 }),
          prop('book', [268, 0, -130], [170, 34, 220], of('leather', '#7c3b24'), { turn: 16 }),
          prop('sphere', [262, 34, -120], [44, 44, 44], of('gold')),
        ],
      }),
    },
    {
      id: 'bags-riviera',
      title: 'Riviera noon',
      says: 'Ochre wall, terracotta tile, palm shadows: a holiday the bag has already booked.',
      scene: shot({
        aspect: 2 / 3,
        lens: { tilt: 9, focal: 45, fNumber: 8 },
        hero: { fit: [340, 330], relight: 0.25 },
        fills: 0.44,
        lift: 0.62,
        lights: [sun(-44, 52, 0, { gobo: { kind: 'palm', distance: 1300, turn: 80, seed: 8 } })],
        white: 0.95,
        environment: { kind: 'sky', power: -1.6, kelvin: 7000 },
        ground: of('tile', '#b7664a', { scale: 1.2, roughness: 0.55 }),
        backdrop: { kind: 'wall', distance: 420, material: of('plaster', '#e8b765', { relief: 1.3, scale: 1.5 }) },
        props: [
          prop('vase', [285, 0, -230], [210, 300, 210], of('ceramic', '#a9573a', { roughness: 0.8 })),
          prop('palm-leaf', [285, 250, -230], [420, 460, 260], of('leaf', '#4f7042'), { seed: 3, count: 6 }),
        ],
      }),
    },
  ],
}
