import { useCallback, useMemo, useState } from 'react'
import type { Photo, PhotoDoc } from '../../core/project'
import type { Scene } from '../../core/scene/document'
import type { DocEditor } from '../../ui/useDoc'
import { bodyOf } from './body'
import type { Desk } from './desk'
import { type Chosen, floorOf, soloed } from './edits'
import { STARTER } from './starter'

export interface Room {
  readonly desk: Desk
  /** What the stage shows: with a first set where none was chosen yet, and with one light alone where that is asked for. */
  readonly doc: PhotoDoc
  /** The set is the photo's own; else it is only proposed. */
  readonly staged: boolean
  readonly solo: string | null
  setSolo(light: string | null): void
}

/** The scene of a photo as the panels and the stage work on it. */
export function useDesk({ doc, preview, commit }: DocEditor, photo: Photo, photos: readonly Photo[], disabled: boolean): Room {
  const [hand, choose] = useState<Chosen | null>(null)
  const [solo, setSolo] = useState<string | null>(null)
  const scene = doc.scene ?? STARTER
  // What was undone or removed is in nobody's hand.
  const chosen = hand && (hand.in === 'camera' || hand.in === 'backdrop' || floorOf(scene, hand)) ? hand : null
  const show = useCallback((scene: Scene) => preview({ scene }), [preview])
  const put = useCallback((scene: Scene) => commit({ scene }), [commit])
  const desk = useMemo(
    (): Desk => ({
      scene,
      disabled,
      bodyOf: (product) => bodyOf(product, product.photo === null ? photo : photos.find(({ id }) => id === product.photo)),
      chosen,
      choose,
      preview: show,
      commit: put,
    }),
    [scene, disabled, photo, photos, chosen, show, put],
  )
  const shown = useMemo(() => ({ ...doc, scene: soloed(scene, solo) }), [doc, scene, solo])
  return { desk, doc: shown, staged: doc.scene !== null, solo, setSolo }
}
