import { type RefObject, useId, useState } from 'react'
import { heroOf, type Scene } from '../../core/scene/document'
import { read, type Understood } from '../../core/scene/words'
import type { Desk } from './desk'

interface WordsFieldProps {
  readonly desk: Desk
  readonly input: RefObject<HTMLInputElement | null>
}

/** A description of the picture, read here and turned into the set's own controls. */
export function WordsField({ desk, input }: WordsFieldProps) {
  const { scene, disabled } = desk
  const [text, setText] = useState('')
  const [said, setSaid] = useState<{ text: string; before: Scene; understood: Understood } | null>(null)
  const hints = useId()
  const say = () => {
    if (text.trim() === '' || disabled) return
    const understood = read(text, scene, desk.bodyOf(heroOf(scene)))
    setSaid({ text, before: scene, understood })
    if (understood.used.length > 0) desk.commit(understood.scene)
  }
  return (
    <form
      className="words"
      onSubmit={(event) => {
        event.preventDefault()
        say()
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setSaid(null)
      }}
    >
      <input
        ref={input}
        className="input words-input"
        aria-label="Say it in words"
        aria-describedby={hints}
        placeholder="Say it in words: on white marble, soft morning light from the left, 85 mm"
        value={text}
        maxLength={2000}
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        onChange={(event) => {
          setText(event.target.value)
          setSaid(null)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          if (said) setSaid(null)
          else event.currentTarget.blur()
        }}
      />
      <button type="submit" className="button" disabled={disabled || text.trim() === ''}>
        Set
      </button>
      <div id={hints} className="words-said" role="status" hidden={!said}>
        {said ? <Heard text={said.text} understood={said.understood} /> : null}
      </div>
    </form>
  )
}

/** Which words were used and what each did, and which said nothing. */
function Heard({ text, understood: { used, unused } }: { readonly text: string; readonly understood: Understood }) {
  const word = ({ from, to }: { from: number; to: number }) => text.slice(from, to).trim()
  const deaf = unused.map(word).filter(Boolean)
  return (
    <>
      {used.length === 0 ? (
        <p>None of these words sets anything here. Name a surface, a light and where it comes from, a lens, or props.</p>
      ) : (
        <dl className="words-used">
          {used.map((use) => (
            <div key={use.from}>
              <dt>{word(use)}</dt>
              <dd>{use.what}</dd>
            </div>
          ))}
        </dl>
      )}
      {deaf.length > 0 && used.length > 0 ? <p className="hint">Not understood: {deaf.map((one) => `“${one}”`).join(', ')}</p> : null}
    </>
  )
}
