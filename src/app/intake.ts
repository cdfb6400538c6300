/** What the file choosers offer first. Anything else may still be dropped; it then says itself why it is no photo. */
export const ACCEPT = 'image/*,.heic,.heif,.tif,.tiff,.avif,.webp,.bmp,.gif'

const PICTURE = /\.(jpe?g|jpe|jfif|png|webp|avif|gif|bmp|tiff?|hei[cf]|svg)$/i

/** Of a whole folder only the pictures are wanted, not its desktop.ini. */
export const isPicture = (file: { name: string; type: string }) => file.type.startsWith('image/') || PICTURE.test(file.name)

const readAll = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader()
  const found: FileSystemEntry[] = []
  // A reader hands out at most 100 entries a call and an empty list at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((give, refuse) => reader.readEntries(give, refuse))
    if (some.length === 0) return found
    found.push(...some)
  }
}

async function walk(entry: FileSystemEntry, into: File[], inFolder: boolean): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((give, refuse) => (entry as FileSystemFileEntry).file(give, refuse))
    if (!inFolder || (isPicture(file) && !file.name.startsWith('.'))) into.push(file)
  } else if (entry.isDirectory) {
    for (const inner of await readAll(entry as FileSystemDirectoryEntry)) await walk(inner, into, true)
  }
}

/** The files of a drop, folders gone through. To be called in the drop event itself: afterwards the browser forgets what was dropped. */
export function filesOfDrop(data: DataTransfer): Promise<File[]> {
  const entries = [...data.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null))
  const plain = [...data.files]
  return (async () => {
    if (entries.every((entry) => entry === null)) return plain
    const files: File[] = []
    for (const entry of entries) if (entry) await walk(entry, files, false)
    return files
  })()
}

/** A pasted picture is called "image.png" by every browser: give it a name that tells two of them apart. */
export function namePasted(file: File, at: Date, n: number): File {
  if (!/^image\.\w+$/.test(file.name)) return file
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  const time = `${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`
  const ending = file.name.slice(file.name.lastIndexOf('.'))
  return new File([file], `pasted-${day}-${time}${n > 0 ? `-${n + 1}` : ''}${ending}`, { type: file.type, lastModified: file.lastModified })
}

/** A name for a new project that no other has: the day, and a number when the day has several. */
export function freeName(day: string, taken: readonly string[]): string {
  if (!taken.includes(day)) return day
  for (let n = 2; ; n++) if (!taken.includes(`${day}, ${n}`)) return `${day}, ${n}`
}
