import { Buffer } from 'node:buffer'
import { partBytes } from '../../models/plugin'
import { exifTool, hasExifTool } from './exiftool'
import { network, type SmallNetwork } from './networks'
import { hasShared, readSharedFile } from './shared'

/** What browser tests may ask of the machine they run on, by `commands` of `vitest/browser`. Bytes travel as base64. */
export const commands = {
  hasShared: (): boolean => hasShared(),
  readShared: async (_context: unknown, path: string): Promise<string> => Buffer.from(await readSharedFile(path)).toString('base64'),
  readPart: async (_context: unknown, id: string): Promise<string> => Buffer.from(await partBytes(id)).toString('base64'),
  exifTool: async (_context: unknown, name: string, file: string): Promise<Record<string, unknown> | null> =>
    hasExifTool() ? ((await exifTool([[name, Buffer.from(file, 'base64')]]))[0] ?? {}) : null,
  smallNetwork: (_context: unknown, wish: SmallNetwork): string => Buffer.from(network(wish)).toString('base64'),
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** Whether `../shared/data` is there; throws when it must be and is not. */
    hasShared(): Promise<boolean>
    /** A file below `../shared/data`, as base64. */
    readShared(path: string): Promise<string>
    /** The whole bytes of a part of the shelf, as base64. */
    readPart(id: string): Promise<string>
    /** What ExifTool tells of a file (as base64), by `group:tag`; null where it is not installed. */
    exifTool(name: string, file: string): Promise<Record<string, unknown> | null>
    /** An ONNX file that cuts out by colour, as base64. */
    smallNetwork(wish: SmallNetwork): Promise<string>
  }
}
