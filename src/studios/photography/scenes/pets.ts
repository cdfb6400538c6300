import { greenery, lamp, sun, windowLight } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const pets: Industry = {
  id: 'pets',
  title: 'Pets',
  scenes: [
    {
      id: 'pets-rug',
      title: 'On the rug',
      says: 'Camera at nose height on a warm floor: the room as the dog knows it.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 3, focal: 45, fNumber: 2.8, kelvin: 5000 },
        hero: { fit: [240, 260], at: [0, 12, 60] },
        fills: 0.52,
        aside: 0.06,
        lights: [windowLight(64, 28, 2000, 0, { kelvin: 4800 })],
        environment: { kind: 'warm-room', power: -1.5, kelvin: 5000, azimuth: 60 },
        ground: of('oak', '#b98c5b'),
        backdrop: { kind: 'wall', distance: 1300, material: of('plaster', '#dccbb2', { relief: 0.5 }) },
        props: [
          prop('disc', [0, 0, 0], [1200, 12, 900], of('wool', '#e7ddca', { scale: 1.4 })),
          prop('cushion', [-420, 0, -620], [620, 190, 420], of('wool', '#8e6f58')),
          prop('sphere', [230, 12, 100], [62, 62, 62], of('wool', '#cddc4a')),
        ],
      }),
    },
    {
      id: 'pets-biscuit',
      title: 'Dinner is loud',
      says: 'Teal paper, a full bowl and wide open light: cheerful as a wagging tail.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 15, focal: 60, fNumber: 13 },
        hero: { fit: [200, 270], relight: 0.2 },
        fills: 0.54,
        lights: [lamp('key', 'octabox', [-18, 58, 1500], 700, 0)],
        environment: { kind: 'studio', power: -1.6 },
        ground: of('paper', '#2aa6a0'),
        backdrop: { kind: 'sweep', distance: 420, radius: 220 },
        props: [
          prop('bowl', [165, 0, 20], [140, 56, 140], of('ceramic', '#f4e04f')),
          prop('beans', [165, 36, 20], [108, 24, 108], of('wax', '#9b5d2e'), { count: 60, seed: 3 }),
          prop('beans', [-60, 0, 110], [220, 10, 60], of('wax', '#9b5d2e'), { count: 14, seed: 6 }),
          prop('cylinder', [-165, 0, -110], [110, 60, 110], of('paper', '#f2765a')),
        ],
      }),
    },
    {
      id: 'pets-garden',
      title: 'Back garden',
      says: 'Low sun through grass, out-of-focus hedge: somebody is about to run in.',
      scene: shot({
        aspect: 3 / 4,
        lens: { tilt: 5, focal: 105, fNumber: 2.8, kelvin: 5000 },
        hero: { fit: [220, 250] },
        fills: 0.5,
        white: 1.3,
        lights: [sun(-118, 20, 0, { kelvin: 4200 }, 5000), lamp('fill', 'octabox', [35, 34, 2000], 1400, -1)],
        environment: { kind: 'sky', power: -1.4, kelvin: 6200, azimuth: -140 },
        ground: of('grass', '#7a9a45'),
        backdrop: { kind: 'wall', distance: 4200, material: greenery('#6c7d55', '#b4c491', 8) },
        props: [
          prop('grass-tuft', [-200, 0, -160], [190, 180, 140], of('grass', '#88a84a'), { count: 60, seed: 2 }),
          prop('grass-tuft', [230, 0, -300], [240, 220, 160], of('grass', '#7fa044'), { count: 70, seed: 7 }),
          prop('sphere', [175, 0, 70], [66, 66, 66], of('wool', '#d64f35')),
        ],
      }),
    },
  ],
}
