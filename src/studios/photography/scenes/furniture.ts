import { lamp, sun, windowLight } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const furniture: Industry = {
  id: 'furniture',
  title: 'Furniture',
  scenes: [
    {
      id: 'furniture-loft',
      title: 'Loft',
      says: 'Tall windows, whitewashed brick and wide boards: room to imagine the rest.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 6, focal: 38, fNumber: 8 },
        hero: { fit: [900, 900] },
        fills: 0.48,
        lift: 0.72,
        white: 1.5,
        lights: [windowLight(-76, 26, 4200, 0, { kelvin: 5800, gobo: { kind: 'window', distance: 2800, scale: 1.6 } })],
        environment: { kind: 'window', power: -1.2, kelvin: 5800, azimuth: -80 },
        ground: of('planks', '#a98a64', { scale: 1.3 }),
        backdrop: { kind: 'wall', distance: 1300, material: of('brick', '#eeebe4', { accent: [201, 196, 187] }) },
        props: [
          prop('vase', [820, 0, -760], [260, 420, 260], of('ceramic', '#77736b', { roughness: 0.85 })),
          prop('palm-leaf', [820, 380, -760], [800, 1000, 600], of('leaf', '#56704c'), { seed: 2, count: 7 }),
          prop('frame', [-760, 0, -1180], [700, 950, 40], of('oak', '#7a5d3f'), { turn: 5 }),
        ],
      }),
    },
    {
      id: 'furniture-cyclorama',
      title: 'Warm cyclorama',
      says: 'One huge octabox on a warm grey cove: form, cover and legs, without a room to date them.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 7, focal: 85, fNumber: 11 },
        hero: { fit: [900, 900] },
        fills: 0.58,
        white: 1.05,
        lights: [lamp('key', 'octabox', [-44, 46, 3600], 1900, 0), lamp('fill', 'softbox', [70, 24, 4200], [1800, 1800], -1.9)],
        environment: { kind: 'studio', power: -2 },
        ground: of('paper', '#cbc4b9'),
        backdrop: { kind: 'sweep', distance: 2200, radius: 1200 },
      }),
    },
    {
      id: 'furniture-terrazzo',
      title: 'Afternoon on terrazzo',
      says: 'A band of sun crosses floor and ochre wall: mid-century, without the costume.',
      scene: shot({
        aspect: 16 / 9,
        lens: { tilt: 4, focal: 50, fNumber: 9, kelvin: 5000 },
        hero: { fit: [1000, 880], relight: 0.2 },
        fills: 0.58,
        aside: 0.1,
        lights: [sun(54, 28, 0, { kelvin: 4300, gobo: { kind: 'window', distance: 3200, scale: 1.4, turn: -12 } })],
        environment: { kind: 'window', power: -1.7, kelvin: 5600, azimuth: 60 },
        ground: of('terrazzo', '#e0d8ca', { roughness: 0.5 }),
        backdrop: { kind: 'wall', distance: 1000, material: of('plaster', '#c98f3d', { relief: 0.5, scale: 2 }) },
        props: [
          prop('disc', [0, 0, -40], [1900, 10, 1500], of('wool', '#e9e1d0', { scale: 2 })),
          prop('plinth', [-950, 0, -420], [380, 520, 380], of('walnut', '#704a2d')),
          prop('vase', [-950, 520, -420], [180, 300, 180], of('ceramic', '#2f4a4a')),
          prop('cylinder', [1080, 0, -560], [420, 300, 420], of('leather', '#8d4a28')),
        ],
      }),
    },
  ],
}
