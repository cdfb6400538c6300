import type { Key, Value } from '../core/recipe'

/** Values above this (an image of four megapixels) are of a photo's own size, not of the screen's. */
const LARGEST = 16 * 2 ** 20

/**
 * What a worker made last for the screen: images and masks of screen size and meshes, never a file, which would hold the original
 * on the disk. When it is full the values that were not asked for the longest go.
 */
export class Memo {
  #values = new Map<Key, Value>()
  #bytes = 0
  #room: number

  /** `room` in bytes. */
  constructor(room: number) {
    this.#room = room
  }

  get(key: Key): Value | undefined {
    const value = this.#values.get(key)
    if (value) {
      this.#values.delete(key)
      this.#values.set(key, value)
    }
    return value
  }

  put(key: Key, value: Value) {
    const bytes = bytesOf(value)
    if (bytes > (value.kind === 'mesh' ? this.#room : Math.min(LARGEST, this.#room)) || this.#values.has(key)) return
    this.#values.set(key, value)
    this.#bytes += bytes
    for (const [oldest, old] of this.#values) {
      if (this.#bytes <= this.#room) return
      this.#values.delete(oldest)
      this.#bytes -= bytesOf(old)
    }
  }
}

function bytesOf(value: Value): number {
  switch (value.kind) {
    case 'image':
    case 'mask':
      return value.data.byteLength
    case 'mesh':
      return value.bytes
    default:
      return Infinity
  }
}
