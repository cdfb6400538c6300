import { type RefObject, useEffect, useState } from 'react'
import type { Client } from '../core/client'
import { useClient } from './context'

const seen = new WeakMap<Element, (near: boolean) => void>()
let observer: IntersectionObserver | null = null

/** Calls back when `element` comes within a screen of being visible, and when it leaves. */
function watch(element: Element, near: (near: boolean) => void): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const entry of entries) seen.get(entry.target)?.(entry.isIntersecting)
    },
    // The list scrolls inside the shell: `scrollMargin` widens that box, `rootMargin` alone would not.
    { rootMargin: '600px', scrollMargin: '600px' } as IntersectionObserverInit,
  )
  seen.set(element, near)
  observer.observe(element)
  return () => {
    seen.delete(element)
    observer?.unobserve(element)
  }
}

const waiting: { run: () => Promise<void>; live: () => boolean }[] = []
let inFlight = 0

function pump(): void {
  while (inFlight < 4) {
    const next = waiting.shift()
    if (!next) return
    if (!next.live()) continue
    inFlight++
    next.run().finally(() => {
      inFlight--
      pump()
    })
  }
}

/** At most four at a time, and none whose card has gone out of sight meanwhile. */
function load(client: Client, photo: string, live: () => boolean, give: (blob: Blob | null) => void): void {
  const run = async () => {
    try {
      const blob = await client.thumbnail(photo)
      if (live()) give(blob)
    } catch {
      if (live()) give(null)
    }
  }
  waiting.push({ run, live })
  pump()
}

/**
 * Address of the photo's thumbnail while its card is near the screen, else null. `version` names the stored thumbnail;
 * when it changes, the old picture stays until the new one is there. Addresses are given back as soon as they are not shown.
 */
export function useThumbnail(card: RefObject<Element | null>, photo: string, version: string | null): string | null {
  const client = useClient()
  const [near, setNear] = useState(false)
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => (card.current ? watch(card.current, setNear) : undefined), [card])
  useEffect(() => {
    if (!near || version === null) {
      setUrl(null)
      return
    }
    let live = true
    load(
      client,
      photo,
      () => live,
      (blob) => setUrl(blob ? URL.createObjectURL(blob) : null),
    )
    return () => {
      live = false
    }
  }, [client, photo, version, near])
  useEffect(() => (url ? () => URL.revokeObjectURL(url) : undefined), [url])
  return url
}
