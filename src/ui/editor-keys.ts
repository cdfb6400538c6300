import type { Photo } from '../core/project'
import type { Focus } from './focus'
import type { Shortcut } from './Shortcuts'
import type { DocEditor } from './useDoc'

/** What a key does in every studio. */
export interface SharedCommand {
  readonly do: 'undo' | 'redo' | 'back' | 'previous' | 'next' | 'help'
}

/** What of a key press decides what it means. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

const shared: Record<string, SharedCommand> = {
  '[': { do: 'previous' },
  PageUp: { do: 'previous' },
  ']': { do: 'next' },
  PageDown: { do: 'next' },
  Escape: { do: 'back' },
  '?': { do: 'help' },
}
/** Keys that a slider, a list or a row of tabs has for itself. */
const ownKeys = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'])

/**
 * The command a key press means, or null when it belongs to the control in focus or to the browser. `own` says what a key without
 * Ctrl means in one studio; it comes first. Letters are asked for in lower case.
 */
export function meaningOf<Command>(pressed: Pressed, focus: Focus, own: (key: string) => Command | undefined) {
  if (focus === 'text' || pressed.altKey) return null
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key
  if (pressed.ctrlKey || pressed.metaKey) {
    if (key === 'z') return { do: pressed.shiftKey ? 'redo' : 'undo' } satisfies SharedCommand
    return key === 'y' ? ({ do: 'redo' } satisfies SharedCommand) : null
  }
  if (focus === 'arrows' && ownKeys.has(key)) return null
  return own(key) ?? shared[key] ?? null
}

export const NEIGHBOURS: Shortcut = { keys: ['[', ']'], does: 'Previous and next photo; also Page Up and Page Down' }
/** What ends the list of keys. */
export const LAST_SHORTCUTS: readonly Shortcut[] = [
  { keys: ['Ctrl Z'], does: 'Undo (⌘ Z on a Mac)' },
  { keys: ['Ctrl Y'], does: 'Redo (⇧ ⌘ Z on a Mac)' },
  { keys: ['?'], does: 'This list' },
]

interface Place {
  readonly photo: Photo
  /** The photos that previous and next go through, in the order shown. */
  readonly photos: readonly Photo[]
  readonly editor: Pick<DocEditor, 'undo' | 'redo'>
  go(photo: string | null): void
  help(): void
}

/** The photo's place in the list and the photos beside it. */
export function neighbours(photo: Photo, photos: readonly Photo[]): { index: number; previous?: Photo; next?: Photo } {
  const index = photos.findIndex(({ id }) => id === photo.id)
  return { index, previous: photos[index - 1], next: photos[index + 1] }
}

/** Does what a key does in every studio. */
export function runShared(command: SharedCommand, { photo, photos, editor, go, help }: Place): void {
  const { previous, next } = neighbours(photo, photos)
  const acts: Record<SharedCommand['do'], () => void> = {
    undo: editor.undo,
    redo: editor.redo,
    back: () => go(null),
    previous: () => previous && go(previous.id),
    next: () => next && go(next.id),
    help,
  }
  acts[command.do]()
}
