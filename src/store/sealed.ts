import type { Sealer } from '../core/sealing'
import type { Box } from './database'

/** A value as sealed JSON, bound to what it is about. */
export const sealJson = async (sealer: Sealer, value: unknown, about: string): Promise<Box> =>
  await sealer.seal(new TextEncoder().encode(JSON.stringify(value)), about)

/** The value that was sealed. Throws the fault `damaged`. */
export const openJson = async (sealer: Sealer, box: Box, about: string): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await sealer.open(box, about)))
