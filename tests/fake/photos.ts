import type { PartState, PictureKind } from '../../src/core/client'
import type { Fault } from '../../src/core/fault'
import type { FileFacts, Look } from '../../src/core/project'

/** File names as sellers have them. */
export const NAMES = [
  'IMG_4021.HEIC',
  'IMG_4022.HEIC',
  'mug-front.jpg',
  'mug-side.jpg',
  'Leather boot, left.png',
  'DSC_0192.JPG',
  'scan.tif',
  'cap_grey.webp',
]
export const BROKEN: Fault = {
  code: 'truncated',
  sentence: 'The file ends in the middle of the picture.',
  remedy: 'Copy it from the camera once more.',
  retry: true,
}
export const LOOKS: Look[][] = [['touches-frame'], ['several-objects', 'faint-edge'], ['very-small']]

export const FACTS: FileFacts = {
  format: 'JPEG',
  width: 4032,
  height: 3024,
  orientation: 6,
  bits: 8,
  frames: 1,
  transparency: false,
  profile: 'Display P3',
  focal: null,
  personal: [
    { what: 'GPS position', value: '52.5200, 13.4050' },
    { what: 'Camera serial number', value: '083021004512' },
  ],
  rights: { creator: 'Ada Example', copyright: '', description: '', taken: '2026-11-20 10:12' },
  notes: [],
}

/** A shape on grey, cut out, its alpha, or its outline over a veil. */
export async function drawn(n: number, which: PictureKind): Promise<Blob> {
  const canvas = new OffscreenCanvas(320, 320)
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  const ground = { original: `hsl(${(n * 47) % 360} 12% 62%)`, outline: 'rgb(0 0 0 / 0.55)', cutout: null, alpha: null }[which]
  if (ground) {
    pen.fillStyle = ground
    pen.fillRect(0, 0, 320, 320)
  }
  pen.fillStyle = which === 'alpha' ? '#fff' : `hsl(${(n * 83) % 360} 55% 46%)`
  pen.strokeStyle = '#2e6bff'
  pen.lineWidth = 2
  pen.beginPath()
  if (n % 3 === 0) pen.roundRect(90, 70, 140, 190, 24)
  else if (n % 3 === 1) pen.arc(160, 165, 92, 0, 7)
  else pen.ellipse(160, 175, 120, 62, -0.3, 0, 7)
  if (which === 'outline') {
    pen.globalCompositeOperation = 'destination-out'
    pen.fill()
    pen.globalCompositeOperation = 'source-over'
    pen.stroke()
  } else pen.fill()
  return canvas.convertToBlob({ type: 'image/png' })
}

/** What the shelf might hold. */
export const partsOf = (here: boolean): PartState[] =>
  (
    [
      ['isnet', 'Cutout model', 'finds the product', 44_342_436],
      ['ort-wasm', 'Model runtime', 'runs the model on the processor', 13_400_000],
      ['mozjpeg', 'JPEG writer', 'writes JPEG files', 260_000],
      ['magick', 'More formats', 'reads HEIC, TIFF and others', 14_800_000],
    ] as const
  ).map(([id, title, purpose, bytes]) => ({ id, title, purpose, bytes, loaded: here ? bytes : 0, at: here ? 'here' : 'absent' }))
