import type { Fault } from './fault'

/** Share of what the browser allows from which on it is said. */
const NEARLY = 0.8

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`

/** What to say of the room that is left; null while there is enough, and where the browser does not tell. */
export function nearlyFull({ usage = 0, quota = 0 }: StorageEstimate): Fault | null {
  if (quota <= 0 || usage < NEARLY * quota) return null
  return {
    code: 'storage-nearly-full',
    sentence: `Vitrine uses ${gigabytes(usage)} of the ${gigabytes(quota)} that the browser allows it.`,
    remedy: 'Delete a project or clear the cache under “This device”, before a batch has to stop for want of room.',
    retry: false,
  }
}
