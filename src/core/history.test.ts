import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { begin, canRedo, canUndo, commit, type History, redo, undo } from './history'

type Deed = { do: 'commit'; to: number } | { do: 'undo' } | { do: 'redo' }

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constant('commit' as const), to: fc.integer() }),
  fc.constant<Deed>({ do: 'undo' }),
  fc.constant<Deed>({ do: 'redo' }),
)

const apply = (history: History<number>, d: Deed) =>
  d.do === 'commit' ? commit(history, d.to) : d.do === 'undo' ? undo(history) : redo(history)

/** Freezes deeply, so that a function that writes into its argument throws. */
const frozen = <D>(history: History<D>): History<D> =>
  Object.freeze({ past: Object.freeze([...history.past]), present: history.present, future: Object.freeze([...history.future]) })

describe('history', () => {
  it('agrees with a list and a cursor, whatever is done', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(deed, { maxLength: 60 }), (first, deeds) => {
        let history = begin(first)
        let list = [first]
        let at = 0
        for (const d of deeds) {
          history = apply(frozen(history), d)
          if (d.do === 'commit' && d.to !== list[at]) {
            list = [...list.slice(0, at + 1), d.to]
            at++
          } else if (d.do === 'undo') at = Math.max(0, at - 1)
          else if (d.do === 'redo') at = Math.min(list.length - 1, at + 1)
          expect(history).toEqual({ past: list.slice(0, at), present: list[at], future: list.slice(at + 1) })
          expect(canUndo(history)).toBe(at > 0)
          expect(canRedo(history)).toBe(at < list.length - 1)
        }
      }),
    )
  })

  it('undoes every one of 10,000 commits and redoes them all', () => {
    let history = begin(0)
    for (let i = 1; i <= 10_000; i++) history = commit(history, i)
    for (let i = 9_999; i >= 0; i--) {
      history = undo(history)
      if (i % 1000 === 0) expect(history.present).toBe(i)
    }
    expect(undo(history)).toBe(history)
    for (let i = 0; i < 10_000; i++) history = redo(history)
    expect(history.present).toBe(10_000)
    expect(redo(history)).toBe(history)
  })

  it('does not add a step for the very same document', () => {
    const doc = { turn: 1 }
    const history = begin(doc)
    expect(commit(history, doc)).toBe(history)
    expect(canUndo(commit(history, { turn: 1 }))).toBe(true)
  })
})
