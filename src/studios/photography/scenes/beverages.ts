import { glow, greenery, lamp, rimPair, sun } from './setups'
import { type Industry, of, prop, shot } from './shot'

export const beverages: Industry = {
  id: 'beverages',
  title: 'Beverages',
  scenes: [
    {
      id: 'beverages-citrus',
      title: 'Citrus pop',
      says: 'Backlight through slices and drops on yellow: cold, sour, now.',
      scene: shot({
        aspect: 4 / 5,
        lens: { tilt: 7, focal: 90, fNumber: 11 },
        hero: { fit: [80, 230] },
        fills: 0.6,
        white: 1,
        lights: [lamp('key', 'spot', [118, 54, 900], 110, 0.2), lamp('fill', 'octabox', [-52, 46, 1200], 700, -0.7)],
        environment: { kind: 'studio', power: -1.8 },
        ground: of('acrylic', '#f6c52c', { roughness: 0.1 }),
        backdrop: { kind: 'wall', distance: 480, material: of('paper', '#f8cf3f') },
        props: [
          prop('citrus', [-98, 0, -20], [90, 74, 62], of('petal', '#f08a1c'), { count: 3, seed: 1 }),
          prop('citrus', [86, 0, 14], [62, 30, 62], of('petal', '#f3b01f'), { count: 2, seed: 3 }),
          prop('ice', [100, 0, -74], [96, 60, 70], of('ice'), { count: 4, seed: 5 }),
          prop('drops', [0, 0, 60], [230, 4, 60], of('water', '#fff3c8'), { count: 36, seed: 8 }),
        ],
      }),
    },
    {
      id: 'beverages-midnight-bar',
      title: 'Last call',
      says: 'A warm back bar out of focus, a rim on each shoulder: the pour you stay for.',
      scene: shot({
        aspect: 2 / 3,
        lens: { tilt: 4, focal: 85, fNumber: 2.8, kelvin: 4300 },
        hero: { fit: [85, 290] },
        fills: 0.6,
        white: 0.7,
        lights: [
          ...rimPair(138, 22, 900, 0, { kelvin: 3800 }),
          lamp('key', 'softbox', [-36, 44, 1100], [300, 700], -0.8, { kelvin: 4000 }),
          glow([10, 60, 620], 120, 0.4, [60, 330, -1100], { kelvin: 2600 }),
        ],
        environment: { kind: 'warm-room', power: -3.6, kelvin: 3600 },
        ground: of('walnut', '#4b2d1a', { roughness: 0.08 }),
        backdrop: { kind: 'wall', distance: 1100, material: of('brick', '#5a3020') },
        props: [
          prop('vase', [-190, 0, -760], [90, 300, 90], of('glass', '#b9772b'), { seed: 1 }),
          prop('vase', [-60, 0, -820], [90, 260, 90], of('glass', '#5f7a3a'), { seed: 2 }),
          prop('vase', [190, 0, -780], [100, 330, 100], of('glass', '#c99a45'), { seed: 3 }),
          prop('ice', [110, 0, -40], [84, 40, 60], of('ice'), { count: 2, seed: 4 }),
        ],
      }),
    },
    {
      id: 'beverages-polar',
      title: 'Polar',
      says: 'Snow, clear ice and a bright field behind: the temperature is in the picture.',
      scene: shot({
        aspect: 3 / 4,
        lens: { tilt: 5, focal: 100, fNumber: 11, kelvin: 5600 },
        hero: { fit: [80, 220] },
        fills: 0.58,
        white: 0.82,
        lights: [
          lamp('key', 'softbox', [-110, 38, 900], [500, 700], 0, { kelvin: 6200 }),
          lamp('rim', 'strip', [120, 28, 800], [100, 600], -0.6, { kelvin: 7500 }),
          lamp('background', 'softbox', [0, 55, 900], [900, 400], -0.2, { aim: [0, 180, -700], kelvin: 6300 }),
        ],
        environment: { kind: 'overcast', power: -1.4, kelvin: 6200 },
        ground: of('snow', '#eef4f8', { relief: 1.6 }),
        backdrop: { kind: 'wall', distance: 700, material: of('paper', '#c6dbe8') },
        props: [
          prop('ice', [-100, 0, -30], [100, 76, 90], of('ice'), { count: 4, seed: 2 }),
          prop('ice', [104, 0, -70], [120, 110, 90], of('ice'), { count: 6, seed: 6 }),
          prop('ice', [96, 0, 44], [60, 30, 50], of('ice'), { count: 2, seed: 9 }),
        ],
      }),
    },
    {
      id: 'beverages-picnic',
      title: 'Picnic',
      says: 'Grass, checked light under a tree and berries in reach: summer by the bottle.',
      scene: shot({
        aspect: 1,
        lens: { tilt: 9, focal: 70, fNumber: 3.5 },
        hero: { fit: [90, 230] },
        fills: 0.58,
        aside: -0.08,
        white: 1.25,
        lights: [
          sun(-122, 40, 0, { kelvin: 4900, gobo: { kind: 'leaves', distance: 1500, scale: 1.2, seed: 2 } }, 4500),
          lamp('fill', 'octabox', [30, 30, 1500], 900, -1.5),
        ],
        environment: { kind: 'sky', power: -1.3, kelvin: 6500 },
        ground: of('grass', '#6f9440'),
        backdrop: { kind: 'wall', distance: 2200, material: greenery('#73895a', '#bccb97', 6) },
        props: [
          prop('slab', [30, 0, -10], [340, 0.5, 220], of('linen', '#f0e3cf')),
          prop('bowl', [135, 0.5, -60], [120, 54, 120], of('ceramic', '#f7f4ec')),
          prop('berries', [135, 28, -60], [80, 30, 80], of('petal', '#c22b3d'), { count: 16, seed: 3 }),
          prop('grass-tuft', [-190, 0, -160], [130, 150, 90], of('grass', '#7fa548'), { count: 50, seed: 5 }),
        ],
      }),
    },
  ],
}
