import { bounce, copyStand, lamp, windowLight } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const food: Industry = {
  id: 'food',
  title: 'Food',
  scenes: [
    {
      id: 'food-farm-table',
      title: 'Farm table',
      says: 'One small window, dark boards, no fill: crumbs and labels come out of the shade.',
      scene: shot({
        aspect: 2 / 3,
        lens: { tilt: 26, focal: 85, fNumber: 5.6, kelvin: 5200 },
        hero: { fit: [130, 170] },
        fills: 0.52,
        white: 0.7,
        lights: [windowLight(-80, 34, 1100, 0, { kelvin: 5300 })],
        cards: [bounce('black', 85, 380, 400, 400)],
        environment: { kind: 'window', power: -3.4, kelvin: 5600, azimuth: -95 },
        ground: of('planks', '#4c392a', { relief: 1.3 }),
        backdrop: { kind: 'wall', distance: 480, material: of('plaster', '#4a453e') },
        props: [
          prop('drape', [172, 0, 20], [130, 20, 160], of('linen', '#a99b86'), { turn: -20, seed: 5 }),
          prop('bowl', [-130, 0, -90], [110, 48, 110], of('ceramic', '#6d6257', { roughness: 0.8 })),
          prop('beans', [-130, 30, -90], [80, 16, 80], of('wax', '#d8b27a'), { count: 40, seed: 3 }),
          prop('sticks', [158, 0, -100], [120, 40, 50], of('bamboo', '#c7a35e'), { count: 9, turn: 30, seed: 2 }),
        ],
      }),
    },
    {
      id: 'food-coffee',
      title: 'Roast',
      says: 'Beans on slate and a low warm backlight: you can nearly smell it.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 11, focal: 90, fNumber: 6.3, kelvin: 4800 },
        hero: { fit: [130, 200] },
        fills: 0.58,
        white: 0.65,
        lights: [
          lamp('key', 'softbox', [150, 30, 900], [500, 300], 0, { kelvin: 3900 }),
          lamp('fill', 'octabox', [-30, 40, 1100], 500, -0.9, { kelvin: 4800 }),
        ],
        environment: { kind: 'warm-room', power: -3, kelvin: 4500 },
        ground: of('slate', '#2f2c2a'),
        backdrop: { kind: 'wall', distance: 1050, material: of('walnut', '#4a3323') },
        props: [
          prop('beans', [0, 0, 70], [250, 12, 70], of('wax', '#3b2214', { roughness: 0.35 }), { count: 90, seed: 7 }),
          prop('beans', [-130, 0, -40], [110, 16, 110], of('wax', '#42261a', { roughness: 0.35 }), { count: 60, seed: 4 }),
          prop('bowl', [135, 0, -70], [110, 60, 110], of('copper')),
        ],
      }),
    },
    {
      id: 'food-breakfast',
      title: 'Sunday breakfast',
      says: 'A table seen from the chair above it: fruit, linen, marble, and the pack in the middle.',
      scene: shot({
        aspect: 3 / 4,
        lens: { tilt: 90, focal: 50, fNumber: 9 },
        hero: { fit: [180, 210], pose: 'lying' },
        fills: 0.46,
        white: 0.95,
        lights: copyStand(-140, 46, 1500, 900, 2),
        environment: { kind: 'window', power: -1.6, kelvin: 5800, azimuth: -140 },
        ground: of('marble', '#efedea'),
        groundSize: [6000, 6000],
        backdrop: { kind: 'none', colour: [239, 237, 234] },
        props: [
          prop('bowl', [-132, 0, -190], [120, 50, 120], of('ceramic', '#8fa6b4')),
          prop('berries', [-132, 26, -190], [90, 26, 90], of('petal', '#3b3f78'), { count: 18, seed: 2 }),
          prop('citrus', [130, 0, -150], [76, 40, 76], of('petal', '#ee8a2a'), { count: 2, seed: 4 }),
          prop('drape', [156, 0, 180], [96, 14, 140], of('linen', '#d9c9ae'), { turn: 14, seed: 6 }),
          prop('leaves', [-140, 0, 150], [80, 8, 100], of('leaf', '#6d8a4e'), { count: 6, seed: 8 }),
        ],
      }),
    },
  ],
}
