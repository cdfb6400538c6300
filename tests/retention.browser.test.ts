import * as Comlink from 'comlink'
import { expect, it } from 'vitest'
import type { Client, News } from '../src/core/client'

const worker = new Worker(new URL('../workers/conductor.ts', import.meta.url), { type: 'module' })
const client = Comlink.wrap<Client>(worker) as unknown as Client

it('a project whose time is over goes by itself, is said to have gone, and leaves its line in the ledger; others stay', async () => {
  let projects: News['projects'] = []
  const notices: string[] = []
  await client.listen(
    Comlink.proxy((news: News) => {
      projects = news.projects ?? projects
      if (news.notice) notices.push(news.notice.sentence)
    }),
  )
  const [short, long] = [await client.createProject('Short'), await client.createProject('Long')]
  await client.pause(short)
  await client.addFiles(short, [new File(['no picture'], 'unreleased.jpg')])
  await client.changeProject(long, { retention: { hours: 1 } })
  await client.changeProject(short, { retention: { hours: 0 } })
  const ids = () => projects?.map(({ id }) => id)
  await expect.poll(ids).not.toContain(short)
  expect(ids()).toContain(long)
  expect(notices.join()).toContain('“Short” was deleted')
  const lines = (await client.ledger()).filter(({ body }) => body.project === short)
  expect(lines.at(-1)).toMatchObject({ did: 'delete', body: { photos: 1, bytes: 10, retention: 0 } })
  expect(JSON.stringify(lines)).not.toContain('unreleased')
  await client.changeProject(long, { originals: 'until-export' })
  expect((await client.ledger()).at(-1)).toMatchObject({ did: 'setting', body: { project: long, originals: 'until-export' } })
  await client.deleteProject(long)
  worker.terminate()
})
