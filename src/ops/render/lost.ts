import { fail } from '../../core/fault'

/** The fault `graphics-lost`: the device's graphics went away while a picture was taken. */
export const graphicsLost = (): never =>
  fail(
    'graphics-lost',
    'The device’s graphics stopped while the picture was taken.',
    'Close other tabs that draw much, or take the picture smaller, and try again.',
    true,
  )
