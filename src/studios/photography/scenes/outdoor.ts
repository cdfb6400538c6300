import { greenery, lamp, sun } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const outdoor: Industry = {
  id: 'outdoor',
  title: 'Outdoor',
  scenes: [
    {
      id: 'outdoor-forest',
      title: 'Forest floor',
      says: 'Shafts between trunks, moss and fallen wood: gear at rest, half an hour in.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 5, focal: 60, fNumber: 3.2, kelvin: 5300 },
        hero: { fit: [320, 420] },
        fills: 0.54,
        white: 1.4,
        lights: [
          sun(-104, 38, 0, { kelvin: 4700, gobo: { kind: 'branch', distance: 2200, scale: 2, seed: 6 } }),
          lamp('fill', 'octabox', [40, 50, 2600], 1800, -1.4, { kelvin: 6200 }),
        ],
        environment: { kind: 'overcast', power: -1.6, kelvin: 5600 },
        ground: of('soil', '#54412c', { relief: 1.3 }),
        backdrop: { kind: 'wall', distance: 3000, material: greenery('#4c6040', '#9db07a', 8) },
        props: [
          prop('log', [-260, 0, -340], [900, 210, 210], of('oak', '#5a442f'), { turn: 12, seed: 7 }),
          prop('column', [560, 0, -1300], [220, 2600, 220], of('oak', '#4a3a2b')),
          prop('column', [-640, 0, -1900], [260, 2600, 260], of('oak', '#40342a')),
          prop('leaves', [160, 0, 160], [420, 16, 160], of('leaf', '#8c6a34'), { count: 22, seed: 3 }),
          prop('grass-tuft', [320, 0, -160], [200, 240, 160], of('grass', '#5f7a3a'), { count: 40, seed: 8 }),
        ],
      }),
    },
    {
      id: 'outdoor-summit',
      title: 'Summit',
      says: 'Thin cold light on rock and old snow, only sky behind: it made it up here.',
      scene: shot({
        aspect: 2 / 3,
        lens: { tilt: -2, focal: 38, fNumber: 11 },
        hero: { fit: [300, 400], at: [0, 150, 0], relight: 0.25 },
        fills: 0.42,
        lift: 0.66,
        lights: [sun(64, 32, 0, { kelvin: 5600 })],
        environment: { kind: 'sky', power: -1.7, kelvin: 6600 },
        ground: of('snow', '#e9f0f5', { relief: 1.6, scale: 2 }),
        groundSize: [40_000, 40_000],
        backdrop: { kind: 'none', colour: [142, 178, 212] },
        props: [
          prop('slab', [0, 0, -20], [480, 150, 300], of('slate', '#77726b', { relief: 2 }), { turn: 9 }),
          prop('stone', [-560, 0, -700], [900, 420, 500], of('stone', '#6a6e73'), { seed: 3 }),
          prop('stone', [700, 0, -900], [1000, 300, 600], of('stone', '#63686e'), { seed: 6 }),
        ],
      }),
    },
    {
      id: 'outdoor-camp',
      title: 'Camp at dusk',
      says: 'Blue air, a small fire of light beside it: the hour the kit is bought for.',
      scene: shot({
        aspect: 3 / 2,
        lens: { tilt: 7, focal: 50, fNumber: 2.8, kelvin: 4600 },
        hero: { fit: [280, 340] },
        fills: 0.56,
        aside: 0.1,
        white: 0.8,
        lights: [
          lamp('key', 'bare-bulb', [-74, 14, 1300], 130, 0, { kelvin: 2300 }),
          lamp('fill', 'octabox', [120, 60, 3200], 2200, -1.3, { kelvin: 10_000 }),
        ],
        environment: { kind: 'sunset', power: -2.6, kelvin: 9500, azimuth: 170 },
        ground: of('soil', '#4f4436', { relief: 1.2 }),
        groundSize: [40_000, 40_000],
        backdrop: { kind: 'none', colour: [44, 58, 84] },
        props: [
          prop('stone', [-4200, -300, -11_500], [9500, 1500, 2600], of('stone', '#2c3544'), { seed: 4 }),
          prop('stone', [4600, -300, -12_500], [9900, 2100, 2600], of('stone', '#28303e'), { seed: 11 }),
          prop('log', [-420, 0, -380], [620, 130, 130], of('oak', '#6a5038'), { turn: -20, seed: 4 }),
          prop('pebbles', [-330, 0, -60], [240, 40, 160], of('stone', '#6b6762'), { count: 12, seed: 2 }),
          prop('grass-tuft', [330, 0, -420], [260, 280, 180], of('grass', '#56623a'), { count: 50, seed: 5 }),
          prop('candle', [-300, 0, -190], [70, 100, 70], of('wax', '#f3d9a0')),
        ],
      }),
    },
  ],
}
