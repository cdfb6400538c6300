import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileNames, type Nameable, PATTERN, stemOf } from './naming'

const about = { project: 'Spring', date: '2026-11-23' }
const photo = (name: string, sku = '', channel = 'etsy', format: Nameable['format'] = 'jpeg'): Nameable => ({ name, sku, channel, format })

const item = fc.record({
  name: fc.string({ unit: 'grapheme', maxLength: 300 }),
  sku: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom('', 'A', 'a', 'CON', 'nul.txt', '../..', ' . ', 'x'.repeat(80)),
  ),
  channel: fc.constantFrom('etsy', 'amazon-main'),
  format: fc.constantFrom('jpeg' as const, 'png' as const),
})

describe('file names', () => {
  test('count from 1 for each SKU on each channel', () => {
    const items = [photo('a.heic', 'MUG'), photo('b.heic', 'MUG'), photo('b.heic', 'MUG', 'amazon-main'), photo('hat.JPG')]
    expect(fileNames(items, PATTERN, about)).toEqual(['MUG-etsy-1.jpg', 'MUG-etsy-2.jpg', 'MUG-amazon-main-1.jpg', 'hat-etsy-1.jpg'])
  })

  test('fill every token and leave unknown ones', () => {
    const [name] = fileNames([photo('red mug.png', 'M1', 'ebay', 'png')], '{project} {date} {name} {sku} {channel} {number} {size}', about)
    expect(name).toBe('Spring 2026-11-23 red mug M1 ebay 1 {size}.png')
  })

  test('differ where the pattern does not tell them apart, even by case', () => {
    expect(fileNames([photo('Hat.jpg'), photo('hat.jpg'), photo('HAT.png')], '{name}', about)).toEqual([
      'Hat.jpg',
      'hat-2.jpg',
      'HAT-3.jpg',
    ])
  })

  test('keep letters of every script, composed', () => {
    expect(fileNames([photo('Kaﬀee Tasse e\u0301.jpg'), photo('花瓶🏺.heic')], '{name}', about)).toEqual([
      'Kaﬀee Tasse é.jpg',
      '花瓶🏺.jpg',
    ])
  })

  test('hold nothing that a file system refuses or that deceives', () => {
    const names = ['con.jpg', 'a/b\\c:d.jpg', '..', '.hidden.jpg', 'x\u202Egpj.exe', 'tab\there', 'dots...', '']
    expect(
      fileNames(
        names.map((name) => photo(name)),
        '{name}',
        about,
      ),
    ).toEqual(['_con.jpg', 'a-b-c-d.jpg', 'photo.jpg', 'hidden.jpg', 'xgpj.jpg', 'tabhere.jpg', 'dots.jpg', 'photo-2.jpg'])
  })

  test('an ending is what follows the last dot and has a letter', () => {
    expect(['a.jpeg', 'size 7.5', 'v1.2.heic', '.htaccess', 'IMG_1'].map(stemOf)).toEqual(['a', 'size 7.5', 'v1.2', '.htaccess', 'IMG_1'])
  })

  test('are safe, short and unique, whatever the names, SKUs and pattern', () => {
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 30 }),
        fc.oneof(fc.constantFrom(PATTERN, '{name}', '', '{sku}/{name}'), fc.string({ maxLength: 200 })),
        (items, pattern) => {
          const names = fileNames(items, pattern, about)
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(items.length)
          for (const name of names) {
            expect(name.length).toBeLessThanOrEqual(120)
            expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(240)
            expect(name).toBe(name.normalize('NFC'))
            expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cs}\u202E]|^[ .]|[ .]$/u)
            expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i)
            expect(name).toMatch(/.\.(jpg|png)$/)
          }
        },
      ),
    )
  })
})
