import type { Fault } from './fault'
import { z } from './schema'

export const ChannelId = z.enum([
  'amazon-main', 'amazon-secondary', 'etsy', 'ebay', 'shopify', 'walmart', 'google-merchant', 'tiktok-shop', 'transparent', 'custom',
])
export type ChannelId = z.infer<typeof ChannelId>

/** A size the user typed. `fill` = share of the frame that the product's larger extent takes, 0.1 to 1. */
export const CustomSize = z.object({
  width: z.int().min(16).max(10000),
  height: z.int().min(16).max(10000),
  format: z.enum(['jpeg', 'png']),
  /** Null = transparent (PNG only; JPEG is then white). */
  background: z.tuple([z.int(), z.int(), z.int()]).nullable(),
  fill: z.number().min(0.1).max(1),
})
export type CustomSize = z.infer<typeof CustomSize>

export type Verdict = 'pass' | 'warn' | 'fail'

/** One rule held against one picture. */
export interface Finding {
  readonly rule: string
  readonly verdict: Verdict
  /** E.g. "Fill 87.9 % (85 % at least)". */
  readonly measured: string
  /** What to do, empty when it passes. */
  readonly remedy: string
}

export interface ChannelReport {
  readonly photo: string
  readonly channel: ChannelId
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  readonly bytes: number
  readonly width: number
  readonly height: number
  /** Set when the file could not be made at all. */
  readonly fault: Fault | null
}
