/** Pixels, and where they lie in the image that they are laid over. */
interface Placed {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** Lays a layer (straight alpha, sRGB) over an image that is `width` px wide, whose alpha grows with it. Mixed in sRGB, as mattes are made. Solid pixels replace what was there. */
export function over(data: Uint8ClampedArray, width: number, layer: Placed): void {
  for (let y = 0, p = 0; y < layer.height; y++) {
    for (let x = 0, o = ((layer.top + y) * width + layer.left) * 4; x < layer.width; x++, p += 4, o += 4) {
      const a = (layer.data[p + 3] as number) / 255
      if (a === 0) continue
      const under = (1 - a) * ((data[o + 3] as number) / 255)
      const total = a + under
      for (let c = 0; c < 3; c++) data[o + c] = ((layer.data[p + c] as number) * a + (data[o + c] as number) * under) / total
      data[o + 3] = total * 255
    }
  }
}
