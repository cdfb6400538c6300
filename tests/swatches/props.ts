import type { MadeKind } from '../../src/core/scene/document'

interface Order {
  readonly size: [number, number, number]
  readonly material: object
  readonly more?: object
}
const order = (size: [number, number, number], kind: string, colour?: [number, number, number], more: object = {}): Order => ({
  size,
  material: { kind, colour: colour ?? null },
  more,
})

/** Each prop as a scene would ask for it. */
export const ordered: Record<MadeKind, Order> = {
  box: order([100, 100, 100], 'plaster'),
  cylinder: order([120, 80, 120], 'marble'),
  disc: order([160, 20, 160], 'oak'),
  sphere: order([100, 100, 100], 'stone'),
  arch: order([110, 130, 40], 'plaster', [222, 190, 170]),
  'half-arch': order([90, 130, 40], 'concrete'),
  steps: order([120, 90, 110], 'plaster', [196, 205, 200]),
  plinth: order([90, 130, 90], 'stone'),
  wedge: order([140, 60, 100], 'concrete'),
  ring: order([130, 130, 18], 'gold'),
  cone: order([80, 130, 80], 'plaster', [210, 160, 140]),
  slab: order([170, 18, 120], 'marble'),
  frame: order([110, 140, 12], 'walnut'),
  tray: order([170, 16, 110], 'oak'),
  bowl: order([140, 60, 140], 'ceramic'),
  vase: order([90, 150, 90], 'ceramic', [190, 150, 130]),
  drape: order([180, 26, 150], 'linen'),
  stone: order([140, 80, 110], 'stone'),
  pebbles: order([170, 22, 130], 'stone', [150, 148, 142]),
  petals: order([170, 10, 140], 'petal', undefined, { count: 24 }),
  leaves: order([170, 12, 140], 'leaf'),
  eucalyptus: order([180, 25, 90], 'leaf', [128, 152, 136]),
  'palm-leaf': order([180, 30, 110], 'leaf', [70, 118, 60]),
  'grass-tuft': order([70, 130, 70], 'leaf', [120, 140, 70]),
  branch: order([180, 60, 90], 'oak', [110, 90, 74]),
  ice: order([160, 34, 120], 'ice'),
  drops: order([160, 3, 120], 'water', undefined, { count: 60 }),
  citrus: order([150, 60, 110], 'wax', [244, 164, 36], { count: 4 }),
  berries: order([140, 20, 110], 'wax', [150, 24, 40], { count: 20 }),
  beans: order([120, 10, 100], 'wax', [84, 50, 30], { count: 60 }),
  book: order([110, 26, 150], 'linen', [88, 104, 112]),
  candle: order([60, 90, 60], 'wax'),
  curtain: order([150, 150, 30], 'linen'),
  column: order([80, 160, 80], 'marble'),
  log: order([170, 70, 70], 'oak'),
  sticks: order([140, 30, 60], 'walnut', [140, 84, 50], { count: 7 }),
  cushion: order([150, 50, 150], 'linen', [200, 170, 150]),
  pencils: order([150, 8, 90], 'wax', [230, 180, 50], { count: 5 }),
  ribbon: order([170, 40, 90], 'satin', [190, 60, 70]),
  confetti: order([170, 6, 140], 'paper', [230, 170, 90], { count: 80 }),
}
