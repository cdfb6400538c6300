/** One value of a photo's notes: where it stands (`xmp.plus:Licensor.plus:LicensorName`, `exif.Artist`) and what it says. */
export interface Leaf {
  readonly path: string
  readonly value: string
}

/** The bytes as text: UTF-8 where they are that, else Latin-1. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('latin1').decode(bytes)
  }
}
