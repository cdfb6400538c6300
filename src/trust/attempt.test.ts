import { describe, expect, it } from 'vitest'
import { asText, type Evidence, judge, newCanary, type Stopper, summarize, type Trial } from './attempt'

const nothing: Evidence = { noticed: 'silent', directives: [], refused: false, status: null, allowlist: true }

describe('who stopped it', () => {
  it.each<[string, Partial<Evidence>, Stopper]>([
    ['an answer is a leak', { noticed: 'answered' }, 'out'],
    ['an answer is a leak whatever else was reported', { noticed: 'answered', directives: ['connect-src'], refused: true }, 'out'],
    ['an answer that only the timing of loads tells is one too', { status: 404 }, 'out'],
    ['what the browser lacks', { noticed: 'missing' }, 'browser'],
    ['the policy', { noticed: 'failed', directives: ['img-src', 'img-src'] }, 'policy'],
    ['the service worker', { noticed: 'failed', refused: true, status: 0 }, 'service worker'],
    ['a server left out', { noticed: 'dropped', allowlist: false }, 'allowlist'],
    ['what nobody else stopped, under the allowlist', { noticed: 'failed' }, 'allowlist'],
    ['a load that failed without a word', { status: 0 }, 'allowlist'],
    ['the same without the allowlist', { noticed: 'failed', status: 0, allowlist: false }, 'unseen'],
    ['silence', {}, 'unseen'],
  ])('%s', (_what, evidence, by) => {
    expect(judge({ ...nothing, ...evidence }).by).toBe(by)
  })

  it('names each directive once', () => {
    expect(judge({ ...nothing, directives: ['img-src', 'img-src', 'font-src'] }).words).toBe(
      'The content security policy: img-src, font-src',
    )
  })
})

const trials = (...stoppers: Stopper[]): Trial[] => stoppers.map((by, i) => ({ way: `way ${i}`, goal: 'home', by, words: `by ${by}` }))

describe('the sum', () => {
  it('adds up', () => {
    expect(summarize(trials('policy', 'policy', 'allowlist', 'browser', 'service worker'))).toBe(
      'Tried 5, stopped 5: 2 by the content security policy, 1 by the connection allowlist, 1 by the service worker, 1 because the browser has no such thing. None was seen to get out.',
    )
  })
  it('counts neither a leak nor what could not be told as stopped', () => {
    expect(summarize(trials('policy', 'unseen', 'out'))).toBe(
      'Tried 3, stopped 1: 1 by the content security policy. Of 1 it could not be told from inside. 1 got out.',
    )
    expect(summarize(trials('out'))).toBe('Tried 1, stopped 0. 1 got out.')
  })
  it('is followed by a line for each trial', () => {
    expect(asText(trials('policy')).split('\n').slice(1)).toEqual(['way 0, own host: by policy', ''])
  })
})

it('a canary fits into a host name and is never the same', () => {
  expect(newCanary()).toMatch(/^canary-[0-9a-f]{12}$/)
  expect(newCanary()).not.toBe(newCanary())
})
