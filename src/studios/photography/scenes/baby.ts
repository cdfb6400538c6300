import { copyStand, lamp } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const baby: Industry = {
  id: 'baby',
  title: 'Baby',
  scenes: [
    {
      id: 'baby-cloud',
      title: 'Cloud',
      says: 'White wool, white air, almost no shadow: nothing here has an edge.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 11, focal: 85, fNumber: 4.5 },
        hero: { fit: [190, 200] },
        fills: 0.52,
        white: 1,
        lights: [
          lamp('key', 'octabox', [-30, 64, 1300], 1200, 0, { kelvin: 5300 }),
          lamp('fill', 'softbox', [60, 30, 1500], [1100, 1100], -0.8, { kelvin: 5300 }),
        ],
        environment: { kind: 'overcast', power: -0.9, kelvin: 5500 },
        ground: of('wool', '#f6f1ea', { relief: 1.2 }),
        backdrop: { kind: 'wall', distance: 700, material: of('paper', '#f4efe9') },
        props: [
          prop('cushion', [-190, 0, -160], [230, 130, 130], of('linen', '#f3ece2')),
          prop('sphere', [175, 0, -70], [70, 70, 70], of('wool', '#f0e3d6')),
          prop('sphere', [205, 0, 20], [44, 44, 44], of('wool', '#e6d2c2')),
        ],
      }),
    },
    {
      id: 'baby-nursery',
      title: 'Nursery morning',
      says: 'Sage wall, white boards and the shape of a window: the room that waits.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 5, focal: 50, fNumber: 5, kelvin: 5200 },
        hero: { fit: [230, 260] },
        fills: 0.48,
        lift: 0.68,
        aside: -0.06,
        white: 1.1,
        lights: [
          lamp('key', 'window', [54, 34, 3600], [260, 260], 0, {
            kelvin: 4700,
            gobo: { kind: 'window', distance: 1500, scale: 0.7, turn: -10 },
          }),
        ],
        environment: { kind: 'window', power: -1.1, kelvin: 5500, azimuth: 55 },
        ground: of('planks', '#e6ded1', { relief: 0.6 }),
        backdrop: { kind: 'wall', distance: 340, material: of('paper', '#bcc8b0') },
        props: [
          prop('arch', [210, 0, -220], [200, 150, 50], of('oak', '#ddb98b')),
          prop('arch', [210, 0, -220], [88, 72, 40], of('oak', '#e7d3b4')),
          prop('bowl', [-200, 0, -150], [150, 90, 150], of('bamboo', '#d3b27f')),
          prop('cushion', [-205, 40, -150], [130, 90, 110], of('wool', '#e9c9b4')),
        ],
      }),
    },
    {
      id: 'baby-knit-lay',
      title: 'Gift on knit',
      says: 'Flat lay on chunky oat wool with a corner of satin: unwrapped with the eyes.',
      scene: shot({
        aspect: 3 / 4,
        lens: { tilt: 90, focal: 55, fNumber: 8 },
        hero: { fit: [260, 280], pose: 'lying' },
        fills: 0.5,
        white: 0.9,
        lights: copyStand(108, 44, 1600, 1000, 1.4),
        environment: { kind: 'window', power: -1.4, kelvin: 5200, azimuth: 110 },
        ground: of('wool', '#dccab0', { scale: 1.8, relief: 1.6 }),
        groundSize: [6000, 6000],
        backdrop: { kind: 'none', colour: [220, 202, 176] },
        props: [
          prop('drape', [-150, 0, -232], [150, 16, 100], of('satin', '#b9c9d6'), { turn: 12, seed: 4 }),
          prop('ring', [160, 0, 190], [90, 14, 90], of('oak', '#dcb682')),
          prop('petals', [150, 0, -190], [110, 8, 90], of('petal', '#f3e6e0'), { count: 8, seed: 7 }),
        ],
      }),
    },
  ],
}
