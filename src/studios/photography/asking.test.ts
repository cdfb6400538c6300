import { expect, it } from 'vitest'
import { asker } from './asking'

function bench() {
  const asked: { wish: string; hear: (picture: string, share: number) => void; end: (thrown?: unknown) => void }[] = []
  const [shown, stale, faults]: [string[], string[], unknown[]] = [[], [], []]
  const asking = asker<string, string>(
    (wish, hear) =>
      new Promise<void>((go, stop) => {
        asked.push({ wish, hear, end: (thrown) => (thrown === undefined ? go() : stop(thrown)) })
      }),
    { picture: (p) => shown.push(p), stale: (p) => stale.push(p), fault: (thrown) => faults.push(thrown) },
  )
  return { asking, asked, shown, stale, faults, wishes: () => asked.map(({ wish }) => wish) }
}

it('asks for the last of many wishes as soon as the first picture is there', () => {
  const { asking, asked, shown, stale, wishes } = bench()
  for (const wish of ['a', 'b', 'c', 'd']) asking.ask(wish)
  expect(wishes()).toEqual(['a'])
  asked[0]?.hear('a rough', 0.1)
  expect(wishes()).toEqual(['a', 'd'])
  asked[0]?.hear('a finer', 0.2)
  asked[1]?.hear('d rough', 0.1)
  expect(shown).toEqual(['a rough', 'd rough'])
  expect(stale).toEqual(['a finer'])
})

it('replaces a picture that still converges at once', () => {
  const { asking, asked, wishes } = bench()
  asking.ask('a')
  asked[0]?.hear('a rough', 0.1)
  asking.ask('b')
  expect(wishes()).toEqual(['a', 'b'])
})

it('goes on after a wish that failed, and tells of the failure', async () => {
  const { asking, asked, faults, wishes } = bench()
  asking.ask('a')
  asking.ask('b')
  asked[0]?.end('broken')
  await expect.poll(wishes).toEqual(['a', 'b'])
  expect(faults).toEqual(['broken'])
})

it('hears nothing once stopped, so that every late picture can be closed', () => {
  const { asking, asked, shown, stale } = bench()
  asking.ask('a')
  asking.stop()
  asked[0]?.hear('late', 1)
  expect([shown, stale]).toEqual([[], ['late']])
})
