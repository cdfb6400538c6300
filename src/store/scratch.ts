/** Folder of the origin-private file system for files on their way out; emptied at every start. */
const FOLDER = 'on-its-way-out'

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory()
  return await root.getDirectoryHandle(FOLDER, { create: true })
}

/** Removes what earlier exports left. A file that another tab is still handing over stays. */
export async function emptyScratch(): Promise<void> {
  try {
    const dir = await folder()
    for await (const name of dir.keys()) await dir.removeEntry(name).catch(() => {})
  } catch {
    // Browsers without this file system have nothing to empty.
  }
}

/**
 * Writes a stream into a file on disk and returns it, so that an export of a thousand photos never lies in memory.
 * Falls back to memory where the browser has no file system of its own. Throws QuotaExceededError when the disk is full.
 */
export async function onDisk(stream: AsyncIterable<Uint8Array<ArrayBuffer>>, type: string): Promise<Blob> {
  let handle: FileSystemFileHandle
  let access: FileSystemSyncAccessHandle
  try {
    handle = await (await folder()).getFileHandle(crypto.randomUUID(), { create: true })
    access = await handle.createSyncAccessHandle()
  } catch {
    const pieces: BlobPart[] = []
    for await (const chunk of stream) pieces.push(chunk)
    return new Blob(pieces, { type })
  }
  let at = 0
  try {
    for await (const chunk of stream) at += access.write(chunk, { at })
    access.flush()
  } finally {
    access.close()
  }
  // A slice carries the type; the bytes stay on disk.
  const file = await handle.getFile()
  if (file.size !== at) throw new DOMException('the export was not written whole', 'QuotaExceededError')
  return file.slice(0, file.size, type)
}
