import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const EXIFTOOL = 'exiftool'

/** Whether ExifTool is installed (Debian: libimage-exiftool-perl). */
export const hasExifTool = (): boolean => spawnSync(EXIFTOOL, ['-ver']).status === 0

/** What ExifTool tells of each file, in their order, by `group:tag`, numbers as they are. */
export async function exifTool(files: readonly (readonly [name: string, bytes: Uint8Array])[]): Promise<Record<string, unknown>[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-exiftool-'))
  try {
    for (const [name, bytes] of files) await writeFile(join(folder, name), bytes)
    const paths = files.map(([name]) => join(folder, name))
    const { stdout } = spawnSync(EXIFTOOL, ['-json', '-n', '-a', '-G1', '-charset', 'utf8', ...paths], { encoding: 'utf8' })
    return JSON.parse(stdout) as Record<string, unknown>[]
  } finally {
    await rm(folder, { recursive: true })
  }
}
