/** Hands a bitmap over to a canvas of its size, which never reads a pixel of it. False, and the bitmap closed, where there is no canvas. */
export function handOver(bitmap: ImageBitmap, canvas: HTMLCanvasElement | null): boolean {
  const context = canvas?.getContext('bitmaprenderer')
  if (!canvas || !context) {
    bitmap.close()
    return false
  }
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  context.transferFromImageBitmap(bitmap)
  return true
}
