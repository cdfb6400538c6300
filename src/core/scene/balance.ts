import { Point } from '../repair'
import { z } from '../schema'
import { type Linear, luminance } from './light'
import { clamp } from './numbers'

/**
 * A photo's exposure and white balance, corrected as a whole: one gain for each channel of linear light, the same for every pixel.
 * In stops, so that none is 0.
 */
export const Balance = z.object({
  /** By which a grey comes out lighter. */
  exposure: z.number().min(-4).max(4).default(0),
  /** Of red over blue; above 0 = warmer. */
  warmth: z.number().min(-4).max(4).default(0),
  /** Of green over the mean of red and blue; below 0 = towards magenta. */
  green: z.number().min(-2).max(2).default(0),
})
export type Balance = z.infer<typeof Balance>

/** As photographed. */
export const UNBALANCED: Balance = { exposure: 0, warmth: 0, green: 0 }

/** The gains of linear red, green and blue. Their luminance is 2^exposure: a grey becomes that many times as light. */
export function gainsOf({ exposure, warmth, green }: Balance): Linear {
  const colour: Linear = [2 ** (warmth / 2), 2 ** green, 2 ** (-warmth / 2)]
  const scale = 2 ** exposure / luminance(colour)
  return [colour[0] * scale, colour[1] * scale, colour[2] * scale]
}

const LIMITS = { exposure: 4, warmth: 4, green: 2 } as const
const hundredth = (value: number, limit: number) => clamp(Math.round(value * 100) / 100, -limit, limit) + 0

/** The balance that has these gains, to a hundredth of a stop; null where that is none. */
export function balanceOf(gains: Linear): Balance | null {
  const [r, g, b] = gains.map((gain) => Math.log2(gain)) as [number, number, number]
  const balance = {
    exposure: hundredth(Math.log2(luminance(gains)), LIMITS.exposure),
    warmth: hundredth(r - b, LIMITS.warmth),
    green: hundredth(g - (r + b) / 2, LIMITS.green),
  }
  return balance.exposure === 0 && balance.warmth === 0 && balance.green === 0 ? null : balance
}

/** The light that a photo was made in, as the photo shows it. */
export const Illuminant = z.object({
  /** What something white came out as, linear; of a `spot` what is there. */
  white: z.tuple([z.number(), z.number(), z.number()]).readonly(),
  /** Measured on the paper behind the product, guessed from the whole picture, or read where somebody pointed. */
  from: z.enum(['ground', 'picture', 'spot']),
  /** How sure its colour and its level are, 0 to 1. */
  sure: z.object({ colour: z.number(), level: z.number() }),
})
export type Illuminant = z.infer<typeof Illuminant>

/** Where to look for it: somewhere of the unturned photo, in shares of it; null = behind the product. */
export const Sight = Point.nullable()

/** Less sure than this it is not acted on. */
export const SURE = 0.25

const times = (a: Linear, b: Linear): Linear => [a[0] * b[0], a[1] * b[1], a[2] * b[2]]
const over = (a: Linear, b: Linear): Linear => [a[0] / b[0], a[1] / b[1], a[2] / b[2]]
const level = (gains: Linear, to: number): Linear => {
  const scale = to / luminance(gains)
  return [gains[0] * scale, gains[1] * scale, gains[2] * scale]
}
const exposed = (balance: Balance | null) => 2 ** (balance?.exposure ?? 0)

/**
 * The balance that brings a photo to another one's light: white comes out alike in both. `now` is the photo's own balance, which stays
 * where the two lights are not sure; `goal` the balance of the other.
 */
export function matched(own: Illuminant, now: Balance | null, other: Illuminant, goal: Balance | null): Balance | null {
  if (own.sure.colour < SURE || other.sure.colour < SURE) return now
  const gains = over(times(other.white, gainsOf(goal ?? UNBALANCED)), own.white)
  const known = own.sure.level >= SURE && other.sure.level >= SURE
  return balanceOf(known ? gains : level(gains, exposed(now)))
}

/** The balance in which something of that colour comes out grey; exposure stays. */
export const neutralised = ({ white }: Illuminant, now: Balance | null): Balance | null =>
  balanceOf(level(over([1, 1, 1], white), exposed(now)))
