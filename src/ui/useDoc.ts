import { useCallback, useEffect, useState } from 'react'
import type { Client } from '../core/client'
import { type Fault, faultOf } from '../core/fault'
import { canRedo, canUndo } from '../core/history'
import type { Photo, PhotoDoc } from '../core/project'
import { back, type Draft, draftOf, edit, forth, hear, refused } from './drafts'

// Histories last as long as the page: leaving a photo and coming back keeps its undo.
const drafts = new Map<string, Draft>()

export interface DocEditor {
  /** What to show: the committed document with the gesture in progress laid over it. */
  readonly doc: PhotoDoc
  /** Shows a change without committing it, while a gesture lasts. */
  preview(change: Partial<PhotoDoc>): void
  /** Ends a gesture: one step in the history, one edit for the engine. */
  commit(change: Partial<PhotoDoc>): void
  undo(): void
  redo(): void
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Why the last edit was not taken; null when it was. */
  readonly fault: Fault | null
}

/** The document of one photo, undoable. Edits go to the engine as they are committed. */
export function useDoc(client: Client, photo: Photo, readOnly: boolean): DocEditor {
  const [, redraw] = useState(0)
  const [shown, setShown] = useState<{ id: string; change: Partial<PhotoDoc> } | null>(null)
  const [fault, setFault] = useState<{ id: string; fault: Fault } | null>(null)
  const { id } = photo
  const draft = hear(drafts.get(id) ?? draftOf(photo.doc), photo.doc)
  useEffect(() => void drafts.set(id, draft), [id, draft])

  const put = useCallback(
    (change: (draft: Draft) => Draft) => {
      const before = drafts.get(id)
      setShown(null)
      if (!before || readOnly) return
      const after = change(before)
      if (after === before) return
      drafts.set(id, after)
      setFault(null)
      redraw((n) => n + 1)
      client.editPhotos([{ id, doc: after.history.present }]).catch((thrown: unknown) => {
        drafts.set(id, refused(drafts.get(id) ?? after))
        setFault({ id, fault: faultOf(thrown) })
      })
    },
    [client, id, readOnly],
  )

  return {
    doc: shown?.id === id ? { ...draft.history.present, ...shown.change } : draft.history.present,
    preview: useCallback((change) => setShown({ id, change }), [id]),
    commit: useCallback((change) => put((d) => edit(d, change)), [put]),
    undo: useCallback(() => put(back), [put]),
    redo: useCallback(() => put(forth), [put]),
    canUndo: !readOnly && canUndo(draft.history),
    canRedo: !readOnly && canRedo(draft.history),
    fault: fault?.id === id ? fault.fault : null,
  }
}
