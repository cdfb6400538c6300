import type { Pixels } from './pixels'

/**
 * Reads a bitmap that was made with `premultiplyAlpha: 'none'` through a WebGL texture: the one way in which a browser
 * hands out colours under a low alpha unharmed. Null where that way is closed; the canvas is then the next best.
 */
export async function readStraight(bitmap: ImageBitmap): Promise<Pixels | null> {
  const { width, height } = bitmap
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2', { antialias: false, depth: false, powerPreference: 'low-power' })
  if (!gl) return null
  try {
    const most = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number
    if (width > most) return null
    const rows = Math.min(height, Math.max(1, Math.min(most, Math.floor(4e6 / width))))
    gl.bindTexture(gl.TEXTURE_2D, gl.createTexture())
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false)
    gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer())
    const data = new Uint8ClampedArray(width * height * 4)
    for (let top = 0; top < height; top += rows) {
      const count = Math.min(rows, height - top)
      const strip = count === height ? bitmap : await createImageBitmap(bitmap, 0, top, width, count, { premultiplyAlpha: 'none' })
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, strip)
      if (strip !== bitmap) strip.close()
      const texture = gl.getParameter(gl.TEXTURE_BINDING_2D) as WebGLTexture
      gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0)
      if (gl.checkFramebufferStatus(gl.FRAMEBUFFER) !== gl.FRAMEBUFFER_COMPLETE) return null
      const span = new Uint8Array(data.buffer, top * width * 4, count * width * 4)
      gl.readPixels(0, 0, width, count, gl.RGBA, gl.UNSIGNED_BYTE, span)
      if (gl.getError() !== gl.NO_ERROR || gl.isContextLost()) return null
    }
    return { width, height, data }
  } catch {
    return null
  } finally {
    gl.getExtension('WEBGL_lose_context')?.loseContext()
  }
}
