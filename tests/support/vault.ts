import type { Page } from '@playwright/test'
import type { Slots } from '../../src/core/sealing'
import type { Cabinet, Database } from '../../src/store/database'
import { Vault } from '../../src/vault/vault'

/** Slots in memory. `left` writes from now on succeed; the one after is cut off in the middle and throws, as when the power goes. */
export function memorySlots(files = new Map<string, Uint8Array<ArrayBuffer>>()): Slots & { files: typeof files; left: number } {
  const slots = {
    files,
    left: Infinity,
    async read(name: string) {
      return files.get(name)?.slice() ?? null
    },
    async write(name: string, bytes: Uint8Array<ArrayBuffer>) {
      if (slots.left-- <= 0) {
        files.set(name, bytes.slice(0, Math.floor(bytes.length / 2)))
        throw new Error('killed')
      }
      files.set(name, bytes.slice())
    },
    async shred(name: string) {
      files.delete(name)
    },
    async names() {
      return [...files.keys()]
    },
  }
  return slots
}

/** The vault over the slots; `clock` gives the time, `empty` says whether nothing is stored yet. */
export const vaultOf = async (slots: Slots, clock: () => number = () => Date.now(), empty = true): Promise<Vault> =>
  await Vault.of({ slots, alone: (work) => work(), empty: async () => empty, now: clock })

/** The database with the keys of a vault that no passphrase locks. */
export const cabinetOf = async (db: Database, slots: Slots = memorySlots()): Promise<Cabinet> => ({ db, keys: (await vaultOf(slots)).keys })

/** The bytes of the vault's slots whose name begins so, as a script in the page reads them. */
export const slotsOf = (page: Page, prefix: string): Promise<{ name: string; bytes: number[] }[]> =>
  page.evaluate(async (start) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('vault')
    const slots: { name: string; bytes: number[] }[] = []
    for await (const [name, handle] of folder.entries()) {
      if (!name.startsWith(start) || handle.kind !== 'file') continue
      const file = await (handle as FileSystemFileHandle).getFile()
      slots.push({ name, bytes: [...new Uint8Array(await file.arrayBuffer())] })
    }
    return slots
  }, prefix)
