import { expect, it } from 'vitest'
import type { ChannelReport, Verdict } from '../../core/channels'
import { standingOf, sumUp } from './standing'
import { reportKey } from './useInspection'

const channels = [{ id: 'etsy' }, { id: 'ebay' }] as const
const report = (verdict: Verdict) => ({ verdict }) as ChannelReport

it('takes the worst verdict of a photo and counts files', () => {
  const photos = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
  const reports = new Map([
    [reportKey('a', 'etsy'), report('pass')],
    [reportKey('a', 'ebay'), report('fail')],
    [reportKey('b', 'ebay'), report('warn')],
    [reportKey('gone', 'ebay'), report('fail')],
  ])
  expect(photos.map((photo) => standingOf(photo, channels, reports))).toEqual(['fail', 'warn', 'none'])
  expect(sumUp(photos, channels, reports)).toEqual({ total: 6, done: 3, pass: 1, warn: 1, fail: 1 })
})
