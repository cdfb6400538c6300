import { describe, expect, it } from 'vitest'
import { commandOf, compares, SHORTCUTS } from './keys'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

describe('keys of the photography studio', () => {
  it('does what the list of shortcuts promises', () => {
    // These belong to the stage and the plan.
    const elsewhere = new Set(['C', '…', '←', '→', '↑', '↓'])
    const typed: Record<string, string> = { Esc: 'Escape', '−': '-' }
    for (const { keys, does } of SHORTCUTS) {
      for (const key of keys.filter((one) => !elsewhere.has(one))) {
        const [last = '', ctrl] = key.split(' ').reverse()
        expect(commandOf(press(typed[last] ?? last, { ctrlKey: ctrl === 'Ctrl' }), 'none'), does).not.toBeNull()
      }
    }
  })

  it('gives each part the digit of its place, and goes to the photos beside', () => {
    expect(commandOf(press('2'), 'none')).toEqual({ do: 'panel', to: 'light' })
    expect(commandOf(press('PageUp'), 'none')).toEqual({ do: 'previous' })
    expect(commandOf(press('PageUp'), 'arrows')).toBeNull()
    expect(commandOf(press('Backspace'), 'text')).toBeNull()
    expect(commandOf(press('X', { altKey: true }), 'none')).toBeNull()
  })

  it('compares while C is held, but copies with Ctrl and types it into a text', () => {
    expect(compares(press('C', { shiftKey: true }), 'button')).toBe(true)
    expect(compares(press('c', { ctrlKey: true }), 'none')).toBe(false)
    expect(compares(press('c'), 'text')).toBe(false)
  })
})
