/** What a key does in the editor. */
export type Command =
  | { readonly do: 'undo' | 'redo' | 'back' | 'previous' | 'next' | 'fit' | 'closer' | 'farther' | 'left' | 'right' | 'help' | 'ground' }
  | { readonly do: 'zoom'; readonly to: number }
  | { readonly do: 'pan'; readonly x: number; readonly y: number }
  | { readonly do: 'view'; readonly to: 'compare' | 'cutout' | 'alpha' | 'original' }

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** Where the focus is: in a text, on a control that uses arrow keys itself, on a button, or on none of these. */
export type Focus = 'text' | 'arrows' | 'button' | 'none'

const STEP = 64
const FAR = 256
const plain: Record<string, Command> = {
  '[': { do: 'previous' },
  PageUp: { do: 'previous' },
  ']': { do: 'next' },
  PageDown: { do: 'next' },
  Escape: { do: 'back' },
  '0': { do: 'fit' },
  '1': { do: 'zoom', to: 1 },
  '2': { do: 'zoom', to: 2 },
  '4': { do: 'zoom', to: 4 },
  '+': { do: 'closer' },
  '=': { do: 'closer' },
  '-': { do: 'farther' },
  c: { do: 'view', to: 'compare' },
  x: { do: 'view', to: 'cutout' },
  a: { do: 'view', to: 'alpha' },
  o: { do: 'view', to: 'original' },
  b: { do: 'ground' },
  l: { do: 'left' },
  r: { do: 'right' },
  '?': { do: 'help' },
}
const arrows: Record<string, readonly [number, number]> = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }
const ownKeys = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'])

/** The command a key press means, or null when it belongs to the control in focus or to the browser. */
export function commandOf(pressed: Pressed, focus: Focus): Command | null {
  if (focus === 'text' || pressed.altKey) return null
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key
  if (pressed.ctrlKey || pressed.metaKey) {
    if (key === 'z') return { do: pressed.shiftKey ? 'redo' : 'undo' }
    return key === 'y' ? { do: 'redo' } : null
  }
  if (focus === 'arrows' && ownKeys.has(key)) return null
  const arrow = arrows[key]
  if (arrow) {
    const step = pressed.shiftKey ? FAR : STEP
    return { do: 'pan', x: arrow[0] * step, y: arrow[1] * step }
  }
  return plain[key] ?? null
}

/** What kind of control has the focus. */
export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof HTMLElement)) return 'none'
  if (target.isContentEditable || target.closest('textarea, select')) return 'text'
  if (target instanceof HTMLInputElement) {
    if (target.type === 'range' || target.type === 'radio') return 'arrows'
    return target.type === 'checkbox' ? 'button' : 'text'
  }
  return target.closest('button, a, summary') ? 'button' : 'none'
}

export const SHORTCUTS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['[', ']'], does: 'Previous and next photo' },
  { keys: ['Esc'], does: 'Back to all photos' },
  { keys: ['0'], does: 'Fit the whole photo' },
  { keys: ['1', '2', '4'], does: 'Zoom to 100, 200 and 400 %' },
  { keys: ['+', '−'], does: 'Closer and farther; the wheel does the same' },
  { keys: ['←', '→', '↑', '↓'], does: 'Move the photo; with Shift in long steps' },
  { keys: ['Space'], does: 'Hold and drag to move the photo, also over the divider' },
  { keys: ['C', 'X', 'A', 'O'], does: 'Compare, cutout, alpha, original' },
  { keys: ['B'], does: 'Next ground under the cutout' },
  { keys: ['L', 'R'], does: 'Turn left, turn right' },
  { keys: ['Ctrl Z'], does: 'Undo (⌘ Z on a Mac)' },
  { keys: ['Ctrl Y'], does: 'Redo (⇧ ⌘ Z on a Mac)' },
  { keys: ['?'], does: 'This list' },
]
