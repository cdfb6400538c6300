import { sameDoc as same } from '../core/doc'
import { begin, commit, type History, redo, undo } from '../core/history'
import type { PhotoDoc } from '../core/project'

/** What the editor knows of one photo's document: its history, and which of its own edits the engine has not shown back yet. */
export interface Draft {
  readonly history: History<PhotoDoc>
  /** The document as the engine last told it. */
  readonly told: PhotoDoc
  readonly sent: readonly PhotoDoc[]
}

export const draftOf = (doc: PhotoDoc): Draft => ({ history: begin(doc), told: doc, sent: [] })

/** The engine tells `doc`. An edit made elsewhere (several photos at once, say) becomes a step that can be undone here too. */
export function hear(draft: Draft, doc: PhotoDoc): Draft {
  if (same(draft.told, doc)) return draft
  const mine = draft.sent.findIndex((sent) => same(sent, doc))
  if (mine >= 0) return { ...draft, told: doc, sent: draft.sent.slice(mine + 1) }
  return { history: same(draft.history.present, doc) ? draft.history : commit(draft.history, doc), told: doc, sent: [] }
}

function moved(draft: Draft, history: History<PhotoDoc>): Draft {
  return history === draft.history ? draft : { ...draft, history, sent: [...draft.sent, history.present] }
}

/** An edit; the same draft when nothing differs. */
export const edit = (draft: Draft, change: Partial<PhotoDoc>): Draft => {
  const next = { ...draft.history.present, ...change }
  return same(next, draft.history.present) ? draft : moved(draft, commit(draft.history, next))
}
export const back = (draft: Draft): Draft => moved(draft, undo(draft.history))
export const forth = (draft: Draft): Draft => moved(draft, redo(draft.history))

/** The engine refused: what it last told holds again, and the edits it never took are forgotten. */
export const refused = (draft: Draft): Draft => (same(draft.told, draft.history.present) ? { ...draft, sent: [] } : draftOf(draft.told))
