/** What a service worker tells of its version of the app. */
export interface Release {
  /** As in `package.json`. */
  readonly version: string
  /** Path and SHA-256 of every file of it that is kept, by path in code units. */
  readonly files: readonly (readonly [path: string, sha256: string])[]
}

/** What a page asks a service worker; the answer, a `Release`, comes on the port that goes along. */
export const DESCRIBE = 'describe'

/** As `sha256sum` writes it. */
export const sumsText = (files: Release['files']): string => files.map(([path, sha256]) => `${sha256}  ${path}\n`).join('')

/** Paths of the files that differ between two versions. */
export interface Changes {
  readonly changed: readonly string[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** What taking the newer version would change. Names that hold a hash of their content come and go with it. */
export function changesBetween(now: Release, next: Release): Changes {
  const [before, after] = [new Map(now.files), new Map(next.files)]
  return {
    changed: [...after].flatMap(([path, sha256]) => (before.has(path) && before.get(path) !== sha256 ? [path] : [])),
    added: [...after.keys()].filter((path) => !before.has(path)),
    removed: [...before.keys()].filter((path) => !after.has(path)),
  }
}
