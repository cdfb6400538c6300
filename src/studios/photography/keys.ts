import type { Focus } from '../../ui/focus'
import type { Shortcut } from '../../ui/Shortcuts'
import { PANELS, type PanelId } from './panels'

/** What a key does in the Photography studio. */
export type Command =
  | { readonly do: 'undo' | 'redo' | 'back' | 'previous' | 'next' | 'help' | 'cutout' | 'words' | 'remove' | 'duplicate' | 'solo' }
  | { readonly do: 'nearer' | 'farther' }
  | { readonly do: 'panel'; readonly to: PanelId }

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const plain: Record<string, Command> = {
  '[': { do: 'previous' },
  PageUp: { do: 'previous' },
  ']': { do: 'next' },
  PageDown: { do: 'next' },
  Escape: { do: 'back' },
  '+': { do: 'nearer' },
  '=': { do: 'nearer' },
  '-': { do: 'farther' },
  '/': { do: 'words' },
  x: { do: 'cutout' },
  d: { do: 'duplicate' },
  o: { do: 'solo' },
  Delete: { do: 'remove' },
  Backspace: { do: 'remove' },
  '?': { do: 'help' },
  ...Object.fromEntries(PANELS.map(({ id }, i) => [`${i + 1}`, { do: 'panel', to: id }])),
}

/** The command a key press means, or null when it belongs to the control in focus or to the browser. */
export function commandOf(pressed: Pressed, focus: Focus): Command | null {
  if (focus === 'text' || pressed.altKey) return null
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key
  if (pressed.ctrlKey || pressed.metaKey) {
    if (key === 'z') return { do: pressed.shiftKey ? 'redo' : 'undo' }
    return key === 'y' ? { do: 'redo' } : null
  }
  if (focus === 'arrows' && (key === 'PageUp' || key === 'PageDown')) return null
  return plain[key] ?? null
}

export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['1', '…', String(PANELS.length)], does: PANELS.map(({ title }) => title).join(', ') },
  { keys: ['/'], does: 'Say it in words' },
  { keys: ['C'], does: 'Hold to see the cutout' },
  { keys: ['←', '→', '↑', '↓'], does: 'On the picture or the plan: move what is chosen; Shift in long steps, Alt in short ones' },
  { keys: ['+', '−'], does: 'Camera nearer and farther; the wheel does the same' },
  { keys: ['D', 'Delete'], does: 'Duplicate or remove what is chosen' },
  { keys: ['O'], does: 'Look at the chosen light alone' },
  { keys: ['Esc'], does: 'Take back a drag; else back to all photos' },
  { keys: ['[', ']'], does: 'Previous and next photo; also Page Up and Page Down' },
  { keys: ['X'], does: 'To the cutout studio' },
  { keys: ['Ctrl Z'], does: 'Undo (⌘ Z on a Mac)' },
  { keys: ['Ctrl Y'], does: 'Redo (⇧ ⌘ Z on a Mac)' },
  { keys: ['?'], does: 'This list' },
]
