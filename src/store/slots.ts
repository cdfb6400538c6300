import { base64, bytesOf } from '../core/bytes'
import type { Slots } from '../core/sealing'
import type { Database } from './database'

const FOLDER = 'vault'

/**
 * The vault's secrets in the browser's own file system: there a file that is overwritten and removed has left no copy
 * (measured), while a small record of IndexedDB stays in its log for weeks. Where the browser has no such file system
 * they lie among the settings, and deleting is only as good as that. Only in workers.
 */
export async function slotsOf(db: Database): Promise<Slots> {
  try {
    const root = await navigator.storage.getDirectory()
    return inFiles(await root.getDirectoryHandle(FOLDER, { create: true }))
  } catch {
    return inSettings(db)
  }
}

function inFiles(folder: FileSystemDirectoryHandle): Slots {
  const overwrite = async (name: string, bytes: Uint8Array<ArrayBuffer> | null) => {
    const access = await (await folder.getFileHandle(name, { create: true })).createSyncAccessHandle()
    try {
      const size = Math.max(access.getSize(), bytes?.length ?? 0)
      const noise = crypto.getRandomValues(new Uint8Array(size))
      if (bytes) noise.set(bytes)
      access.write(noise, { at: 0 })
      access.flush()
      access.truncate(bytes?.length ?? 0)
      access.flush()
    } finally {
      access.close()
    }
  }
  const has = async (name: string) =>
    await folder.getFileHandle(name).then(
      () => true,
      () => false,
    )
  return {
    async read(name) {
      const handle = await folder.getFileHandle(name).catch(() => null)
      return handle && new Uint8Array(await (await handle.getFile()).arrayBuffer())
    },
    write: overwrite,
    async shred(name) {
      if (!(await has(name))) return
      await overwrite(name, null)
      await folder.removeEntry(name)
    },
    async names() {
      const names: string[] = []
      for await (const name of folder.keys()) names.push(name)
      return names
    },
  }
}

function inSettings(db: Database): Slots {
  const PREFIX = 'slot-'
  return {
    async read(name) {
      const text = await db.get('settings', PREFIX + name)
      return typeof text === 'string' ? bytesOf(text) : null
    },
    async write(name, bytes) {
      await db.put('settings', base64(bytes), PREFIX + name)
    },
    async shred(name) {
      await db.delete('settings', PREFIX + name)
    },
    async names() {
      return (await db.getAllKeys('settings')).flatMap((key) => (key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : []))
    },
  }
}
