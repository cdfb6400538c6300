import type { Format, Header } from '../../core/format/header'
import { sniff } from '../../core/format/sniff'
import type { FileFacts } from '../../core/project'
import type { Json, Runner } from '../../core/recipe'
import { focalOf } from './focal'
import { cicpName, profileName } from './icc'
import type { inspect } from './index'
import { inflate } from './inflate'
import { readNotes } from './notes'
import { personal, rights } from './personal'

const NAMES: Readonly<Record<Format, readonly [name: string, ...endings: string[]]>> = {
  jpeg: ['JPEG', 'jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['PNG', 'png', 'apng'],
  webp: ['WebP', 'webp'],
  avif: ['AVIF', 'avif', 'avifs'],
  gif: ['GIF', 'gif'],
  bmp: ['BMP', 'bmp', 'dib'],
  tiff: ['TIFF', 'tif', 'tiff'],
  heic: ['HEIC', 'heic', 'heif', 'hif', 'heics', 'heifs'],
  jxl: ['JPEG XL', 'jxl'],
  ico: ['ICO', 'ico', 'cur'],
  psd: ['PSD', 'psd', 'psb'],
}

/** Profiles are a few kilobytes, printers' ones a megabyte or two. */
const LARGEST_PROFILE = 8e6

async function profileOf(data: Uint8Array, header: Header): Promise<string | null> {
  if (header.icc.length === 0) return header.cicp ? cicpName(header.cicp) : null
  const whole = new Uint8Array(header.icc.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of header.icc) {
    whole.set(data.subarray(piece.at, piece.at + piece.length), at)
    at += piece.length
  }
  return profileName(header.iccDeflated ? await inflate(whole, LARGEST_PROFILE) : whole) ?? 'unnamed profile'
}

/** Says when the name promises another kind of file than came. */
function endingNote(name: string, format: Format): string[] {
  const ending = /\.(\w{2,5})$/.exec(name)?.[1]?.toLowerCase()
  const [right, ...endings] = NAMES[format]
  return !ending || endings.includes(ending) ? [] : [`The file’s name ends in “.${ending}”, its content is ${right}.`]
}

function frameNote({ format, frames }: Header): string[] {
  if (frames < 2) return []
  if (format === 'ico') return [`Of the ${frames} sizes in this icon the largest is used.`]
  if (format === 'tiff') return [`Only the first of ${frames} pages is used.`]
  return [
    format === 'jxl'
      ? 'The picture moves; only its first frame is used.'
      : `The picture moves; only the first of its ${frames} frames is used.`,
  ]
}

export const run: Runner<typeof inspect> = async ({ file }, { name }) => {
  const data = new Uint8Array(await file.blob.arrayBuffer())
  const header = sniff(data)
  const { leaves, oddities } = await readNotes(data, header)
  const facts: FileFacts = {
    format: NAMES[header.format][0],
    width: header.width,
    height: header.height,
    orientation: header.orientation,
    bits: header.bits,
    frames: header.frames,
    transparency: header.transparency,
    profile: await profileOf(data, header),
    focal: focalOf(leaves),
    personal: personal(leaves),
    rights: rights(leaves),
    notes: [...endingNote(name || file.name || '', header.format), ...frameNote(header), ...header.notes, ...oddities],
  }
  return { kind: 'facts', facts: facts as unknown as Json }
}
