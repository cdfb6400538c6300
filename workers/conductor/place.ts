import { fail } from '../../src/core/fault'

/** Throws what is wrong with a folder or file that the user chose, as a fault; whatever it does not know, as it is. */
export function placeRefused(error: unknown): never {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'NoModificationAllowedError') {
    return fail(
      'place-refused',
      'The place that you chose does not let Vitrine write there (any more).',
      'Choose it again, and allow it when the browser asks; what was written before is there.',
      true,
    )
  }
  if (name === 'NotFoundError') {
    return fail('place-gone', 'The place that you chose is no longer there.', 'Plug the disk in again or choose another folder.', true)
  }
  throw error
}
