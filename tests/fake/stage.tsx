import type { ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach } from 'vitest'

interface Stage {
  show(node: ReactNode): void
  /** Where it is shown. */
  readonly place: HTMLElement
}

/** An element of the page for each test of a file, empty at its beginning and gone at its end. */
export function stage(tag: 'main' | 'div' = 'main', id = ''): Stage {
  let place: HTMLElement
  let root: Root
  beforeEach(() => {
    place = document.body.appendChild(document.createElement(tag))
    place.id = id
    root = createRoot(place)
  })
  afterEach(() => {
    root.unmount()
    place.remove()
  })
  return {
    show: (node) => root.render(node),
    get place() {
      return place
    },
  }
}
