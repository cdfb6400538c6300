import { fail } from './fault'

/** Most pixels of all layers of a file and its flat picture together: 2 GB of them, and half as much again while they are packed. */
const MOST_PIXELS = 512e6

const said = (n: number) => n.toLocaleString('en-GB')

/** Throws the fault `too-many-layers` for a file in layers that no browser has the memory for. */
export function checkLayers(layers: number, { width, height }: { readonly width: number; readonly height: number }): void {
  if ((layers + 1) * width * height <= MOST_PIXELS) return
  fail(
    'too-many-layers',
    `A file of ${layers} layers at ${said(width)} × ${said(height)} px needs more memory than a browser has.`,
    'Choose a smaller size under Custom size, or PNG.',
  )
}
