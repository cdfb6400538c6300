/** Node has no Web Locks; one process needs no more than the order of calls. */
export function oneLock(): void {
  let last: Promise<unknown> = Promise.resolve()
  Object.defineProperty(globalThis, 'navigator', {
    configurable: true,
    value: { locks: { request: (_: string, work: () => Promise<unknown>) => (last = last.then(work)) } },
  })
}
