import { bounce, glow, lamp, sun } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const watches: Industry = {
  id: 'watches',
  title: 'Watches',
  scenes: [
    {
      id: 'watches-slate',
      title: 'Slate and strip',
      says: 'A long strip overhead lays one clean highlight along the case; riven slate keeps the rest quiet.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 10, focal: 120, fNumber: 14 },
        hero: { fit: [52, 82], at: [0, 12, 0] },
        fills: 0.54,
        white: 0.95,
        lights: [
          lamp('key', 'strip', [20, 74, 420], [420, 90], 0),
          lamp('rim', 'strip', [-110, 24, 420], [60, 320], -0.3, { kelvin: 6200 }),
        ],
        cards: [bounce('silver', 62, 190, 120, 160)],
        environment: { kind: 'studio', power: -3.6, kelvin: 6000 },
        ground: of('slate', '#3b3f45', { scale: 0.6 }),
        backdrop: { kind: 'wall', distance: 260, material: of('paper', '#2a2e34') },
        props: [prop('slab', [0, 0, 0], [120, 12, 70], of('slate', '#4a4f56', { scale: 0.6, seed: 3 }), { turn: -8 })],
      }),
    },
    {
      id: 'watches-aviator',
      title: "The pilot's desk",
      says: 'Blinds across walnut and old leather: late light for a watch with a story.',
      scene: shot({
        aspect: 3 / 4,
        lens: { tilt: 18, focal: 75, fNumber: 5.6, kelvin: 4800 },
        hero: { fit: [54, 84] },
        fills: 0.52,
        white: 1.35,
        lights: [sun(-64, 30, 0, { kelvin: 3900, gobo: { kind: 'blinds', distance: 520, scale: 0.35, turn: 12 } })],
        environment: { kind: 'warm-room', power: -2.4, kelvin: 4600, azimuth: -60 },
        ground: of('walnut', '#744a2c', { scale: 0.7 }),
        backdrop: { kind: 'wall', distance: 330, material: of('planks', '#4e3826') },
        props: [
          prop('book', [-104, 0, -84], [96, 22, 130], of('leather', '#8a5230', { scale: 0.6 }), { turn: 14 }),
          prop('tray', [82, 0, -66], [84, 10, 84], of('leather', '#3d2a1e', { scale: 0.6 })),
          prop('ring', [82, 10, -66], [34, 34, 5], of('gold', undefined, { roughness: 0.3 }), { turn: 40 }),
          prop('pencils', [68, 0, 34], [80, 5, 12], of('walnut', '#23201d'), { turn: 28, count: 1 }),
        ],
      }),
    },
    {
      id: 'watches-ice-steel',
      title: 'Ice blue steel',
      says: 'Brushed steel under a broad cool light: the dial becomes the darkest, sharpest thing there.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 13, focal: 105, fNumber: 13 },
        hero: { fit: [50, 80] },
        fills: 0.6,
        white: 0.85,
        lights: [
          lamp('key', 'octabox', [-24, 58, 560], 420, 0, { kelvin: 6100 }),
          glow([20, 42, 360], 60, -0.2, [0, 70, -300], { kelvin: 7000 }),
        ],
        environment: { kind: 'studio', power: -2, kelvin: 6200 },
        ground: of('brushed-metal', '#c5ccd3', { roughness: 0.32 }),
        backdrop: { kind: 'wall', distance: 300, material: of('paper', '#a9bccb') },
        props: [
          prop('ice', [-58, 0, -44], [36, 32, 36], of('ice'), { seed: 3, count: 1 }),
          prop('ice', [56, 0, -60], [46, 44, 40], of('ice'), { seed: 7, count: 1, turn: 30 }),
        ],
      }),
    },
  ],
}
