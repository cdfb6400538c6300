import { row, type Setting } from './setting'
import type { LightWish } from './wish'

const SHARP = { sets: { camera: { fNumber: 16 } }, what: 'Closes the lens to f/16: all is sharp.' }

/** Lens, depth, camera height, frame, exposure and pose. */
export const CAMERA_SETTINGS: readonly Setting[] = [
  row('wide|wide angle|wide lens|wide angle lens', { camera: { focal: 28 } }, 'A wide lens, 28 mm.'),
  row('normal lens|standard lens', { camera: { focal: 50 } }, 'A normal lens, 50 mm.'),
  row('portrait lens|short tele', { camera: { focal: 85 } }, 'A short telephoto lens, 85 mm.'),
  row('macro|macro lens', { camera: { focal: 100 }, margin: 0.05 }, 'A 100 mm macro lens, close to the product.'),
  row('tele|telephoto|telephoto lens|long lens|compressed', { camera: { focal: 135 } }, 'A telephoto lens, 135 mm.'),
  row('close up|closeup|close crop|tight|tight crop|fill frame', { margin: 0.05 }, 'Comes close: the product fills the frame.'),
  row('negative space|copy space|room for text|space for text|small in frame', { margin: 0.28 }, 'Steps back: room around the product.'),
  row(
    'blur|blurry|bokeh|blurred background|blurry background|background blur|soft background|shallow depth of field|shallow depth|shallow focus|shallow|out of focus|out of focus background',
    { camera: { fNumber: 2.8 } },
    'Opens the lens to f/2.8: the background blurs.',
    SHARP,
  ),
  row(
    'sharp|deep focus|all sharp|everything sharp|everything in focus|great depth of field|deep depth of field|sharp background',
    SHARP.sets,
    SHARP.what,
  ),
  row('eye level|straight on|frontal|head on|front view|level', { camera: { tilt: 2 } }, 'The camera at the product’s own height.'),
  row(
    'slightly from above|slightly above|seen slightly from above|little from above|bit from above|slightly high',
    { camera: { tilt: 15 } },
    'The camera looks down a little, 15°.',
  ),
  row('three quarter view|three quarter', { camera: { tilt: 30 } }, 'The camera looks down 30°.'),
  row(
    'seen from above|view from above|viewed from above|shot from above|high angle|camera above|camera high|high camera|looking down',
    { camera: { tilt: 45 } },
    'The camera looks down 45°.',
  ),
  row(
    'top down|top view|overhead|overhead shot|birds eye|bird eye|bird s eye|bird s eye view|straight from above|directly from above',
    { camera: { tilt: 90 } },
    'The camera looks straight down.',
  ),
  row(
    'flat lay|flatlay|knolling|flat lays',
    { camera: { tilt: 90 }, pose: 'lying' },
    'Flat lay: the product lies, the camera looks straight down.',
  ),
  row(
    'low angle|from below|seen from below|worm s eye|heroic|hero angle|camera low|low camera',
    { camera: { tilt: -8 } },
    'The camera looks up from low down.',
  ),
  row('square|square crop|square format', { aspect: 1 }, 'A square frame.'),
  row('portrait|portrait format|vertical|upright format', { aspect: 0.8 }, 'An upright frame, 4:5.'),
  row('landscape|landscape format|horizontal', { aspect: 1.5 }, 'A landscape frame, 3:2.'),
  row('story|reel|tall format', { aspect: 0.5625 }, 'A tall frame, 9:16.'),
  row('banner|panorama|panoramic', { aspect: 3 }, 'A banner, 3:1.'),
  row('widescreen|cinematic', { aspect: 16 / 9 }, 'A wide frame, 16:9.'),
  row('brighter|bright|lighter', { camera: { exposure: 0.7 } }, 'Exposes 2/3 stop more.'),
  row('much brighter|very bright', { camera: { exposure: 1.5 } }, 'Exposes 1.5 stops more.'),
  row('darker|dim|dimmer', { camera: { exposure: -0.7 } }, 'Exposes 2/3 stop less.'),
  row('much darker|very dark', { camera: { exposure: -1.5 } }, 'Exposes 1.5 stops less.'),
  row('normal exposure|correct exposure', { camera: { exposure: 0 } }, 'Normal exposure.'),
  row('standing|upright', { pose: 'standing' }, 'The product stands.'),
  row('lying|lying down|laid flat', { pose: 'lying' }, 'The product lies.'),
  row('hanging|suspended', { pose: 'hanging' }, 'The product hangs.'),
  row('floating|levitating|in air|mid air|hovering', { pose: 'floating' }, 'The product floats.'),
]

/** Directions, as the camera sees them. 0° = from the camera, 90° = from the right, 180° = from behind. */
export const SIDES: readonly (readonly [says: string, from: Pick<LightWish, 'azimuth' | 'elevation'>, name: string])[] = [
  ['left|on left|left side|left hand side|to left|camera left|left of', { azimuth: -70 }, 'the left'],
  ['right|on right|right side|right hand side|to right|camera right|right of', { azimuth: 70 }, 'the right'],
  ['front|in front|frontally|foreground|in foreground', { azimuth: 0 }, 'the front'],
  ['behind|back|rear', { azimuth: 180 }, 'behind'],
  ['above|top|overhead light|high', { elevation: 75 }, 'above'],
  ['below|underneath|low', { elevation: -10 }, 'below'],
  ['front left|left front', { azimuth: -40 }, 'the front left'],
  ['front right|right front', { azimuth: 40 }, 'the front right'],
  ['back left|behind left|rear left|left back|left rear|left behind', { azimuth: -130 }, 'behind on the left'],
  ['back right|behind right|rear right|right back|right rear|right behind', { azimuth: 130 }, 'behind on the right'],
  ['top left|upper left|above left|left above|high left', { azimuth: -60, elevation: 55 }, 'above on the left'],
  ['top right|upper right|above right|right above|high right', { azimuth: 60, elevation: 55 }, 'above on the right'],
]
