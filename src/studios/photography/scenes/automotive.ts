import { glow, lamp } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const automotive: Industry = {
  id: 'automotive',
  title: 'Automotive',
  scenes: [
    {
      id: 'automotive-lightbank',
      title: 'Overhead bank',
      says: 'One long bank above polished floor, as cars are shot: a single clean line of light.',
      scene: shot({
        aspect: 16 / 9,
        lens: { tilt: 4, focal: 70, fNumber: 11 },
        hero: { fit: [360, 260] },
        fills: 0.56,
        white: 0.95,
        lights: [lamp('key', 'softbox', [180, 78, 1300], [1600, 300], 0), lamp('fill', 'strip', [0, 22, 1900], [1200, 100], -2.2)],
        environment: { kind: 'studio', power: -4.4 },
        ground: of('concrete', '#4d4f52', { roughness: 0.12, relief: 0.2 }),
        backdrop: { kind: 'sweep', distance: 1500, radius: 700 },
      }),
    },
    {
      id: 'automotive-bench',
      title: 'Workshop bench',
      says: 'Tungsten over scratched steel, brick behind: parts for people with black fingernails.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 11, focal: 60, fNumber: 5.6, kelvin: 4000 },
        hero: { fit: [200, 260] },
        fills: 0.54,
        white: 1.15,
        lights: [
          lamp('key', 'spot', [-44, 54, 1100], 170, 0, { kelvin: 3100, spread: 70 }),
          lamp('rim', 'window', [82, 28, 1500], [500, 900], -0.7, { kelvin: 7000 }),
        ],
        environment: { kind: 'warm-room', power: -2.8, kelvin: 4000 },
        ground: of('brushed-metal', '#a9abac', { roughness: 0.6 }),
        backdrop: { kind: 'wall', distance: 620, material: of('brick', '#7a4a38') },
        props: [
          prop('box', [-210, 0, -190], [200, 120, 150], of('brushed-metal', '#a3271f', { roughness: 0.4 }), { turn: 12 }),
          prop('cylinder', [190, 0, -150], [90, 140, 90], of('brushed-metal', '#5c6f3b', { roughness: 0.4 })),
          prop('ring', [165, 0, 60], [60, 12, 60], of('brushed-metal', '#9ea1a3', { roughness: 0.3 })),
        ],
      }),
    },
    {
      id: 'automotive-wet-night',
      title: 'Wet street',
      says: 'Rain-black asphalt carries tail-light red and neon blue up to the product.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 3, focal: 50, fNumber: 2.8 },
        hero: { fit: [250, 250], relight: 0.2 },
        fills: 0.5,
        lift: 0.7,
        white: 0.9,
        lights: [
          lamp('rim', 'strip', [-118, 16, 1500], [160, 800], 0.3, { kelvin: 14_000 }),
          lamp('rim', 'strip', [124, 16, 1500], [160, 800], 0.1, { kelvin: 1700 }),
          glow([-62, 30, 1300], 200, 0.4, [-520, 320, -1890], { kelvin: 15_000 }),
          glow([62, 30, 1300], 200, 0.1, [520, 260, -1890], { kelvin: 1700 }),
          lamp('key', 'softbox', [-14, 60, 1600], [600, 400], -0.9, { kelvin: 6000 }),
        ],
        environment: { kind: 'night', power: -3.2, kelvin: 8000 },
        ground: of('asphalt', '#2b2d30', { roughness: 0.14 }),
        backdrop: { kind: 'wall', distance: 1900, material: of('concrete', '#4a4f57', { scale: 2 }) },
        props: [prop('column', [560, 0, -1500], [160, 2400, 160], of('brushed-metal', '#4a4e55'))],
      }),
    },
  ],
}
