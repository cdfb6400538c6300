import type { Channel, ChannelId, CustomSize, FileFormat, Output, Rule } from '../../core/channels'
import { CUSTOM_TITLE, channelOf, channels } from '../../core/channels/list'
import { fileNames, TOKENS } from '../../core/naming'
import type { Photo, Project } from '../../core/project'
import { hexOf, sameColour, WHITE } from '../../ui/colour'
import type { Choice } from './wish'

/** A channel as the panel offers it. */
export interface Offer {
  readonly id: ChannelId
  readonly title: string
  /** Size, format and background in a line. */
  readonly line: string
}

const groundOf = (background: Output['background']) => {
  if (background === null) return 'transparent'
  if (background === 'doc') return 'backdrop or white'
  return sameColour(background, WHITE) ? 'white' : hexOf(background)
}

function lineOf({ output: { frame, format, background } }: Channel): string {
  const size = frame === 'photo' ? 'The photo’s size' : `${frame.width} × ${frame.height}`
  if (format === 'psd') return `${size}, for Photoshop, Affinity, Photopea`
  // A file that is called transparent PNG need not be told so twice.
  return background === null ? `${size}, full frame` : `${size} ${format.toUpperCase()}, ${groundOf(background)}`
}

/** Every channel, in the order users see. */
export const offers: readonly Offer[] = [
  ...channels.map((channel) => ({ id: channel.id, title: channel.title, line: lineOf(channel) })),
  { id: 'custom', title: CUSTOM_TITLE, line: 'Your own size, format and background' },
]

/** The format of a channel's files. */
export const formatOf = (id: ChannelId, custom: CustomSize): FileFormat => channelOf(id, custom).output.format

export const titleOf = (id: ChannelId): string => offers.find((offer) => offer.id === id)?.title ?? id

/** The rules of a channel and what only a person can check. */
export const rulesOf = (id: ChannelId, custom: CustomSize): Pick<Channel, 'rules' | 'byEye'> => channelOf(id, custom)

/** The rule behind a finding. */
export const ruleOf = (id: ChannelId, rule: string, custom: CustomSize): Rule | undefined =>
  channelOf(id, custom).rules.find((one) => one.id === rule)

const MEANS: Record<(typeof TOKENS)[number], string> = {
  '{sku}': 'SKU',
  '{name}': 'name of the photo’s file',
  '{channel}': 'channel',
  '{number}': 'number',
  '{project}': 'project',
  '{date}': 'date',
}
export const tokens = TOKENS.map((token) => ({ token, means: MEANS[token] }))

/** The name that the first file of this export gets. */
export function exampleOf(choice: Choice, project: Pick<Project, 'name'>, photos: readonly Photo[], today = new Date()): string {
  const photo = photos[0]
  const channel = choice.channels[0] ?? 'amazon-main'
  const format = formatOf(channel, choice.custom)
  const item = { name: photo?.name ?? 'IMG_4021.HEIC', sku: photo?.doc.sku ?? '', channel, format }
  return fileNames([item], choice.pattern, { project: project.name, date: today.toISOString().slice(0, 10) })[0] ?? ''
}
