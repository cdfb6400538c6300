import { lamp, loopLight, windowLight } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const toys: Industry = {
  id: 'toys',
  title: 'Toys',
  scenes: [
    {
      id: 'toys-blocks',
      title: 'Building blocks',
      says: 'Primary shapes on sky blue, bright and evenly lit: play already under way.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 10, focal: 80, fNumber: 13 },
        hero: { fit: [190, 190] },
        fills: 0.52,
        lights: loopLight(34, 1400, 800, 1.2),
        environment: { kind: 'studio', power: -1.2 },
        ground: of('paper', '#8cc9ec'),
        backdrop: { kind: 'sweep', distance: 480, radius: 260 },
        props: [
          prop('box', [-165, 0, -70], [72, 72, 72], of('acrylic', '#e4452f', { roughness: 0.4 }), { turn: 18 }),
          prop('box', [-160, 72, -74], [56, 56, 56], of('acrylic', '#f6c62b', { roughness: 0.4 }), { turn: -12 }),
          prop('cone', [168, 0, -90], [84, 130, 84], of('acrylic', '#36a15b', { roughness: 0.4 })),
          prop('sphere', [150, 0, 46], [52, 52, 52], of('acrylic', '#e4452f', { roughness: 0.35 })),
          prop('half-arch', [-140, 0, 50], [70, 40, 34], of('acrylic', '#2f63c8', { roughness: 0.4 }), { turn: 24 }),
        ],
      }),
    },
    {
      id: 'toys-playroom',
      title: 'Playroom floor',
      says: 'Down where children are, with the window drawn on a pastel wall.',
      scene: shot({
        aspect: 4 / 3,
        lens: { tilt: 6, focal: 45, fNumber: 4.5 },
        hero: { fit: [210, 210] },
        fills: 0.54,
        aside: -0.1,
        lights: [windowLight(-62, 30, 2600, 0, { kelvin: 5000, gobo: { kind: 'window', distance: 1900, scale: 0.9 } })],
        environment: { kind: 'window', power: -1.3, kelvin: 5600, azimuth: -60 },
        ground: of('cork', '#c79b68'),
        backdrop: { kind: 'wall', distance: 640, material: of('plaster', '#b9d4c4', { relief: 0.3 }) },
        props: [
          prop('arch', [260, 0, -300], [240, 170, 70], of('oak', '#e0b27a')),
          prop('arch', [260, 0, -300], [150, 120, 70], of('oak', '#e88f6d')),
          prop('box', [-270, 0, -260], [140, 140, 140], of('oak', '#f1d28a'), { turn: 12 }),
          prop('sphere', [-262, 140, -262], [80, 80, 80], of('oak', '#7fa9c9')),
          prop('book', [225, 0, 60], [200, 12, 150], of('paper', '#e9685a'), { turn: -24 }),
        ],
      }),
    },
    {
      id: 'toys-confetti',
      title: 'Birthday',
      says: 'On-camera flash energy: pink, ribbon and confetti, shadow straight behind.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 4, focal: 65, fNumber: 11 },
        hero: { fit: [200, 240], relight: 0.1 },
        fills: 0.52,
        lights: [lamp('key', 'spot', [9, 26, 1300], 70, 0)],
        environment: { kind: 'studio', power: -1.5 },
        ground: of('paper', '#f48fb4'),
        backdrop: { kind: 'wall', distance: 260, material: of('paper', '#f59cbd') },
        props: [
          prop('confetti', [0, 0, 20], [520, 6, 320], of('paper', '#ffd54a'), { count: 90, seed: 4 }),
          prop('confetti', [20, 0, 0], [500, 6, 300], of('paper', '#4ac6e8'), { count: 60, seed: 9 }),
          prop('box', [-160, 0, -120], [120, 110, 110], of('paper', '#7a5bd0'), { turn: 16 }),
          prop('ribbon', [160, 0, -100], [120, 140, 90], of('satin', '#ffe16b'), { seed: 3 }),
        ],
      }),
    },
  ],
}
