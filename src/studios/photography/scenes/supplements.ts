import { glow, greenery, lamp, sun } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const supplements: Industry = {
  id: 'supplements',
  title: 'Supplements',
  scenes: [
    {
      id: 'supplements-clinical',
      title: 'Clinical white',
      says: 'Light from straight above, frosted blocks and a breath of blue: measured, pure, legible.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 9, focal: 100, fNumber: 13 },
        hero: { fit: [85, 150], at: [0, 24, 0] },
        fills: 0.54,
        white: 0.95,
        lights: [lamp('key', 'softbox', [20, 74, 900], [420, 260], 0), glow([-52, 34, 560], 120, -0.7, [-40, 120, -410], { kelvin: 7000 })],
        environment: { kind: 'studio', power: -1.5, kelvin: 5800 },
        ground: of('acrylic', '#f2f6f8', { roughness: 0.15 }),
        backdrop: { kind: 'wall', distance: 420, material: of('paper', '#e2ecf2') },
        props: [
          prop('cylinder', [0, 0, 0], [140, 24, 140], of('acrylic', '#ffffff', { roughness: 0.3 })),
          prop('box', [-112, 0, -70], [60, 130, 60], of('glass', '#cfe4ee', { roughness: 0.4 }), { turn: 20 }),
          prop('sphere', [96, 0, 10], [26, 26, 26], of('acrylic', '#8fc3e0', { roughness: 0.2 })),
          prop('sphere', [118, 0, -40], [40, 40, 40], of('acrylic', '#ffffff', { roughness: 0.2 })),
        ],
      }),
    },
    {
      id: 'supplements-botanical',
      title: 'Forest pharmacy',
      says: 'Moss and dappled green light: the plant, not the pill.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 8, focal: 75, fNumber: 4.5 },
        hero: { fit: [85, 150], at: [0, 32, 0] },
        fills: 0.5,
        white: 1.5,
        lights: [sun(-78, 56, 0, { kelvin: 5000, gobo: { kind: 'leaves', distance: 800, scale: 0.6, seed: 11 } })],
        environment: { kind: 'overcast', power: -1.3, kelvin: 5800 },
        ground: of('moss', '#6f8444', { scale: 0.7 }),
        backdrop: { kind: 'wall', distance: 760, material: greenery('#5d6b4e', '#9fae80', 2) },
        props: [
          prop('log', [0, 0, 0], [170, 32, 150], of('oak', '#8a6a48'), { seed: 5 }),
          prop('leaves', [-130, 0, -20], [120, 20, 130], of('leaf', '#6b8f49'), { count: 14, seed: 4 }),
          prop('branch', [130, 0, -150], [220, 260, 120], of('leaf', '#55763f'), { count: 22, seed: 9 }),
        ],
      }),
    },
    {
      id: 'supplements-gym',
      title: 'Last rep',
      says: 'Top light on black rubber and raw concrete: effort, before the label says so.',
      scene: shot({
        aspect: 2 / 3,
        lens: { tilt: 2, focal: 60, fNumber: 8 },
        hero: { fit: [170, 250] },
        fills: 0.5,
        lift: 0.62,
        white: 1,
        lights: [
          lamp('key', 'softbox', [-10, 74, 1200], [260, 260], 0),
          lamp('rim', 'strip', [-116, 26, 850], [120, 800], 0.2, { kelvin: 6800 }),
          lamp('accent', 'strip', [98, 24, 900], [90, 800], -0.6, { kelvin: 2700 }),
        ],
        environment: { kind: 'night', power: -4, kelvin: 6500 },
        ground: of('asphalt', '#26282a', { scale: 0.6 }),
        backdrop: { kind: 'wall', distance: 520, material: of('concrete', '#55585a') },
        props: [
          prop('cylinder', [-190, 0, -220], [210, 210, 60], of('leather', '#1d1e20')),
          prop('slab', [200, 0, -250], [160, 320, 120], of('planks', '#4b3a2a')),
        ],
      }),
    },
  ],
}
