import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dueAt, overdue } from './retention'

const at = (iso: string) => Date.parse(iso)
const project = (hours: number | null, added: string | null = null) => ({
  created: '2026-11-23T10:00:00.000Z',
  added,
  retention: hours === null ? null : { hours },
})

it('counts from the last photo that was added, or from the beginning of a project without any', () => {
  expect(dueAt(project(24))).toBe(at('2026-11-24T10:00:00.000Z'))
  expect(dueAt(project(24, '2026-11-25T08:00:00.000Z'))).toBe(at('2026-11-26T08:00:00.000Z'))
  expect(dueAt(project(null))).toBeNull()
})

it('is over at its hour, not a moment before, and never for what is kept', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: -1e9, max: 1e9 }), (hours, off) => {
      const due = dueAt(project(hours)) as number
      expect(overdue([project(hours), project(null)], due + off)).toHaveLength(off >= 0 ? 1 : 0)
    }),
  )
})
