import { expect, it } from 'vitest'
import { levelOf, type Outcomes } from './level'

const tight: Outcomes = {
  policy: 'closed',
  worker: 'closed',
  isolated: 'closed',
  allowlist: 'closed',
  downloads: 'closed',
  elsewhere: 'closed',
  home: 'closed',
}

it('is sealed when everything is closed, also before the button asked for the rest', () => {
  expect(levelOf(tight)).toBe('sealed')
  expect(levelOf({ ...tight, elsewhere: 'untried', home: 'untried' })).toBe('sealed')
})

it.each(['open', 'untried'] as const)('is guarded when the allowlist alone, or the sandbox, is %s', (finding) => {
  expect(levelOf({ ...tight, allowlist: finding })).toBe('guarded')
  expect(levelOf({ ...tight, downloads: finding })).toBe('guarded')
})

it.each(['policy', 'worker', 'isolated', 'elsewhere', 'home'] as const)('is not sealed when %s is open', (id) => {
  expect(levelOf({ ...tight, [id]: 'open' })).toBe('open')
  expect(levelOf({ ...tight, allowlist: 'open', [id]: 'open' })).toBe('open')
})

it.each(['policy', 'worker', 'isolated'] as const)('takes nothing for granted: %s has to be asked', (id) => {
  expect(levelOf({ ...tight, [id]: 'untried' })).toBe('open')
})
