import type { Channel, ChannelId, CustomSize } from '../channels'
import { fail } from '../fault'
import { amazonMain, amazonSecondary } from './amazon'
import { ebay, etsy, tiktokShop, walmart } from './marketplaces'
import { custom, googleMerchant, layered, shopify, transparent } from './shops'

/** Every channel with a size of its own, in the order users see. */
export const channels: readonly Channel[] = [
  amazonMain,
  amazonSecondary,
  etsy,
  ebay,
  shopify,
  walmart,
  googleMerchant,
  tiktokShop,
  transparent,
  layered,
]

/** What users read before a custom size was typed. */
export const CUSTOM_TITLE = 'Custom size'

/** A channel by its id; `size` is needed for `custom` only. Throws the fault `no-size` when it is missing. */
export function channelOf(id: ChannelId, size: CustomSize | null): Channel {
  if (id === 'custom')
    return size ? custom(size) : fail('no-size', 'The custom size has no width and height.', 'Type them under Custom size.')
  const channel = channels.find((one) => one.id === id)
  if (!channel) throw new RangeError(`no channel is called “${id}”`)
  return channel
}
