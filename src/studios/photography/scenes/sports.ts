import { lamp, sun } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const sports: Industry = {
  id: 'sports',
  title: 'Sports',
  scenes: [
    {
      id: 'sports-floodlight',
      title: 'Floodlights',
      says: 'Two banks of cold light from behind and a lens near the ground: kick-off.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 2, focal: 35, fNumber: 4.5 },
        hero: { fit: [240, 240], relight: 0.25 },
        fills: 0.48,
        lift: 0.8,
        white: 0.6,
        lights: [
          lamp('rim', 'spot', [-146, 30, 2600], 260, 0.2, { kelvin: 7200 }),
          lamp('rim', 'spot', [146, 30, 2600], 260, 0.2, { kelvin: 7200 }),
          lamp('key', 'octabox', [20, 36, 1500], 700, -0.9),
        ],
        environment: { kind: 'night', power: -3.4, kelvin: 7500 },
        ground: of('grass', '#3f6b35'),
        backdrop: { kind: 'wall', distance: 5200, material: of('paper', '#18222e') },
      }),
    },
    {
      id: 'sports-clay',
      title: 'Clay court',
      says: 'Five in the afternoon on red clay: one chalk line, one long shadow.',
      scene: shot({
        aspect: 3 / 4,
        lens: { tilt: 20, focal: 70, fNumber: 11, kelvin: 5200 },
        hero: { fit: [230, 230], relight: 0.25 },
        fills: 0.44,
        lift: 0.5,
        aside: 0.1,
        lights: [sun(96, 21, 0, { kelvin: 4200 })],
        environment: { kind: 'sky', power: -2, kelvin: 7000 },
        ground: of('sand', '#b5603a', { scale: 0.5, relief: 0.6 }),
        groundSize: [6000, 6000],
        backdrop: { kind: 'none', colour: [181, 96, 58] },
        props: [prop('slab', [-60, 0, -240], [2600, 0.5, 50], of('plaster', '#f2ede4'), { turn: -14 })],
      }),
    },
    {
      id: 'sports-box',
      title: 'Box gym',
      says: 'A worn plyo box, a bulb overhead and dust-dark walls: training, not posing.',
      scene: shot({
        aspect: 3 / 4,
        lens: { tilt: 1, focal: 45, fNumber: 5.6, kelvin: 4600 },
        hero: { fit: [260, 220], at: [0, 300, 0] },
        fills: 0.46,
        lift: 0.3,
        white: 0.7,
        lights: [
          lamp('key', 'spot', [26, 74, 1300], 160, 0, { kelvin: 3800, spread: 60 }),
          lamp('rim', 'strip', [128, 30, 1200], [140, 900], -0.4, { kelvin: 6000 }),
        ],
        environment: { kind: 'warm-room', power: -3, kelvin: 4600 },
        ground: of('asphalt', '#2a2b2c', { scale: 0.5 }),
        backdrop: { kind: 'wall', distance: 900, material: of('brick', '#4a4240') },
        props: [
          prop('box', [0, 0, 0], [420, 300, 320], of('planks', '#a27a4c'), { turn: -8 }),
          prop('ring', [330, 0, -260], [240, 240, 60], of('leather', '#1c1c1e'), { turn: -30 }),
        ],
      }),
    },
  ],
}
