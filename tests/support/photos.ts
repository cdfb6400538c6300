import { type FileFacts, type Photo, PhotoDoc } from '../../src/core/project'
import type { Hash } from '../../src/core/recipe'

/** The n-th photo of the project `p`, stored and not looked at yet. */
export const photoAt = (n: number, state: Photo['state'] = { at: 'waiting' }): Photo => ({
  id: `photo-${n}`,
  project: 'p',
  name: `${n}.jpg`,
  bytes: 1,
  order: n,
  file: `${n}`.padStart(64, '0') as Hash,
  doc: PhotoDoc.parse({}),
  state,
  facts: null,
  matte: null,
  thumb: null,
})

/** What a JPEG of that size tells that has nothing to tell. */
export const plainFile = (width: number, height: number): FileFacts => ({
  format: 'JPEG',
  width,
  height,
  orientation: 1,
  bits: 8,
  frames: 1,
  transparency: false,
  profile: null,
  focal: null,
  personal: [],
  rights: { creator: '', copyright: '', description: '', taken: '' },
  notes: [],
})
