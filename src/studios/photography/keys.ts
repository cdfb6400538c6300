import { LAST_SHORTCUTS, meaningOf, NEIGHBOURS, type Pressed, type SharedCommand } from '../../ui/editor-keys'
import type { Focus } from '../../ui/focus'
import type { Shortcut } from '../../ui/Shortcuts'
import { PANELS, type PanelId } from './panels'

/** What a key does in the Photography studio. */
export type Command =
  | SharedCommand
  | { readonly do: 'cutout' | 'words' | 'remove' | 'duplicate' | 'solo' }
  | { readonly do: 'nearer' | 'farther' }
  | { readonly do: 'panel'; readonly to: PanelId }

const plain: Record<string, Command> = {
  '+': { do: 'nearer' },
  '=': { do: 'nearer' },
  '-': { do: 'farther' },
  '/': { do: 'words' },
  x: { do: 'cutout' },
  d: { do: 'duplicate' },
  o: { do: 'solo' },
  Delete: { do: 'remove' },
  Backspace: { do: 'remove' },
  ...Object.fromEntries(PANELS.map(({ id }, i) => [`${i + 1}`, { do: 'panel', to: id }])),
}

/** The command a key press means, or null when it belongs to the control in focus or to the browser. */
export const commandOf = (pressed: Pressed, focus: Focus): Command | null => meaningOf(pressed, focus, (key) => plain[key])

/** Whether a key press is that of C, which shows the cutout while it is held. */
export const compares = ({ key, ctrlKey, metaKey, altKey }: Pressed, focus: Focus): boolean =>
  key.toLowerCase() === 'c' && focus !== 'text' && !ctrlKey && !metaKey && !altKey

export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['1', '…', String(PANELS.length)], does: PANELS.map(({ title }) => title).join(', ') },
  { keys: ['/'], does: 'Say it in words' },
  { keys: ['C'], does: 'Hold to see the cutout' },
  { keys: ['←', '→', '↑', '↓'], does: 'On the picture or the plan: move what is chosen; Shift in long steps, Alt in short ones' },
  { keys: ['+', '−'], does: 'Camera nearer and farther; the wheel does the same' },
  { keys: ['D', 'Delete'], does: 'Duplicate or remove what is chosen' },
  { keys: ['O'], does: 'Look at the chosen light alone' },
  { keys: ['Esc'], does: 'Take back a drag; else back to all photos' },
  NEIGHBOURS,
  { keys: ['X'], does: 'To the cutout studio' },
  ...LAST_SHORTCUTS,
]
