import type { Page } from '@playwright/test'

interface Watch {
  began: number
  /** Name on the card -> milliseconds from the drop until the card said “Done”. */
  done: Record<string, number>
  tasks: number[]
}
declare global {
  interface Window {
    watch: Watch
  }
}

/** Notes, inside the page, when files arrive, when each card says “Done”, and every task of the main thread over 50 ms. */
export async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.watch = { began: 0, done: {}, tasks: [] }
    document.addEventListener(
      'change',
      (event) => {
        if ((event.target as HTMLInputElement).type === 'file') Object.assign(window.watch, { began: performance.now(), done: {} })
      },
      true,
    )
    const look = () => {
      for (const card of document.querySelectorAll('[aria-label="Photos"] > li')) {
        const name = card.getAttribute('aria-label') ?? ''
        if (!(name in window.watch.done) && /Done/.test(card.textContent ?? ''))
          window.watch.done[name] = performance.now() - window.watch.began
      }
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
    new PerformanceObserver((list) => window.watch.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
      entryTypes: ['longtask'],
    })
  })
}

/** Resolves with the milliseconds from the drop to “Done” of each name. */
export async function doneTimes(page: Page, names: readonly string[], timeout: number): Promise<number[]> {
  await page.waitForFunction((wanted) => wanted.every((name) => name in window.watch.done), names, { timeout, polling: 200 })
  return await page.evaluate((wanted) => wanted.map((name) => window.watch.done[name] as number), names)
}

/** Durations of the main thread's tasks over 50 ms since the last call. */
export const longTasks = (page: Page): Promise<number[]> => page.evaluate(() => window.watch.tasks.splice(0))

/** Memory of the page and all its workers in bytes, as the browser itself measures it. */
export async function memory(page: Page): Promise<number> {
  return await page.evaluate(async () => {
    const { bytes } = await (
      performance as unknown as { measureUserAgentSpecificMemory(): Promise<{ bytes: number }> }
    ).measureUserAgentSpecificMemory()
    return bytes
  })
}
