/** Sizes and places in CSS px unless a name says otherwise. */
export interface Size {
  readonly width: number
  readonly height: number
}
export interface Place {
  readonly x: number
  readonly y: number
}
export interface Frame extends Size {
  readonly left: number
  readonly top: number
}

/** What the stage shows: the whole photo, or a part of it. `scale` = CSS px per photo px, `centre` in photo px. */
export type View = 'fit' | { readonly scale: number; readonly centre: Place }

/** Room left around the photo when it is fitted. */
export const PAD = 16
/** Largest zoom, in device px per photo px. */
const MOST = 16
/** The most px a fitted photo's px may take: a photo of 1 x 1 px fills no screen. */
const FIT_MOST = 8

/** CSS px per photo px at which the whole photo is seen. */
export function fitScale(stage: Size, photo: Size): number {
  const width = Math.max(1, stage.width - 2 * PAD)
  const height = Math.max(1, stage.height - 2 * PAD)
  return Math.min(width / photo.width, height / photo.height, FIT_MOST)
}

export const scaleOf = (view: View, stage: Size, photo: Size): number => (view === 'fit' ? fitScale(stage, photo) : view.scale)

/** Device px per photo px, so 1 is what people call 100 %. */
export const zoomOf = (view: View, stage: Size, photo: Size, density: number): number => scaleOf(view, stage, photo) * density

/** Keeps the photo in sight: along an axis where it is smaller than the stage it is centred, else no gap opens beyond `PAD`. */
function held(centre: number, photo: number, stage: number, scale: number): number {
  const half = (stage / 2 - PAD) / scale
  return 2 * half >= photo ? photo / 2 : Math.min(Math.max(centre, half), photo - half)
}

function settle(scale: number, centre: Place, stage: Size, photo: Size): View {
  return { scale, centre: { x: held(centre.x, photo.width, stage.width, scale), y: held(centre.y, photo.height, stage.height, scale) } }
}

const centreOf = (view: View, photo: Size): Place => (view === 'fit' ? { x: photo.width / 2, y: photo.height / 2 } : view.centre)

/** Zooms to `zoom` device px per photo px; the photo's point under `at` (from the stage's left top) stays where it is. */
export function zoomTo(view: View, zoom: number, stage: Size, photo: Size, density: number, at?: Place): View {
  const least = Math.min(fitScale(stage, photo), 1 / density) / 2
  const scale = Math.min(Math.max(zoom / density, least), Math.max(MOST / density, fitScale(stage, photo)))
  const from = { x: (at?.x ?? stage.width / 2) - stage.width / 2, y: (at?.y ?? stage.height / 2) - stage.height / 2 }
  const before = scaleOf(view, stage, photo)
  const centre = centreOf(view, photo)
  return settle(scale, { x: centre.x + from.x / before - from.x / scale, y: centre.y + from.y / before - from.y / scale }, stage, photo)
}

/** Moves the photo by `by` on the stage. A fitted photo stays where it is. */
export function panBy(view: View, by: Place, stage: Size, photo: Size): View {
  if (view === 'fit') return view
  return settle(view.scale, { x: view.centre.x - by.x / view.scale, y: view.centre.y - by.y / view.scale }, stage, photo)
}

/** Where the photo lies on the stage, its corner on a whole device px so that 100 % is sharp. */
export function frameOf(view: View, stage: Size, photo: Size, density: number): Frame {
  const scale = scaleOf(view, stage, photo)
  const centre = centreOf(view, photo)
  const snap = (v: number) => Math.round(v * density) / density
  return {
    left: snap(stage.width / 2 - centre.x * scale),
    top: snap(stage.height / 2 - centre.y * scale),
    width: photo.width * scale,
    height: photo.height * scale,
  }
}

/** The longest side, in px, that any picture on screen is asked for; a canvas beyond it comes out empty on some devices. */
export const SIDE_MOST = 8192
const AREA_MOST = 48_000_000
const SIDES = [512, 1024, 1536, 2048, 3072, 4096, 6144]

/** The longest side to ask the engine for, rounded up so that a little zooming asks for nothing new. `zoom` = device px per photo px. */
export function sideFor(zoom: number, photo: Size): number {
  const longest = Math.max(photo.width, photo.height)
  const most = Math.min(longest, SIDE_MOST, Math.floor(longest * Math.sqrt(AREA_MOST / (photo.width * photo.height))))
  const wanted = Math.ceil(longest * Math.min(1, zoom))
  return Math.min(most, SIDES.find((side) => side >= wanted) ?? most)
}

/** Whether full size cannot be shown on screen (the export has it). */
export const tooLargeForScreen = (photo: Size): boolean => sideFor(1, photo) < Math.max(photo.width, photo.height)

/** An upright size after clockwise quarter turns. */
export function turned(photo: Size, turn: 0 | 1 | 2 | 3): Size {
  return turn % 2 === 0 ? photo : { width: photo.height, height: photo.width }
}
