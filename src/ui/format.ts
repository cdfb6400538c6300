const count = new Intl.NumberFormat('en-GB')

/** 1234 → "1,234". */
export const formatCount = (n: number) => count.format(n)

/** "1 photo", "3 photos". */
export const formatPlural = (n: number, one: string, many = `${one}s`) => `${formatCount(n)} ${n === 1 ? one : many}`

/** Bytes in decimal units, as file managers show them: "0 bytes", "812 kB", "44.3 MB", "1.2 GB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return formatPlural(Math.round(bytes), 'byte')
  const units = ['kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = -1
  do {
    value /= 1000
    unit++
  } while (value >= 999.5 && unit < units.length - 1)
  return `${value >= 99.5 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}

/** "about 4 min left", "a few seconds left"; empty when not known. */
export function formatLeft(seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds)) return ''
  if (seconds < 8) return 'a few seconds left'
  if (seconds < 55) return `about ${Math.round(seconds / 5) * 5} s left`
  if (seconds < 90 * 60) return `about ${Math.max(1, Math.round(seconds / 60))} min left`
  return `about ${(seconds / 3600).toFixed(1)} h left`
}

/** Share 0 to 1 as whole per cent: "42 %". */
export const formatShare = (share: number) => `${Math.floor(share * 100)} %`

/** "23 November" (with the year when it is not this one). */
export function formatDay(when: Date, today = new Date()): string {
  const year = when.getFullYear() === today.getFullYear() ? undefined : 'numeric'
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year }).format(when)
}

/** "23 Nov 2026, 14:05" in the device's own time zone. */
export const formatMoment = (iso: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))
