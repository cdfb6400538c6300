import { type KeyboardEvent, memo, startTransition, useCallback, useEffect, useRef, useState } from 'react'
import { PhotoCard } from './PhotoCard'
import { moveTo, type Selection } from './selection'

interface PhotoGridProps {
  readonly project: string
  /** Ids in the order shown. */
  readonly shown: readonly string[]
  readonly selection: Selection
  readonly onPick: (id: string, how: 'toggle' | 'extend') => void
  readonly onAll: () => void
  /** Removes what is selected, or this photo when nothing is. Returns the ids that go. */
  readonly onRemove: (id: string) => readonly string[]
  readonly onRetry: (id: string) => void
}

/** Cards mounted at once: more would keep the page busy for longer than a blink. */
const CHUNK = 24
const whenIdle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 16))
const noLonger = globalThis.cancelIdleCallback ?? clearTimeout

/** How many of `count` cards are mounted: a screenful now, the others as the page finds time. */
function useGrowing(count: number): number {
  const [limit, setLimit] = useState(CHUNK * 2)
  useEffect(() => {
    if (limit >= count) return
    const idle = whenIdle(() => startTransition(() => setLimit((now) => now + CHUNK)), { timeout: 200 })
    return () => noLonger(idle)
  }, [limit, count])
  return Math.min(limit, count)
}

/** Where the Tab key enters the list, kept per project so that coming back from a photo finds its card again. */
const entered = new Map<string, string>()

/** The list of photos. One Tab stop; arrows move, Enter opens, Space selects, Delete removes, Ctrl+A selects all. */
export const PhotoGrid = memo(function PhotoGrid({ project, shown, selection, onPick, onAll, onRemove, onRetry }: PhotoGridProps) {
  const list = useRef<HTMLUListElement>(null)
  const limit = useGrowing(shown.length)
  const [wanted, setActive] = useState(() => entered.get(project) ?? null)
  const active = wanted !== null && shown.includes(wanted) ? wanted : (shown[0] ?? null)

  const focus = useCallback((id: string) => {
    const tile = list.current?.querySelector<HTMLElement>(`[data-photo="${CSS.escape(id)}"] > .photo__tile`)
    tile?.focus()
    tile?.scrollIntoView({ block: 'nearest' })
  }, [])

  useEffect(() => {
    const from = entered.get(project)
    if (from && document.activeElement === document.querySelector('main')) focus(from)
  }, [focus, project])

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    const id = target.closest<HTMLElement>('[data-photo]')?.dataset.photo
    if (!id || event.altKey) return
    const at = shown.indexOf(id)
    const onButton = target instanceof HTMLButtonElement
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') onAll()
    else if (event.ctrlKey || event.metaKey) return
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      // The selection shown here may lag behind the true one.
      const gone = onRemove(id)
      const next =
        shown.find((other, i) => i > at && !gone.includes(other)) ?? shown.findLast((other, i) => i < at && !gone.includes(other))
      if (next && gone.length > 0) {
        setActive(next)
        requestAnimationFrame(() => focus(next))
      }
    } else if (event.key === ' ' && target instanceof HTMLAnchorElement) onPick(id, event.shiftKey ? 'extend' : 'toggle')
    else {
      const columns = list.current ? getComputedStyle(list.current).gridTemplateColumns.split(' ').length : 1
      const to = onButton ? null : moveTo(event.key, at, limit, columns)
      const next = to === null ? undefined : shown[to]
      if (next === undefined) return
      setActive(next)
      focus(next)
      if (event.shiftKey) onPick(next, 'extend')
    }
    event.preventDefault()
  }

  return (
    <ul
      ref={list}
      className="photos"
      aria-label="Photos"
      data-choosing={selection.chosen.size > 0 || undefined}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const id = (event.target as HTMLElement).closest<HTMLElement>('[data-photo]')?.dataset.photo
        if (!id) return
        entered.set(project, id)
        setActive(id)
      }}
    >
      {shown.slice(0, limit).map((id) => (
        <PhotoCard
          key={id}
          id={id}
          project={project}
          chosen={selection.chosen.has(id)}
          active={id === active}
          onPick={onPick}
          onRetry={onRetry}
        />
      ))}
    </ul>
  )
})
