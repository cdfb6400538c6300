import { lamp, loopLight, sun } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const footwear: Industry = {
  id: 'footwear',
  title: 'Footwear',
  scenes: [
    {
      id: 'footwear-asphalt',
      title: 'Asphalt at dawn',
      says: 'Low camera, sun behind and to the side: the sole bites, the street stretches.',
      scene: shot({
        aspect: 16 / 9,
        lens: { tilt: 3, focal: 40, fNumber: 4, kelvin: 4900 },
        hero: { fit: [300, 150] },
        fills: 0.5,
        lift: 0.7,
        lights: [sun(118, 17, 0, { kelvin: 3600 }, 5000), lamp('fill', 'softbox', [-40, 30, 1600], [900, 700], -1.4, { kelvin: 5600 })],
        environment: { kind: 'sunset', power: -2, kelvin: 5200, azimuth: 118 },
        ground: of('asphalt', '#5a5856'),
        backdrop: { kind: 'wall', distance: 2600, material: of('brick', '#96604a') },
        props: [prop('slab', [0, 0, -1500], [3200, 130, 500], of('concrete', '#8d8a84'))],
      }),
    },
    {
      id: 'footwear-concrete',
      title: 'Cast concrete',
      says: 'A raw slab under it and a strip behind it: the upper separates, the weight is felt.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 8, focal: 85, fNumber: 11 },
        hero: { fit: [300, 160], at: [0, 70, 0] },
        fills: 0.46,
        lift: 0.3,
        white: 0.72,
        lights: [...loopLight(-48, 1200, 700, 2.2), lamp('rim', 'strip', [136, 58, 900], [140, 700], 0)],
        environment: { kind: 'studio', power: -2.8 },
        ground: of('concrete', '#8b8d8e', { scale: 1.4 }),
        backdrop: { kind: 'wall', distance: 700, material: of('concrete', '#9a9c9d', { scale: 1.6 }) },
        props: [
          prop('slab', [0, 0, 0], [360, 70, 200], of('concrete', '#b3b4b2'), { turn: -6 }),
          prop('box', [205, 0, -230], [130, 250, 130], of('concrete', '#84878a'), { turn: 18 }),
        ],
      }),
    },
    {
      id: 'footwear-court',
      title: 'Court colour',
      says: 'Hard light, one loud colour and a ramp: the energy of a drop poster.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 6, focal: 70, fNumber: 13 },
        hero: { fit: [290, 170], at: [0, 45, 0], relight: 0.2 },
        fills: 0.4,
        lift: 0.45,
        lights: [lamp('key', 'spot', [52, 44, 2600], 90, 0)],
        environment: { kind: 'studio', power: -1.8 },
        ground: of('paper', '#f26a2e'),
        backdrop: { kind: 'sweep', distance: 520, radius: 260 },
        props: [
          prop('box', [0, 0, 0], [330, 45, 170], of('acrylic', '#f7d23e', { roughness: 0.5 })),
          prop('wedge', [-140, 0, -250], [200, 170, 160], of('paper', '#d94f1b'), { turn: 20 }),
          prop('cylinder', [135, 0, -230], [110, 260, 110], of('paper', '#2f4bd0')),
        ],
      }),
    },
    {
      id: 'footwear-trail',
      title: 'Trail stop',
      says: 'Moss, bark and a flat grey sky: boots look best where they get dirty.',
      scene: shot({
        aspect: 4 / 3,
        lens: { tilt: 6, focal: 60, fNumber: 4 },
        hero: { fit: [300, 220], at: [0, 60, 0] },
        fills: 0.54,
        lights: [lamp('key', 'octabox', [-100, 48, 2200], 1600, 0, { kelvin: 6200 })],
        environment: { kind: 'overcast', power: -0.9, kelvin: 6200 },
        ground: of('moss', '#5c6b36', { relief: 1.4 }),
        backdrop: { kind: 'wall', distance: 1700, material: of('grass', '#4a5a3a', { scale: 3 }) },
        props: [
          prop('stone', [0, 0, 0], [420, 60, 260], of('stone', '#7d7b74'), { seed: 4 }),
          prop('log', [160, 0, -380], [620, 150, 150], of('oak', '#6b5138'), { turn: -14, seed: 2 }),
          prop('grass-tuft', [-290, 0, -190], [160, 230, 120], of('grass', '#6f8040'), { seed: 3, count: 40 }),
          prop('leaves', [-210, 0, 150], [180, 10, 100], of('leaf', '#a8662e'), { seed: 6, count: 9 }),
        ],
      }),
    },
  ],
}
