/** Thrown when a header speaks of bytes that the file does not have. */
export class EndOfBytes extends Error {}

/** A span of a file. */
export interface Extent {
  readonly at: number
  readonly length: number
}

/** Numbers and text out of a file's bytes. Every read past the end throws `EndOfBytes`; nothing is copied. */
export class Bytes {
  readonly data: Uint8Array
  private readonly view: DataView

  constructor(data: Uint8Array) {
    this.data = data
    this.view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  }

  get length(): number {
    return this.data.length
  }

  private check(at: number, length: number): number {
    if (!(at >= 0) || at + length > this.data.length) throw new EndOfBytes(`${length} bytes at ${at} of ${this.data.length}`)
    return at
  }

  u8 = (at: number): number => this.view.getUint8(this.check(at, 1))
  u16 = (at: number, little = false): number => this.view.getUint16(this.check(at, 2), little)
  u24 = (at: number, little = false): number =>
    little ? this.u16(at, true) | (this.u8(at + 2) << 16) : (this.u16(at) << 8) | this.u8(at + 2)
  u32 = (at: number, little = false): number => this.view.getUint32(this.check(at, 4), little)
  i32 = (at: number, little = false): number => this.view.getInt32(this.check(at, 4), little)
  /** An unsigned 64-bit number; above 2^53 it is only roughly right, which is far past any file's end. */
  u64 = (at: number): number => this.u32(at) * 2 ** 32 + this.u32(at + 4)

  /** `length` bytes as Latin-1 text. */
  text(at: number, length: number): string {
    this.check(at, length)
    let text = ''
    for (let i = at; i < at + length; i++) text += String.fromCharCode(this.data[i] as number)
    return text
  }

  /** Whether the bytes at `at` are the Latin-1 text `text`; false past the end. */
  is(at: number, text: string): boolean {
    if (at < 0 || at + text.length > this.data.length) return false
    for (let i = 0; i < text.length; i++) if (this.data[at + i] !== text.charCodeAt(i)) return false
    return true
  }

  /** A view of the bytes of an extent. */
  part({ at, length }: Extent): Uint8Array {
    this.check(at, length)
    return this.data.subarray(at, at + length)
  }

  /** Where `text` (Latin-1) stands between `from` and `to`, or -1. */
  find(text: string, from: number, to = this.data.length): number {
    const span = this.data.subarray(from, to)
    const first = text.charCodeAt(0)
    for (let i = span.indexOf(first); i >= 0 && i + text.length <= span.length; i = span.indexOf(first, i + 1))
      if (this.is(from + i, text)) return from + i
    return -1
  }
}
