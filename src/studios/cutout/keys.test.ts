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
    const none = new Set(['Space', 'Shift', 'Alt'])
    const typed: Record<string, string> = { Esc: 'Escape', '←': 'ArrowLeft', '→': 'ArrowRight', '↑': 'ArrowUp', '↓': 'ArrowDown', '−': '-' }
    for (const { keys, does, inHand } of SHORTCUTS) {
      for (const key of keys.filter((one) => !none.has(one))) {
        const [last = '', ctrl] = key.split(' ').reverse()
        const pressed = press(typed[last] ?? last, { ctrlKey: ctrl === 'Ctrl' })
        expect(commandOf(pressed, 'none', inHand ? 'brush' : 'move'), does).not.toBeNull()
        if (inHand) expect(commandOf(pressed, 'none', 'brush'), does).not.toEqual(commandOf(pressed, 'none', 'move'))
      }
    }
  })

  it('gives a tool in hand the arrows, brackets, Enter and Escape, and leaves a button its Enter', () => {
    expect(commandOf(press('ArrowLeft', { shiftKey: true }), 'none', 'brush')).toEqual({ do: 'aim', x: -40, y: 0 })
    expect(commandOf(press('ArrowDown', { altKey: true }), 'none', 'brush')).toEqual({ do: 'aim', x: 0, y: 1 })
    expect(commandOf(press('ArrowLeft'), 'arrows', 'brush')).toBeNull()
    expect(commandOf(press('Escape'), 'none', 'polygon')).toEqual({ do: 'stop' })
    expect(commandOf(press('Enter'), 'button', 'polygon')).toBeNull()
    expect(commandOf(press('PageDown'), 'none', 'polygon')).toEqual({ do: 'next' })
    expect(commandOf(press('e'), 'none', 'brush')).toEqual({ do: 'tool', to: 'eraser' })
  })

  it('has one meaning for each letter', () => {
    const letters = SHORTCUTS.filter(({ inHand }) => !inHand).flatMap(({ keys }) => keys.filter((key) => /^[A-Z]$/.test(key)))
    expect(new Set(letters).size).toBe(letters.length)
  })
})
