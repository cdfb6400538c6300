import { toLinear, toSrgb } from '../../core/scene/light'

/** Linear light, 0 to 1, of each value of sRGB. */
export const LIGHT = Float32Array.from({ length: 256 }, (_, v) => toLinear(v / 255))

/** sRGB, 0 to 255 and not rounded, of linear light 0 to 1. */
export const encoded = (light: number): number => (light <= 0 ? 0 : light >= 1 ? 255 : 255 * toSrgb(light))
