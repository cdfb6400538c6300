import { bounce, lamp, sun, tent } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const jewelry: Industry = {
  id: 'jewelry',
  title: 'Jewelry',
  scenes: [
    {
      id: 'jewelry-midnight-velvet',
      title: 'Midnight velvet',
      says: 'Velvet swallows light and metal keeps it: a point source gives every facet its own spark.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 22, focal: 105, fNumber: 16 },
        hero: { fit: [26, 26] },
        fills: 0.5,
        white: 1.2,
        lights: [
          lamp('key', 'spot', [-35, 52, 420], 30, 0, { spread: 34 }),
          lamp('rim', 'strip', [112, 38, 300], [30, 220], -0.2, { kelvin: 6500 }),
        ],
        environment: { kind: 'studio', power: -3.4, kelvin: 6000 },
        ground: of('velvet', '#15203f', { scale: 0.5, relief: 1.4 }),
        backdrop: { kind: 'sweep', distance: 220, radius: 140 },
        props: [prop('drape', [0, 0, -56], [130, 15, 50], of('velvet', '#15203f'), { seed: 5 })],
      }),
    },
    {
      id: 'jewelry-marble-tent',
      title: 'Marble in the tent',
      says: 'White from all sides: polished metal shows clean planes, veins of marble lead to it.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 16, focal: 100, fNumber: 18 },
        hero: { fit: [28, 28] },
        fills: 0.46,
        white: 0.95,
        lights: tent(380, 340),
        cards: [bounce('black', 40, 210, 30, 160)],
        environment: { kind: 'studio', power: -1.6 },
        ground: of('marble', '#f1efec', { scale: 0.3, roughness: 0.12 }),
        backdrop: { kind: 'wall', distance: 290, material: of('paper', '#f6f3f0') },
        props: [
          prop('petals', [-30, 0, -14], [26, 5, 22], of('petal', '#f0d8d6'), { count: 4, seed: 6 }),
          prop('box', [30, 0, -36], [26, 28, 22], of('marble', '#f1efec', { scale: 0.3, seed: 3 }), { turn: 15 }),
        ],
      }),
    },
    {
      id: 'jewelry-tide-pool',
      title: 'Tide pool',
      says: 'Wet dark stone and a low sun: drops answer the stones without shouting over them.',
      scene: shot({
        aspect: 3 / 4,
        lens: { tilt: 18, focal: 90, fNumber: 13, kelvin: 5200 },
        hero: { fit: [30, 34], at: [0, 14, 0] },
        fills: 0.5,
        white: 1.3,
        lights: [sun(93, 34, 0, { kelvin: 4400 }, 1500), lamp('fill', 'octabox', [-55, 40, 500], 300, -1.8, { kelvin: 7000 })],
        environment: { kind: 'sky', power: -2.4, kelvin: 8000 },
        ground: of('water', '#3d5560', { scale: 0.3, relief: 0.8 }),
        backdrop: { kind: 'wall', distance: 260, material: of('stone', '#56646a', { scale: 0.6 }) },
        props: [
          prop('slab', [0, 0, 0], [66, 14, 46], of('slate', '#3c4044', { roughness: 0.3, scale: 0.4 }), { turn: 6 }),
          prop('stone', [-44, 0, -42], [46, 30, 34], of('slate', '#33373b', { roughness: 0.3 }), { seed: 8 }),
          prop('drops', [18, 14, 12], [22, 1.6, 12], of('water', '#eaf3f5'), { count: 9, seed: 2 }),
        ],
      }),
    },
    {
      id: 'jewelry-sun-disc',
      title: 'Sun disc',
      says: 'Gold on apricot with one crisp shadow: jewellery as small architecture.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 6, focal: 90, fNumber: 16 },
        hero: { fit: [30, 32], at: [0, 12, 0], relight: 0.15 },
        fills: 0.42,
        lift: 0.62,
        lights: [lamp('key', 'spot', [50, 40, 900], 16, 0, { kelvin: 4900 })],
        environment: { kind: 'studio', power: -1.6, kelvin: 5200 },
        ground: of('plaster', '#eab98d', { scale: 0.3, relief: 0.4 }),
        backdrop: { kind: 'wall', distance: 52, material: of('plaster', '#edc39a', { scale: 0.3, relief: 0.4 }) },
        props: [
          prop('cylinder', [0, 0, 0], [40, 12, 30], of('plaster', '#f3d2ad', { scale: 0.3, relief: 0.3 })),
          prop('ring', [-4, 0, -28], [62, 62, 8], of('plaster', '#d99a64', { scale: 0.3, relief: 0.3 })),
          prop('half-arch', [36, 0, -24], [24, 36, 16], of('plaster', '#d99a64', { scale: 0.3, relief: 0.3 })),
        ],
      }),
    },
  ],
}
