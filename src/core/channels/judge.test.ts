import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ChannelId, type ExportFacts } from '../channels'
import { judge } from './judge'
import { channelOf, channels } from './list'

const size = { width: 1200, height: 900, format: 'jpeg', background: [10, 20, 30], fill: 0.7 } as const
const custom = { ...size, background: [...size.background] as [number, number, number] }

/** A perfect file for a channel. */
function perfect(id: ChannelId): ExportFacts {
  const { output } = channelOf(id, custom)
  const { width, height } = output.frame === 'photo' ? { width: 4000, height: 3000 } : output.frame
  const half = output.fill / 2
  const [dx, dy] = width > height ? [(half * height) / width, half] : [half, (half * width) / height]
  return {
    width,
    height,
    bytes: 900_000,
    format: output.format,
    srgb: true,
    fill: output.fill,
    area: 0.4,
    box: [0.5 - dx, 0.5 - dy, 0.5 + dx, 0.5 + dy],
    scale: 0.6,
    background: {
      colour: output.background === 'doc' ? [255, 255, 255] : output.background,
      canvasOff: 0,
      fileOffBeyond12: 0,
      frameOff: 0,
      worst: 0,
    },
    alphaOff: 0,
    touchesFrame: [],
  }
}
const failing = (id: ChannelId, change: Partial<ExportFacts>) =>
  judge(channelOf(id, custom), { ...perfect(id), ...change })
    .findings.filter(({ verdict }) => verdict !== 'pass')
    .map(({ rule, verdict }) => `${rule} ${verdict}`)

describe('channels', () => {
  test('are those that users know, by their names', () => {
    expect([...channels.map(({ title }) => title), channelOf('custom', custom).title]).toEqual([
      'Amazon main',
      'Amazon secondary',
      'Etsy',
      'eBay',
      'Shopify',
      'Walmart',
      'Google Merchant',
      'TikTok Shop',
      'Transparent PNG',
      'Layered file (PSD)',
      'Custom size',
    ])
    expect([...channels.map(({ id }) => id), 'custom'].sort()).toEqual([...ChannelId.options].sort())
  })

  test('ask nothing of a background where a set was asked for, and all the rest', () => {
    const { background } = perfect('etsy')
    const inSet = { ...background, colour: 'any' as const }
    const rules = (change: Partial<ExportFacts>) =>
      judge(channelOf('etsy', custom), { ...perfect('etsy'), ...change }).findings.map(({ rule }) => rule)
    expect(rules({}).filter((rule) => !rules({ background: inSet }).includes(rule))).toEqual(['even'])
    expect(failing('etsy', { background: inSet, scale: 1.3 })).toEqual(['enlarged warn'])
  })

  test('what a channel asks for passes its own rules', () => {
    for (const id of ChannelId.options) expect(judge(channelOf(id, custom), perfect(id)), id).toMatchObject({ verdict: 'pass' })
  })

  test('every rule can be broken, has a source, and says what to do', () => {
    const broken: Partial<ExportFacts>[] = [
      { width: 40, height: 30 },
      { width: 12_000, height: 9000 },
      { format: 'other' },
      { bytes: 40_000_000 },
      { srgb: false },
      { fill: 0.2 },
      { fill: 0.99 },
      { box: [0, 0, 1, 1], width: 4000, height: 2000 },
      { alphaOff: 7 },
      { scale: 2.5 },
      { touchesFrame: ['left'] },
      { background: { colour: [255, 255, 255], canvasOff: 1, fileOffBeyond12: 2, frameOff: 3, worst: 9 } },
    ]
    for (const id of ChannelId.options) {
      const channel = channelOf(id, custom)
      expect(new Set(channel.rules.map((rule) => rule.id)).size, id).toBe(channel.rules.length)
      for (const rule of channel.rules) {
        expect(rule.text.endsWith('.') && rule.source !== '' && rule.date === '2026-11', `${id} ${rule.id}`).toBe(true)
        const findings = broken.map((change) =>
          judge(channel, { ...perfect(id), ...change }).findings.find((finding) => finding.rule === rule.id),
        )
        const bad = findings.filter((finding) => finding?.verdict === rule.severity)
        expect(bad.length, `${id} ${rule.id}`).toBeGreaterThan(0)
        for (const finding of bad) expect(finding?.remedy).not.toBe('')
      }
    }
  })

  test('a missing custom size is said', () => expect(() => channelOf('custom', null)).toThrow('no-size'))
})

describe('judge', () => {
  test('holds Amazon’s main picture to white, fill and size', () => {
    expect(failing('amazon-main', { fill: 0.84 })).toEqual(['fill fail'])
    expect(failing('amazon-main', { fill: 0.85 })).toEqual([])
    expect(failing('amazon-main', { width: 1500, height: 1500 })).toEqual(['side-advised warn'])
    expect(failing('amazon-main', { format: 'webp' })).toEqual(['format fail'])
    expect(failing('amazon-main', { bytes: 10_000_001 })).toEqual(['bytes fail'])
    expect(
      failing('amazon-main', { background: { colour: [255, 255, 255], canvasOff: 0, fileOffBeyond12: 0, frameOff: 1, worst: 1 } }),
    ).toEqual(['white-frame fail'])
    expect(failing('amazon-secondary', { fill: 0.3 })).toEqual([])
  })

  test('warns of enlarged and cropped products with the measured values', () => {
    const { verdict, findings } = judge(channelOf('ebay', null), { ...perfect('ebay'), scale: 1.834, touchesFrame: ['left', 'bottom'] })
    expect(verdict).toBe('warn')
    expect(findings.filter((finding) => finding.verdict === 'warn').map(({ measured }) => measured)).toEqual([
      'Enlarged 1.83 × (1 × at most)',
      'The photo’s edge cuts the product (left, bottom)',
    ])
    expect(failing('ebay', { scale: 1.015 })).toEqual([])
  })

  test('says what was measured beside the limit', () => {
    const said = judge(channelOf('amazon-main', null), {
      ...perfect('amazon-main'),
      fill: 0.8791,
      area: 0.5672,
      bytes: 541_519,
    }).findings.map(({ measured }) => measured)
    expect(said).toContain('Fill 87.9 % of the frame’s side, 56.7 % of its area (85 % at least)')
    expect(said).toContain('Longest side 2000 px (10,000 px at most)')
    expect(said).toContain('0.55 MB (10 MB at most)')
    expect(said).toContain('Background even on the canvas')
    expect(said).toContain('Format JPEG (JPEG, PNG)')
  })

  test('the worst finding is the verdict, for any facts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ChannelId.options),
        fc.nat(12_000),
        fc.nat(12_000),
        fc.nat(30_000_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 9, noNaN: true }),
        (id, width, height, bytes, fill, scale) => {
          const { verdict, findings } = judge(channelOf(id, custom), {
            ...perfect(id),
            width: width + 1,
            height: height + 1,
            bytes,
            fill,
            scale,
          })
          const rank = { pass: 0, warn: 1, fail: 2 }
          expect(rank[verdict]).toBe(Math.max(...findings.map((finding) => rank[finding.verdict])))
          for (const finding of findings) expect(finding.remedy === '').toBe(finding.verdict === 'pass')
        },
      ),
    )
  })
})
