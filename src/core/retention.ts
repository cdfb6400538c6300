import type { Project } from './project'

/** How long a project may be kept, counted from when the last photo was added. */
export const PERIODS = [1, 24, 72, 168, 720] as const

const HOUR = 3_600_000

/** When the project deletes itself, in ms since 1970; null = never. */
export function dueAt({ retention, added, created }: Pick<Project, 'retention' | 'added' | 'created'>): number | null {
  return retention === null ? null : Date.parse(added ?? created) + retention.hours * HOUR
}

/** The projects whose time is over. `now`, ms since 1970, is the later of the clock and the ledger's last line: setting the clock back lengthens nothing. */
export const overdue = <P extends Pick<Project, 'retention' | 'added' | 'created'>>(projects: readonly P[], now: number): P[] =>
  projects.filter((project) => (dueAt(project) ?? Infinity) <= now)
