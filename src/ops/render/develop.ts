import type { Camera } from '../../core/scene/document'
import { fromStops, type Linear, toLinear, toSrgb, whiteBalance } from '../../core/scene/light'

/** Up to here linear light is shown as it is; above it bends towards white. */
const SHOULDER = 0.8
const ROOM = 1 - SHOULDER

/** The film's shoulder: 0.8 stays 0.8 with slope 1, no light however strong is more than 1. */
export const shoulder = (x: number): number => (x <= SHOULDER ? x : SHOULDER + ROOM * (1 - Math.exp((SHOULDER - x) / ROOM)))
/** What light the shoulder shows as `y`; white itself (1) is taken for what rounds to it. */
export const unshoulder = (y: number): number =>
  y <= SHOULDER ? y : SHOULDER - ROOM * Math.log(1 - (Math.min(y, 0.996) - SHOULDER) / ROOM)

/** By what the set's light is multiplied on its way to the picture, by channels. */
export function gainOf(camera: Camera): Linear {
  const [r, g, b] = whiteBalance(camera.kelvin)
  const by = fromStops(camera.exposure)
  return [r * by, g * by, b * by]
}

/** Linear light of the set that comes out as this sRGB value (0 to 1) in a channel of that gain. */
export const lightOf = (srgb: number, gain: number): number => unshoulder(toLinear(srgb)) / gain

const STEPS = 8192
const encoded = Float32Array.from({ length: STEPS + 2 }, (_, i) => toSrgb(Math.min(1, (i / STEPS) ** 2)) * 255)

/** sRGB, 0 to 255, of linear light 0 to 1: a table over its square root, within 0.001. */
export function encode(linear: number): number {
  const x = Math.sqrt(Math.min(1, Math.max(0, linear))) * STEPS
  const i = Math.floor(x)
  const low = encoded[i] as number
  return low + ((encoded[i + 1] as number) - low) * (x - i)
}

/**
 * The picture of linear light (RGBA, premultiplied, rows from the top): white balance, exposure, the shoulder, sRGB. What is not covered
 * shows `behind` (linear, as it comes out), or stays transparent where that is null.
 */
export function develop(light: Float32Array, gain: Linear, behind: Linear | null, out: Uint8ClampedArray): void {
  for (let p = 0; p < light.length; p += 4) {
    const alpha = Math.min(1, Math.max(0, light[p + 3] as number))
    // What shines on top of what is not covered (a reflection on a catcher) keeps at least its own weight.
    const cover = behind ? Math.max(alpha, 1e-3) : Math.max(alpha, 1 / 512)
    for (let c = 0; c < 3; c++) {
      const shown = shoulder(((light[p + c] as number) / cover) * (gain[c] as number))
      const linear = behind ? shown * cover + (behind[c] as number) * (1 - alpha) : shown
      out[p + c] = encode(linear)
    }
    out[p + 3] = behind ? 255 : alpha * 255
  }
}
