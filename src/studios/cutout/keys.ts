import { SIZE_STEP, TOOLS, type ToolId } from '../../ui/easel/tools'
import { LAST_SHORTCUTS, meaningOf, NEIGHBOURS, type Pressed, type SharedCommand } from '../../ui/editor-keys'
import type { Focus } from '../../ui/focus'
import type { Shortcut } from '../../ui/Shortcuts'

/** What a key does in the editor. */
export type Command =
  | { readonly do: 'tool'; readonly to: ToolId }
  | { readonly do: 'size'; readonly by: number }
  | { readonly do: 'aim'; readonly x: number; readonly y: number }
  | { readonly do: 'finish' | 'stop' }
  | SharedCommand
  | { readonly do: 'fit' | 'closer' | 'farther' | 'left' | 'right' | 'ground' }
  | { readonly do: 'zoom'; readonly to: number }
  | { readonly do: 'pan'; readonly x: number; readonly y: number }
  | { readonly do: 'view'; readonly to: 'compare' | 'cutout' | 'alpha' | 'outline' | 'original' }

const STEP = 64
const FAR = 256
const plain: Record<string, Command> = {
  '0': { do: 'fit' },
  '1': { do: 'zoom', to: 1 },
  '2': { do: 'zoom', to: 2 },
  '4': { do: 'zoom', to: 4 },
  '8': { do: 'zoom', to: 8 },
  '+': { do: 'closer' },
  '=': { do: 'closer' },
  '-': { do: 'farther' },
  c: { do: 'view', to: 'compare' },
  x: { do: 'view', to: 'cutout' },
  a: { do: 'view', to: 'alpha' },
  u: { do: 'view', to: 'outline' },
  o: { do: 'view', to: 'original' },
  g: { do: 'ground' },
  l: { do: 'left' },
  r: { do: 'right' },
  ...Object.fromEntries(TOOLS.map(({ id, key }) => [key, { do: 'tool', to: id }])),
}
/** With a tool in hand these keys are its own; Page Up and Page Down still lead to other photos. */
const inHand: Record<string, Command> = {
  '[': { do: 'size', by: 1 / SIZE_STEP },
  ']': { do: 'size', by: SIZE_STEP },
  Enter: { do: 'finish' },
  Escape: { do: 'stop' },
}
const AIM = 8
const AIM_FAR = 40
const AIM_FINE = 1
const arrows: Record<string, readonly [number, number]> = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }

/** The command a key press means with this tool in hand, or null when it belongs to the control in focus or to the browser. */
export function commandOf(pressed: Pressed, focus: Focus, tool: ToolId = 'move'): Command | null {
  const way = arrows[pressed.key]
  if (tool !== 'move' && way && focus === 'none' && !pressed.ctrlKey && !pressed.metaKey) {
    const step = pressed.altKey ? AIM_FINE : pressed.shiftKey ? AIM_FAR : AIM
    return { do: 'aim', x: 0 - way[0] * step, y: 0 - way[1] * step }
  }
  return meaningOf(pressed, focus, (key): Command | undefined => {
    const arrow = arrows[key]
    if (arrow) {
      const step = pressed.shiftKey ? FAR : STEP
      return { do: 'pan', x: arrow[0] * step, y: arrow[1] * step }
    }
    if (key === 'Enter' && focus === 'button') return
    return (tool === 'move' ? undefined : inHand[key]) ?? plain[key]
  })
}

export const SHORTCUTS: readonly (Shortcut & { readonly inHand?: true })[] = [
  NEIGHBOURS,
  { keys: ['Esc'], does: 'Back to all photos' },
  { keys: ['0'], does: 'Fit the whole photo' },
  { keys: ['1', '2', '4', '8'], does: 'Zoom to 100, 200, 400 and 800 %' },
  { keys: ['+', '−'], does: 'Closer and farther; the wheel does the same' },
  { keys: ['←', '→', '↑', '↓'], does: 'Move the photo; with Shift in long steps' },
  { keys: ['Space'], does: 'Hold and drag to move the photo, also over the divider' },
  { keys: ['C', 'X', 'A', 'U', 'O'], does: 'Compare, cutout, alpha, outline, original' },
  { keys: ['G'], does: 'Next ground under the cutout' },
  { keys: ['L', 'R'], does: 'Turn left, turn right' },
  { keys: ['K', 'D'], does: 'Keep and remove: strokes that understand the photo' },
  { keys: ['B', 'E'], does: 'Brush and eraser' },
  { keys: ['P', 'M'], does: 'Polygon and rectangle' },
  { keys: ['W'], does: 'Choose one of several objects' },
  { keys: ['V'], does: 'Put the tool away; so does Esc' },
  { keys: ['[', ']'], does: 'With a tool: smaller and larger', inHand: true },
  { keys: ['←', '→', '↑', '↓'], does: 'With a tool: move a crosshair; Shift in long steps, Alt in short ones', inHand: true },
  { keys: ['Space'], does: 'With the crosshair: put the tool down, and lift it' },
  { keys: ['Enter'], does: 'With a tool: close the polygon, end the stroke', inHand: true },
  { keys: ['Esc'], does: 'With a tool: drop what is being drawn', inHand: true },
  { keys: ['Shift'], does: 'Hold to draw straight lines and squares' },
  { keys: ['Alt'], does: 'Hold when beginning: keep becomes remove, and the other way round' },
  ...LAST_SHORTCUTS,
]
