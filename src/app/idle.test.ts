import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type IdleWatch, watchIdle } from './idle'

const MINUTE = 60_000
let locked = 0
let busy = false
let told: number[] = []
let watch: IdleWatch

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 9) })
  locked = 0
  busy = false
  told = []
  watch = watchIdle({ minutes: 10, busy: () => busy, lock: () => locked++, tell: (last) => told.push(last) })
})
afterEach(() => {
  watch.end()
  vi.useRealTimers()
})

/** The computer sleeps: the clock goes on, no timer runs. */
const sleep = (ms: number) => vi.setSystemTime(Date.now() + ms)

describe('watchIdle', () => {
  it('locks after so many minutes without a hand', () => {
    vi.advanceTimersByTime(9.5 * MINUTE)
    expect(locked).toBe(0)
    vi.advanceTimersByTime(MINUTE)
    expect(locked).toBeGreaterThan(0)
  })

  it('begins anew with every hand', () => {
    for (let i = 0; i < 5; i++) {
      vi.advanceTimersByTime(9 * MINUTE)
      watch.hand()
    }
    expect(locked).toBe(0)
  })

  it('waits for a running batch, and counts from its end', () => {
    busy = true
    vi.advanceTimersByTime(60 * MINUTE)
    busy = false
    vi.advanceTimersByTime(9.5 * MINUTE)
    expect(locked).toBe(0)
    vi.advanceTimersByTime(MINUTE)
    expect(locked).toBeGreaterThan(0)
  })

  it('locks a computer that slept too long, although a hand woke it, and a batch was running', () => {
    busy = true
    vi.advanceTimersByTime(MINUTE)
    sleep(11 * MINUTE)
    watch.hand()
    watch.hand()
    vi.advanceTimersByTime(1000)
    expect(locked).toBe(1)
  })

  it('stays open after a short sleep', () => {
    vi.advanceTimersByTime(MINUTE)
    sleep(5 * MINUTE)
    watch.hand()
    vi.advanceTimersByTime(9 * MINUTE)
    expect(locked).toBe(0)
  })

  it('stays open while a hand is on another tab, also when its word comes late', () => {
    vi.advanceTimersByTime(9 * MINUTE)
    watch.heard(Date.now())
    vi.advanceTimersByTime(9 * MINUTE)
    expect(locked).toBe(0)
    sleep(11 * MINUTE)
    watch.hand()
    watch.heard(Date.now() - MINUTE)
    vi.advanceTimersByTime(1000)
    expect(locked).toBe(0)
  })

  it('does not take a word from the future', () => {
    watch.heard(Date.now() + 1000 * MINUTE)
    vi.advanceTimersByTime(11 * MINUTE)
    expect(locked).toBeGreaterThan(0)
  })

  it('tells the other tabs of a hand, but not of every move', () => {
    vi.advanceTimersByTime(6000)
    for (let i = 0; i < 100; i++) watch.hand()
    expect(told).toHaveLength(1)
  })

  it('locks when the browser puts the page to sleep, unless a batch runs or another tab is awake', () => {
    busy = true
    watch.freeze()
    expect(locked).toBe(0)
    busy = false
    watch.heard(Date.now())
    watch.freeze()
    expect(locked).toBe(0)
    vi.advanceTimersByTime(2 * MINUTE)
    watch.freeze()
    expect(locked).toBe(1)
  })

  it('does nothing after its end', () => {
    watch.end()
    vi.advanceTimersByTime(60 * MINUTE)
    expect(locked).toBe(0)
  })
})
