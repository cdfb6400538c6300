import { type Fault, fail, faultOf } from '../../src/core/fault'
import { sha256 } from '../../src/core/ledger'
import type { Photo, PhotoDoc } from '../../src/core/project'
import type { Cabinet } from '../../src/store/database'
import { putOriginal, putPhotos } from '../../src/store/projects'

/** Files above this are refused unread: no phone makes them, and a tab would not survive them. */
const MAX_BYTES = 400e6

/** What a card says whose file was not stored before the studio was closed. */
export const notStored: Fault = {
  code: 'not-stored',
  sentence: 'This photo was still being read when the studio was closed.',
  remedy: 'Add the file again; it takes this place.',
  retry: false,
}

/** Cards for files that are about to be stored, in the order given, after the photos that are there. A file added again takes the place of the card that lost it, with what was decided about it. */
export function cardsFor(project: string, files: readonly File[], doc: PhotoDoc, present: readonly Photo[]): Photo[] {
  const last = present.reduce((max, photo) => Math.max(max, photo.order), 0)
  const lost = present.filter(({ state }) => state.at === 'exported' || (state.at === 'failed' && state.fault.code === notStored.code))
  return files.map((file, i) => {
    const at = lost.findIndex((photo) => photo.name === file.name && photo.bytes === file.size)
    const [again] = at < 0 ? [] : lost.splice(at, 1)
    return {
      id: again?.id ?? crypto.randomUUID(),
      project,
      name: file.name,
      bytes: file.size,
      order: again?.order ?? last + 1 + i,
      file: null,
      doc: again?.doc ?? doc,
      state: { at: 'adding' },
      facts: null,
      matte: null,
      thumb: null,
    }
  })
}

/** Reads one file, stores it by content together with its card, and returns the card: waiting, or failed with the reason. */
export async function takeIn(cabinet: Cabinet, card: Photo, file: File): Promise<Photo> {
  let photo: Photo
  try {
    const bytes = await wholeOf(file)
    const hash = await sha256(bytes)
    photo = { ...card, file: hash, state: { at: 'waiting' } }
    await putOriginal(cabinet, photo, { hash, blob: new Blob([bytes], { type: file.type }) })
  } catch (error) {
    photo = { ...card, state: { at: 'failed', fault: faultOf(error) } }
    // Where even this small record finds no room, the card still says why in this session.
    await putPhotos(cabinet, [photo]).catch(() => {})
  }
  return photo
}

/** All bytes of a photo's file. Throws the faults `too-large` and `unreadable`. */
export async function wholeOf(file: File): Promise<ArrayBuffer> {
  if (file.size > MAX_BYTES)
    fail(
      'too-large',
      `The file has ${Math.round(file.size / 1e6)} MB; Vitrine opens files up to 400 MB.`,
      'Save it as a JPEG and add that.',
    )
  try {
    return await file.arrayBuffer()
  } catch {
    return fail(
      'unreadable',
      'The file could not be read from where it is.',
      'Copy it onto this computer (out of the phone, cloud folder or archive) and add it again.',
      true,
    )
  }
}
