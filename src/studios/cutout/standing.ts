import type { ChannelId, ChannelReport, Verdict } from '../../core/channels'
import type { Photo } from '../../core/project'
import { reportKey } from './useInspection'

/** A verdict, or none yet. */
export type Standing = Verdict | 'none'
export type Filter = 'all' | Verdict

export interface Sums {
  readonly total: number
  readonly done: number
  readonly pass: number
  readonly warn: number
  readonly fail: number
}

type Reports = ReadonlyMap<string, ChannelReport>
type Channels = readonly { readonly id: ChannelId }[]

/** A photo's worst verdict over the channels reported so far. */
export function standingOf(photo: Pick<Photo, 'id'>, channels: Channels, reports: Reports): Standing {
  const verdicts = channels.map(({ id }) => reports.get(reportKey(photo.id, id))?.verdict)
  for (const verdict of ['fail', 'warn', 'pass'] as const) if (verdicts.includes(verdict)) return verdict
  return 'none'
}

/** Files by verdict. */
export function sumUp(photos: readonly Pick<Photo, 'id'>[], channels: Channels, reports: Reports): Sums {
  const sums = { pass: 0, warn: 0, fail: 0 }
  for (const photo of photos) {
    for (const { id } of channels) {
      const verdict = reports.get(reportKey(photo.id, id))?.verdict
      if (verdict) sums[verdict]++
    }
  }
  return { ...sums, total: photos.length * channels.length, done: sums.pass + sums.warn + sums.fail }
}
