/** Unpacks zlib data up to `most` bytes; what is broken or longer ends there. */
export async function inflate(packed: Uint8Array, most: number): Promise<Uint8Array> {
  const reader = new Blob([packed as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('deflate')).getReader()
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    while (length < most) {
      const { done, value } = await reader.read()
      if (done) break
      pieces.push(value)
      length += value.length
    }
    await reader.cancel()
  } catch {
    // What came before the break is still worth reading.
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
