import { lamp, sun } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const tools: Industry = {
  id: 'tools',
  title: 'Tools',
  scenes: [
    {
      id: 'tools-workbench',
      title: 'Workbench',
      says: 'Raking window light over scarred boards: every nick says it is used.',
      scene: shot({
        aspect: 4 / 3,
        lens: { tilt: 14, focal: 60, fNumber: 6.3, kelvin: 5200 },
        hero: { fit: [270, 200] },
        fills: 0.52,
        lights: [lamp('key', 'window', [-86, 18, 1700], [1200, 700], 0, { kelvin: 5200 })],
        environment: { kind: 'window', power: -2.5, kelvin: 5400, azimuth: -90 },
        ground: of('planks', '#a5814f', { relief: 1.8 }),
        backdrop: { kind: 'wall', distance: 560, material: of('planks', '#6d7468', { scale: 1.3 }) },
        props: [
          prop('box', [-250, 0, -200], [180, 120, 110], of('oak', '#c99f63'), { turn: 10 }),
          prop('sticks', [210, 0, -190], [220, 60, 90], of('oak', '#d2ab72'), { count: 6, turn: 14, seed: 4 }),
          prop('pencils', [205, 0, 70], [140, 8, 14], of('oak', '#d23b2c'), { count: 1, turn: 32 }),
        ],
      }),
    },
    {
      id: 'tools-safety-yellow',
      title: 'Safety yellow',
      says: 'Two blocks of signal colour and a hard key: a catalogue cover for a trade counter.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 7, focal: 85, fNumber: 13 },
        hero: { fit: [260, 220], at: [0, 60, 0], relight: 0.2 },
        fills: 0.5,
        lift: 0.36,
        lights: [lamp('key', 'spot', [44, 48, 2200], 110, 0), lamp('rim', 'strip', [-108, 32, 900], [140, 700], -0.2)],
        environment: { kind: 'studio', power: -2.2 },
        ground: of('concrete', '#55585b'),
        backdrop: { kind: 'wall', distance: 460, material: of('paper', '#f4b60d') },
        props: [
          prop('slab', [0, 0, 0], [340, 60, 200], of('brushed-metal', '#3a3c3f', { roughness: 0.4 })),
          prop('box', [-215, 0, -200], [120, 230, 120], of('concrete', '#3f4245'), { turn: 15 }),
        ],
      }),
    },
    {
      id: 'tools-site',
      title: 'On site',
      says: 'Bricks, dust and a high white sun: work that starts at seven.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 8, focal: 50, fNumber: 8 },
        hero: { fit: [280, 240], at: [0, 65, 0], relight: 0.25 },
        fills: 0.42,
        lift: 0.46,
        lights: [sun(26, 58, 0, { kelvin: 5500 })],
        environment: { kind: 'sky', power: -1.5, kelvin: 6800 },
        ground: of('sand', '#b8a88e', { relief: 1.2 }),
        backdrop: { kind: 'wall', distance: 1200, material: of('concrete', '#a6a39c', { scale: 2, relief: 1.6 }) },
        props: [
          prop('box', [-95, 0, 0], [180, 65, 160], of('brick', '#a9583c', { scale: 3, relief: 0.4 }), { turn: 4 }),
          prop('box', [95, 0, 0], [180, 65, 160], of('brick', '#b1613f', { scale: 3, relief: 0.4, seed: 4 }), { turn: -3 }),
          prop('box', [260, 0, -330], [210, 190, 150], of('concrete', '#8f8d88'), { turn: -18 }),
          prop('log', [-250, 0, -420], [900, 70, 120], of('planks', '#c39a63'), { turn: 20, seed: 3 }),
        ],
      }),
    },
    {
      id: 'tools-knolled',
      title: 'Laid out',
      says: 'Top-down on oiled steel with a crisp short shadow: the drawer everybody wants.',
      scene: shot({
        aspect: 3 / 2,
        lens: { tilt: 90, focal: 70, fNumber: 11 },
        hero: { fit: [320, 200], pose: 'lying' },
        fills: 0.52,
        white: 0.7,
        lights: [
          lamp('key', 'softbox', [128, 50, 1300], [260, 260], 0, { kelvin: 6200 }),
          lamp('fill', 'softbox', [-60, 60, 1500], [700, 700], -2.2),
        ],
        environment: { kind: 'studio', power: -2.6, kelvin: 6500 },
        ground: of('brushed-metal', '#50565c', { roughness: 0.5 }),
        groundSize: [6000, 6000],
        backdrop: { kind: 'none', colour: [80, 86, 92] },
        props: [
          prop('cylinder', [-228, 0, -110], [34, 20, 34], of('brushed-metal', '#b7babd', { roughness: 0.3 })),
          prop('cylinder', [-228, 0, -62], [28, 20, 28], of('brushed-metal', '#b7babd', { roughness: 0.3 })),
          prop('cylinder', [-228, 0, -22], [23, 20, 23], of('brushed-metal', '#b7babd', { roughness: 0.3 })),
          prop('cylinder', [-228, 0, 12], [18, 20, 18], of('brushed-metal', '#b7babd', { roughness: 0.3 })),
          prop('pencils', [228, 0, 0], [200, 9, 20], of('oak', '#d23b2c'), { count: 1, turn: 90 }),
        ],
      }),
    },
  ],
}
