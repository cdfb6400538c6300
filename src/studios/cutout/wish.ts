import { type ChannelId, CustomSize } from '../../core/channels'
import type { ExportWish } from '../../core/client'
import type { SignedBy } from '../../core/credentials'
import { PATTERN } from '../../core/naming'
import type { Photo } from '../../core/project'
import type { RightsWish } from '../../core/rights'

/** What the user chose in the export panel. `custom` may be half typed, so it is checked only when used. */
export interface Choice {
  readonly channels: readonly ChannelId[]
  readonly custom: CustomSize
  readonly pattern: string
  /** Whether the files carry rights; what they then say is kept while they do not. */
  readonly rights: boolean
  readonly say: RightsWish
  /** Each file gets a fidelity certificate. */
  readonly certificates: boolean
  readonly credentials: SignedBy | null
}

export const START: Choice = {
  channels: [],
  custom: { width: 2000, height: 2000, format: 'jpeg', background: [255, 255, 255], fill: 0.88 },
  pattern: PATTERN,
  rights: true,
  say: { creator: '', copyright: '', mining: 'DMI-PROHIBITED-AIMLTRAINING', story: false },
  certificates: false,
  credentials: null,
}

// Choices last as long as the page: the next export of a project begins where the last one ended.
const choices = new Map<string, Choice>()
export const lastChoice = (project: string): Choice => choices.get(project) ?? START
export const keepChoice = (project: string, choice: Choice): void => void choices.set(project, choice)

/** Why a custom size cannot be made; null when it can. */
export function customFault(custom: CustomSize): string | null {
  const checked = CustomSize.safeParse(custom)
  if (checked.success) return null
  const field = checked.error.issues[0]?.path[0]
  if (field === 'width' || field === 'height') return 'Width and height are whole numbers from 16 to 10,000 px.'
  return field === 'fill' ? 'The product fills 10 to 100 % of the frame.' : 'This size cannot be made.'
}

/** The wish that a choice makes for these photos; null when nothing can be exported yet. Photos that are not done stay out. */
export function wishOf(choice: Choice, photos: readonly Photo[]): ExportWish | null {
  const custom = choice.channels.includes('custom') ? choice.custom : null
  const done = photos.filter(({ state }) => state.at === 'done').map(({ id }) => id)
  if (choice.channels.length === 0 || done.length === 0 || (custom && customFault(custom) !== null)) return null
  const { channels, pattern, certificates, credentials } = choice
  return { photos: done, channels, custom, pattern, rights: choice.rights ? choice.say : null, certificates, credentials }
}
