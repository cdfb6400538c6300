import { bounce, lamp, sun, windowLight } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const kitchenware: Industry = {
  id: 'kitchenware',
  title: 'Kitchenware',
  scenes: [
    {
      id: 'kitchenware-planks',
      title: 'Scrubbed planks',
      says: 'Window light from behind left, herbs and linen near: enamel and iron at home.',
      scene: shot({
        aspect: 3 / 4,
        lens: { tilt: 17, focal: 70, fNumber: 5.6 },
        hero: { fit: [240, 180] },
        fills: 0.4,
        white: 1.2,
        lights: [windowLight(-106, 38, 1250, 0, { kelvin: 5700 })],
        cards: [bounce('white', 50, 520, 400, 400)],
        environment: { kind: 'window', power: -1.6, kelvin: 5600, azimuth: -120 },
        ground: of('planks', '#8f6a45'),
        backdrop: { kind: 'wall', distance: 1000, material: of('plaster', '#c9c3b5') },
        props: [
          prop('drape', [-238, 0, 40], [170, 18, 190], of('linen', '#d8d2c4'), { turn: 24, seed: 3 }),
          prop('bowl', [222, 0, -150], [150, 66, 150], of('ceramic', '#e9e3d6')),
          prop('berries', [222, 34, -150], [100, 34, 100], of('petal', '#b5402f'), { count: 14, seed: 4 }),
          prop('leaves', [176, 0, 90], [120, 8, 80], of('leaf', '#5d7a45'), { count: 9, seed: 5 }),
        ],
      }),
    },
    {
      id: 'kitchenware-steel',
      title: 'Steel counter',
      says: 'Brushed steel, metro tile and cool clean light: tools of a working kitchen.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 10, focal: 85, fNumber: 10 },
        hero: { fit: [260, 190] },
        fills: 0.46,
        white: 1.2,
        lights: [
          lamp('key', 'softbox', [36, 54, 1300], [900, 500], 0, { kelvin: 6200 }),
          lamp('rim', 'strip', [-110, 30, 1000], [120, 700], -0.8, { kelvin: 6500 }),
        ],
        environment: { kind: 'studio', power: -1.8, kelvin: 6200 },
        ground: of('brushed-metal', '#e4e6e8', { roughness: 0.55 }),
        backdrop: { kind: 'wall', distance: 420, material: of('tile', '#eef0ee', { accent: [176, 180, 178] }) },
        props: [
          prop('cylinder', [196, 0, -200], [84, 130, 84], of('ceramic', '#f4f3ef')),
          prop('sticks', [196, 60, -200], [56, 190, 56], of('oak', '#b98f5f'), { count: 5, seed: 3 }),
        ],
      }),
    },
    {
      id: 'kitchenware-mezzogiorno',
      title: 'Mezzogiorno',
      says: 'Hard southern sun, glazed tile and lemons: appetite before there is food.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 13, focal: 60, fNumber: 11 },
        hero: { fit: [230, 190], relight: 0.25 },
        fills: 0.42,
        white: 1.15,
        lights: [sun(58, 38, 0, { kelvin: 5000 })],
        environment: { kind: 'sky', power: -1.7, kelvin: 6800 },
        ground: of('tile', '#2f6f9f', { accent: [235, 230, 215], scale: 0.8 }),
        backdrop: { kind: 'wall', distance: 330, material: of('plaster', '#f2e6cf', { relief: 1.2 }) },
        props: [
          prop('citrus', [-165, 0, -60], [72, 66, 72], of('petal', '#f3c623'), { count: 1, seed: 2 }),
          prop('citrus', [-152, 0, 62], [64, 58, 64], of('petal', '#f3c623'), { count: 1, seed: 5 }),
          prop('leaves', [-160, 0, 20], [90, 12, 70], of('leaf', '#3f6b3a'), { count: 5, seed: 4 }),
          prop('vase', [170, 0, -150], [110, 230, 110], of('ceramic', '#c9693f', { roughness: 0.7 })),
        ],
      }),
    },
  ],
}
