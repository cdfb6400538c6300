import type { FileFacts, Look, MatteFacts, PhotoDoc } from '../../core/project'

export interface Advice {
  readonly what: string
  readonly todo: string
}

const percent = (share: number) => `${share >= 0.1 ? Math.round(share * 100) : (share * 100).toFixed(1)} %`

/** What to do about a cutout that is more likely wrong than right; null when it is not, or nothing is known. */
export function doubtOf({ confidence }: MatteFacts, doc: PhotoDoc): Advice | null {
  if (confidence == null || confidence >= 0.5) return null
  const best = doc.cutout === 'fine' || doc.cutout === 'fast' ? ', or try the best cutout' : ''
  return {
    what: `This cutout is likely wrong (${Math.floor(confidence * 100)} % sure).`,
    todo: `Look at its outline. Repair it with Keep and Remove strokes${best}.`,
  }
}

/** Why a cutout deserves a look, and what to do about it. */
export function adviceOf(look: Look, matte: MatteFacts, doc: PhotoDoc): Advice {
  switch (look) {
    case 'touches-frame':
      return {
        what: 'The product touches the edge of the photo.',
        todo: 'If a part of it is cut off, take the photo again with some room all around: most channels want the whole product.',
      }
    case 'several-objects':
      return {
        what: 'More than one object was kept.',
        todo: 'Fine for a set. If something from the background came along, photograph the product alone on an empty table.',
      }
    case 'faint-edge':
      return {
        what: `${percent(matte.uncertain)} of what was cut out is half transparent.`,
        todo: `That is right for glass, fur and lace. Look at it on white and on black${doc.cutout === 'fast' ? ', and try the fine cutout' : ''}; if a part is missing, a plain background in another colour than the product helps.`,
      }
    case 'very-small':
      return {
        what: `The product fills only ${percent(matte.area)} of the photo.`,
        todo: 'Exports enlarge it and come out soft. Go closer, or crop before adding the photo.',
      }
    case 'see-through':
      return {
        what: 'Parts of the product seem to be see-through.',
        todo: 'For glass, gauze or clear plastic choose “See-through”, so that it keeps part of its transparency.',
      }
    case 'transparent-input':
      return {
        what: 'The file came with a transparent background of its own.',
        todo: 'Compare the two: what was transparent before should still be so, and nothing of the product should be missing.',
      }
  }
}

const STORED: Record<number, string> = {
  1: 'stored upright',
  2: 'stored mirrored, shown right',
  3: 'stored upside down, shown upright',
  4: 'stored mirrored and upside down, shown right',
  5: 'stored mirrored and on its side, shown right',
  6: 'stored on its side, shown upright',
  7: 'stored mirrored and on its side, shown right',
  8: 'stored on its side, shown upright',
}

const MEGA = 1_000_000

/** What the file is, as terms and values in plain words. */
export function tellFacts(facts: FileFacts): readonly (readonly [string, string])[] {
  const mega = (facts.width * facts.height) / MEGA
  return [
    ['Format', facts.format],
    ['Size', `${facts.width} × ${facts.height} px${mega >= 0.1 ? ` (${mega.toFixed(1)} MP)` : ''}`],
    ['Colours', facts.profile ? `${facts.profile}, converted to sRGB` : 'no profile, read as sRGB'],
    ['Depth', `${facts.bits} bit${facts.transparency ? ', with transparency' : ''}`],
    ['Orientation', STORED[facts.orientation] ?? 'not known, shown as stored'],
    ...(facts.frames > 1 ? ([['Pictures inside', `${facts.frames}; the first is used`]] as const) : []),
  ]
}

/** What of the original may go along when the user asks, as terms and values. */
export function tellRights({ rights }: FileFacts): readonly (readonly [string, string])[] {
  const all = [
    ['Creator', rights.creator],
    ['Copyright', rights.copyright],
    ['Description', rights.description],
    ['Taken', rights.taken],
  ] as const
  return all.filter(([, value]) => value !== '')
}
