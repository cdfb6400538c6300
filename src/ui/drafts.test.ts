import { describe, expect, it } from 'vitest'
import { PhotoDoc } from '../core/project'
import { back, draftOf, edit, forth, hear, refused } from './drafts'

const plain = PhotoDoc.parse({})
const turn1 = { ...plain, turn: 1 as const }
const turn2 = { ...plain, turn: 2 as const }

describe('a draft', () => {
  it('keeps quick edits while older ones come back from the engine', () => {
    let draft = edit(edit(draftOf(plain), { turn: 1 }), { turn: 2 })
    draft = hear(draft, turn1)
    expect(draft.history.present).toEqual(turn2)
    draft = hear(draft, turn2)
    expect(draft.history.present).toEqual(turn2)
    expect(draft.history.past).toHaveLength(2)
    expect(draft.sent).toEqual([])
  })

  it('skips news the engine left out', () => {
    const draft = hear(edit(edit(draftOf(plain), { turn: 1 }), { turn: 2 }), turn2)
    expect(draft.sent).toEqual([])
    expect(draft.history.present).toEqual(turn2)
  })

  it('takes an edit made elsewhere as a step that can be undone', () => {
    const elsewhere = { ...plain, sku: 'MUG-1' }
    const draft = hear(draftOf(plain), elsewhere)
    expect(draft.history.present).toEqual(elsewhere)
    expect(back(draft).history.present).toEqual(plain)
  })

  it('undoes and redoes, and both are sent', () => {
    const done = edit(draftOf(plain), { sku: 'A' })
    const undone = back(done)
    expect(undone.history.present).toEqual(plain)
    expect(undone.sent).toHaveLength(2)
    expect(forth(undone).history.present.sku).toBe('A')
    expect(back(draftOf(plain)).sent).toHaveLength(0)
  })

  it('adds no step when nothing changes', () => {
    const draft = draftOf({ ...plain, backdrop: [1, 2, 3] })
    expect(edit(draft, { backdrop: [1, 2, 3] })).toBe(draft)
    expect(hear(draft, { ...plain, backdrop: [1, 2, 3] })).toBe(draft)
  })

  it('goes back to what the engine has when it refuses', () => {
    expect(refused(edit(draftOf(plain), { turn: 1 })).history.present).toEqual(plain)
  })
})
