import { row, type Setting } from './setting'
import type { LightWish, Wish } from './wish'

const SOFT: LightWish = { kind: 'softbox', size: 3, away: 4 }
/** Also what “no shadow” asks for. */
export const VERY_SOFT = {
  sets: { key: { kind: 'octabox', size: 5, away: 5 }, environment: { power: -0.3 } },
  what: 'Very soft light: shadows nearly vanish.',
} as const
const HARD: LightWish = { kind: 'spot', size: 0.25, away: 8 }
const SUN: LightWish = { kind: 'sun', size: 0.25, away: 20 }
const DARK: Wish['backdrop'] = { as: 'wall', material: { kind: 'paper', colour: [26, 26, 28] } }
const PURE: Wish['backdrop'] = { as: 'seamless', material: { kind: 'paper', colour: [246, 246, 244] } }

const LIGHT: readonly Setting[] = [
  row('soft|softer|diffuse|diffused|gentle', { key: SOFT, environment: { power: -1.5 } }, 'Soft light: a large softbox near the product.'),
  row('very soft|shadowless|even|flat light|beauty light', VERY_SOFT.sets, VERY_SOFT.what),
  row(
    'hard|harder|harsh|crisp|direct',
    { key: HARD, environment: { power: -3 } },
    'Hard light: a small source far away, shadows with sharp edges.',
  ),
  row(
    'dramatic|chiaroscuro|high contrast|contrasty',
    { key: { ...HARD, size: 0.6, azimuth: -75, elevation: 30 }, fill: { on: false }, environment: { power: -5 } },
    'Dramatic light: one light from the side, shadows left dark.',
  ),
  row(
    'low key|moody|mysterious|dark and moody|dark',
    { key: { kind: 'strip', size: 1.5, away: 4 }, fill: { on: false }, environment: { power: -5 }, backdrop: DARK },
    'Low key: a narrow light, no fill, a dark wall.',
  ),
  row(
    'high key|bright and airy|airy',
    { key: SOFT, fill: { on: true }, environment: { power: 0 }, backdrop: PURE },
    'High key: light from all around, a white sweep.',
  ),
  row('rim|rim light|edge light|rim lit|hair light|kicker|contour light', { rim: { on: true } }, 'Adds a rim light behind the product.', {
    sets: { rim: { on: false } },
    what: 'Switches rim lights off.',
  }),
  row('fill|fill light', { fill: { on: true } }, 'Adds a fill light on the other side.', {
    sets: { fill: { on: false } },
    what: 'Switches fill lights off.',
  }),
  row(
    'back lit|backlit|backlight|back light|contre jour',
    { key: { azimuth: 170, elevation: 35 }, environment: { power: -1 } },
    'Backlit: the key light stands behind.',
  ),
  row('side lit|sidelit|side light', { key: { azimuth: -90, elevation: 20 } }, 'Light from the side.'),
  row('butterfly|paramount', { key: { azimuth: 0, elevation: 55 } }, 'The key light high over the camera.'),
  row('rembrandt', { key: { azimuth: -50, elevation: 45 } }, 'The key light high at one side.'),
  row('long shadow', { key: { elevation: 14 } }, 'Long shadows: the key light stands low.'),
  row('short shadow', { key: { elevation: 65 } }, 'Short shadows: the key light stands high.'),
  row('softbox', { key: { kind: 'softbox', size: 2 } }, 'The key light is a softbox.'),
  row('octabox|beauty dish', { key: { kind: 'octabox', size: 2 } }, 'The key light is an octabox.'),
  row('strip|striplight|strip light|strip box', { key: { kind: 'strip', size: 1.5 } }, 'The key light is a strip.'),
  row('spot|spotlight|fresnel', { key: HARD }, 'The key light is a spot.'),
  row('bare bulb|bulb', { key: { kind: 'bare-bulb', size: 0.25 } }, 'The key light is a bare bulb.'),
  row(
    'natural|natural light|window light|daylight|day light',
    { key: { kind: 'window', size: 3, away: 5, kelvin: 5600 }, environment: { kind: 'window', power: -2, kelvin: 5800 } },
    'Daylight through a window.',
  ),
]

const TIMES: readonly Setting[] = [
  row(
    'golden hour|sunset|sundown',
    { key: { ...SUN, elevation: 12, kelvin: 3300 }, environment: { kind: 'sunset', power: -2.2, kelvin: 5500 }, camera: { kelvin: 5200 } },
    'Golden hour: a low sun of 3,300 K.',
  ),
  row(
    'sunrise|dawn',
    { key: { ...SUN, elevation: 9, kelvin: 3800 }, environment: { kind: 'sunset', power: -2, kelvin: 7000 }, camera: { kelvin: 5400 } },
    'Sunrise: a low sun of 3,800 K under a cool sky.',
  ),
  row(
    'morning|breakfast',
    { key: { elevation: 22, kelvin: 4700 }, environment: { kind: 'window', power: -1.7, kelvin: 6200 }, camera: { kelvin: 5300 } },
    'Morning: light of 4,700 K from low down.',
  ),
  row(
    'noon|midday',
    { key: { ...SUN, elevation: 75, kelvin: 5600 }, environment: { kind: 'sky', power: -2, kelvin: 7500 } },
    'Noon: the sun high above.',
  ),
  row(
    'afternoon',
    { key: { elevation: 40, kelvin: 5000 }, environment: { kind: 'sky', power: -1.8, kelvin: 6200 } },
    'Afternoon: light of 5,000 K from half high.',
  ),
  row(
    'evening|dusk',
    { key: { elevation: 15, kelvin: 3000 }, environment: { kind: 'warm-room', power: -3, kelvin: 3600 }, camera: { kelvin: 4200 } },
    'Evening: light of 3,000 K in a dim warm room.',
  ),
  row(
    'night|nighttime|at night',
    { environment: { kind: 'night', power: -5, kelvin: 7500 }, key: { kelvin: 6500 } },
    'Night: next to nothing but the lights.',
  ),
  row(
    'blue hour|twilight',
    { key: { kelvin: 8500 }, environment: { kind: 'sky', power: -2.5, kelvin: 11_000 } },
    'Blue hour: light of 8,500 K under a blue sky.',
  ),
  row(
    'candle light|candlelight|candle lit|candlelit',
    {
      key: { kind: 'bare-bulb', size: 0.2, away: 2, elevation: 10, kelvin: 1900 },
      environment: { kind: 'night', power: -4.5, kelvin: 2400 },
      camera: { kelvin: 3200 },
    },
    'Candle-light: a small warm flame of 1,900 K.',
  ),
  row(
    'tungsten|lamp light|lamplight|incandescent',
    { key: { kelvin: 2900 }, environment: { kind: 'warm-room', power: -2.5, kelvin: 3000 }, camera: { kelvin: 4000 } },
    'Lamp light of 2,900 K.',
  ),
  row(
    'neon|cyberpunk|nightclub',
    {
      key: { kind: 'strip', size: 2, away: 4, kelvin: 2200 },
      rim: { on: true, kelvin: 15_000 },
      environment: { kind: 'night', power: -5, kelvin: 12_000 },
      backdrop: DARK,
    },
    'Neon: a warm strip against a cold one, at night.',
  ),
  row(
    'overcast|cloudy|open shade',
    {
      key: { kind: 'octabox', size: 6, away: 6, elevation: 60, kelvin: 6500 },
      environment: { kind: 'overcast', power: -0.5, kelvin: 6500 },
    },
    'Overcast: light from the whole sky, 6,500 K.',
  ),
  row(
    'sun|sunny|sunlight|sunlit|sunshine|direct sun',
    { key: { ...SUN, kelvin: 5400 }, environment: { kind: 'sky', power: -2, kelvin: 7000 } },
    'Sunshine: small, hard, 5,400 K, with a blue sky.',
  ),
  row('warm|warmer|warm light|warm white', { key: { kelvin: 3900 } }, 'A warm key light, 3,900 K.'),
  row('cool|cooler|cold|cool light|cold light|icy', { key: { kelvin: 7500 } }, 'A cool key light, 7,500 K.'),
  row('neutral|neutral light|white light', { key: { kelvin: 5500 }, camera: { kelvin: 5500 } }, 'Neutral light, 5,500 K.'),
]

const MOODS: readonly Setting[] = [
  row(
    'clean|minimal|minimalist|minimalistic|catalogue|catalog|packshot',
    { key: SOFT, environment: { power: -0.7 }, backdrop: PURE, noProps: true },
    'Clean: soft light, a white sweep, nothing else.',
  ),
  row(
    'luxury|luxurious|premium|elegant|opulent',
    {
      surface: { kind: 'acrylic', colour: [18, 18, 20] },
      backdrop: DARK,
      key: { kind: 'strip', size: 2, away: 4 },
      rim: { on: true },
      environment: { power: -4 },
    },
    'Luxury: black acrylic, a dark wall, strip and rim light.',
  ),
  row(
    'fresh|airy fresh|vibrant',
    { key: { ...SOFT, kelvin: 6000 }, environment: { kind: 'sky', power: -0.8, kelvin: 6800 } },
    'Fresh: bright cool daylight, 6,000 K.',
  ),
  row(
    'cosy|cozy|hygge|homely|inviting',
    { key: { ...SOFT, kelvin: 3600 }, environment: { kind: 'warm-room', power: -2.2, kelvin: 3600 }, camera: { kelvin: 4600 } },
    'Cosy: soft light of 3,600 K in a warm room.',
  ),
  row(
    'romantic|dreamy|ethereal',
    { key: { ...SOFT, azimuth: 140, elevation: 35, kelvin: 4500 }, environment: { power: -0.8 }, camera: { fNumber: 2.8 } },
    'Dreamy: soft light from behind, little depth.',
  ),
  row(
    'rustic|farmhouse|vintage',
    { surface: { kind: 'planks' }, key: { kind: 'window', size: 3, away: 5, kelvin: 4800 }, environment: { kind: 'window', power: -2.3 } },
    'Rustic: planks and window light.',
  ),
  row(
    'industrial|urban',
    {
      surface: { kind: 'concrete' },
      backdrop: { as: 'wall', material: { kind: 'concrete' } },
      key: { ...HARD, size: 0.8 },
      environment: { power: -2.5 },
    },
    'Industrial: concrete and a hard light.',
  ),
  row(
    'tropical|summer vibe',
    { gobo: { kind: 'palm' }, key: { ...SUN, elevation: 45, kelvin: 5400 }, environment: { kind: 'sky', power: -2, kelvin: 6800 } },
    'Tropical: sun through palm leaves.',
  ),
  row(
    'summer|summery',
    { key: { ...SUN, elevation: 50, kelvin: 5400 }, environment: { kind: 'sky', power: -1.8, kelvin: 6800 } },
    'Summer: a high sun and a blue sky.',
  ),
  row(
    'beach|seaside',
    { surface: { kind: 'sand' }, key: { ...SUN, elevation: 45, kelvin: 5300 }, environment: { kind: 'sky', power: -1.8, kelvin: 7000 } },
    'Beach: sand and sun.',
  ),
  row(
    'winter|wintry',
    { surface: { kind: 'snow' }, key: { kelvin: 7000 }, environment: { kind: 'overcast', power: -1, kelvin: 7500 } },
    'Winter: snow under a cold sky.',
  ),
  row(
    'forest|woodland',
    { surface: { kind: 'moss' }, gobo: { kind: 'leaves' }, key: { kelvin: 5200 } },
    'Forest: moss and light through leaves.',
  ),
  row(
    'spa|zen|wellness',
    { surface: { kind: 'stone' }, key: { ...SOFT, kelvin: 5000 }, environment: { kind: 'window', power: -1.5 } },
    'Spa: stone and soft window light.',
  ),
]

/** Light, times of day and moods. */
export const LIGHT_SETTINGS: readonly Setting[] = [...LIGHT, ...TIMES, ...MOODS]
