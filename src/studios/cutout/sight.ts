import type { Colour } from '../../core/colour'
import type { PhotoDoc, Project } from '../../core/project'
import { BLACK, GREEN, hexOf, WHITE } from '../../ui/colour'

/** What the stage shows of a photo. */
export type Kind = 'compare' | 'cutout' | 'alpha' | 'outline' | 'original'
/** What lies under the cutout while looking at it; only `backdrop` is ever exported. */
export type Ground = 'checkerboard' | 'white' | 'black' | 'green' | 'brand' | 'backdrop'

export const KINDS: readonly { readonly id: Kind; readonly title: string }[] = [
  { id: 'compare', title: 'Compare' },
  { id: 'cutout', title: 'Cutout' },
  { id: 'alpha', title: 'Alpha' },
  { id: 'outline', title: 'Outline' },
  { id: 'original', title: 'Original' },
]

export const GROUNDS: readonly { readonly id: Ground; readonly title: string }[] = [
  { id: 'checkerboard', title: 'Checkerboard' },
  { id: 'white', title: 'White' },
  { id: 'black', title: 'Black' },
  { id: 'green', title: 'Green' },
  { id: 'brand', title: 'Brand colour' },
  { id: 'backdrop', title: 'This photo’s backdrop' },
]

/** The colour of a ground; null = checkerboard. */
export function groundColour(ground: Ground, doc: PhotoDoc, project: Pick<Project, 'brand'>): Colour | null {
  switch (ground) {
    case 'checkerboard':
      return null
    case 'white':
      return WHITE
    case 'black':
      return BLACK
    case 'green':
      return GREEN
    case 'brand':
      return project.brand
    case 'backdrop':
      return doc.backdrop
  }
}

/** The ground after `ground`, round and round; a photo without a backdrop has none to show. */
export function nextGround(ground: Ground, hasBackdrop: boolean): Ground {
  const all = GROUNDS.map(({ id }) => id).filter((id) => id !== 'backdrop' || hasBackdrop)
  return all[(all.indexOf(ground) + 1) % all.length] ?? 'checkerboard'
}

/** CSS custom property for a swatch; a checkerboard has none. */
export const swatchStyle = (colour: Colour | null) => (colour ? ({ '--colour': hexOf(colour) } as Record<string, string>) : undefined)
