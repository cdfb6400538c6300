import { describe, expect, it } from 'vitest'
import { filesOfDrop, freeName, isPicture, namePasted } from './intake'

const file = (name: string, type = '') => new File(['x'], name, { type })

describe('what is taken from a folder', () => {
  it.each(['IMG_1.HEIC', 'a.jpeg', 'b.TIF', 'c.avif'])('takes %s by its ending', (name) => expect(isPicture(file(name))).toBe(true))
  it('takes what the system calls a picture', () => expect(isPicture(file('noending', 'image/png'))).toBe(true))
  it.each(['desktop.ini', 'list.csv', 'jpg', 'film.mov'])('leaves %s', (name) => expect(isPicture(file(name))).toBe(false))
})

describe('a drop', () => {
  const fileEntry = (name: string) => ({ isFile: true, isDirectory: false, name, file: (give: (file: File) => void) => give(file(name)) })
  const folderEntry = (inner: readonly unknown[], page = 2) => ({
    isFile: false,
    isDirectory: true,
    name: 'folder',
    createReader: () => {
      const left = [...inner]
      return { readEntries: (give: (some: readonly unknown[]) => void) => give(left.splice(0, page)) }
    },
  })
  const drop = (entries: readonly unknown[], files: readonly File[] = []) =>
    ({ items: entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry })), files }) as unknown as DataTransfer

  it('goes through folders in folders, page by page, and leaves what is no picture there', async () => {
    const inner = folderEntry([fileEntry('d.png'), fileEntry('.hidden.jpg'), fileEntry('notes.txt')])
    const found = await filesOfDrop(
      drop([folderEntry([fileEntry('a.jpg'), fileEntry('b.jpg'), inner, fileEntry('c.webp')]), fileEntry('loose.txt')]),
    )
    expect(found.map((one) => one.name)).toEqual(['a.jpg', 'b.jpg', 'd.png', 'c.webp', 'loose.txt'])
  })
  it('takes plain files where there are no entries', async () => {
    expect((await filesOfDrop(drop([null], [file('a.jpg')]))).map((one) => one.name)).toEqual(['a.jpg'])
  })
})

describe('names', () => {
  it('tells pasted pictures apart', () => {
    const at = new Date(2026, 10, 3, 9, 5, 7)
    expect(namePasted(file('image.png', 'image/png'), at, 0).name).toBe('pasted-2026-11-03-090507.png')
    expect(namePasted(file('image.png', 'image/png'), at, 1).name).toBe('pasted-2026-11-03-090507-2.png')
    expect(namePasted(file('mug.png'), at, 0).name).toBe('mug.png')
  })
  it('gives a day its number when it has a project already', () => {
    expect(freeName('23 November', [])).toBe('23 November')
    expect(freeName('23 November', ['23 November', '23 November, 2'])).toBe('23 November, 3')
  })
})
