interface Axe {
  run(
    where: Document,
    wishes: { rules: Record<string, { enabled: boolean }> },
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}
const here = globalThis as { axe?: Axe }

/** axe as it came with `@axe-core/playwright`, which can only run it from outside of the page. */
function load(): Promise<unknown> {
  const script = document.createElement('script')
  script.src = '/node_modules/axe-core/axe.min.js'
  document.head.append(script)
  return new Promise((go, stop) => {
    script.onload = go
    script.onerror = () => stop(new Error('axe did not load'))
  })
}

/** What axe finds wrong with the page as it is shown now, a sentence each. */
export async function axeFindings(): Promise<string[]> {
  if (!here.axe) await load()
  // What still fades in has not its colours yet.
  const moving = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
  await Promise.allSettled(moving.map(({ finished }) => finished))
  if (!here.axe) throw new Error('axe did not start')
  const found = await here.axe.run(document, { rules: { region: { enabled: false } } })
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
