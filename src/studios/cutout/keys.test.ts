import { describe, expect, it } from 'vitest'
import { commandOf, SHORTCUTS } from './keys'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
})

describe('keys of the editor', () => {
  it('undoes and redoes on Windows, Linux and the Mac', () => {
    expect(commandOf(press('z', { ctrlKey: true }), 'none')).toEqual({ do: 'undo' })
    expect(commandOf(press('Z', { metaKey: true, shiftKey: true }), 'none')).toEqual({ do: 'redo' })
    expect(commandOf(press('y', { ctrlKey: true }), 'none')).toEqual({ do: 'redo' })
  })

  it('leaves a text field all of its keys', () => {
    for (const key of ['z', '[', '1', 'Escape', 'ArrowLeft']) expect(commandOf(press(key, { ctrlKey: key === 'z' }), 'text')).toBeNull()
  })

  it('leaves arrow and page keys to a slider, not the rest', () => {
    expect(commandOf(press('ArrowLeft'), 'arrows')).toBeNull()
    expect(commandOf(press('PageDown'), 'arrows')).toBeNull()
    expect(commandOf(press(']'), 'arrows')).toEqual({ do: 'next' })
  })

  it('leaves the browser its own combinations', () => {
    for (const key of ['0', '+', '-', 'r', 'l']) expect(commandOf(press(key, { ctrlKey: true }), 'none')).toBeNull()
    expect(commandOf(press('ArrowLeft', { altKey: true }), 'none')).toBeNull()
  })

  it('does what the list of shortcuts promises', () => {
    const typed: Record<string, string> = { Esc: 'Escape', '←': 'ArrowLeft', '→': 'ArrowRight', '↑': 'ArrowUp', '↓': 'ArrowDown', '−': '-' }
    for (const key of SHORTCUTS.flatMap((line) => line.keys)) {
      if (key === 'Space') continue
      const [last = '', ctrl] = key.split(' ').reverse()
      expect(commandOf(press(typed[last] ?? last, { ctrlKey: ctrl === 'Ctrl' }), 'none'), key).not.toBeNull()
    }
  })
})
