import { servedFiles } from '../../src/hosting/answer'
import { benchPhotos, fresh } from '../bench/photos'
import { openProfile } from '../support/browser'
import { openStudio } from '../support/fixtures'
import { inRepository } from '../support/shared'
import { serveBuilt } from '../support/site'
import { Studio } from '../support/studio'
import type { Figure } from './prove'

const PHOTOS = 20

/** Twenty photos are added, cut out and exported; then the host's own log is read. */
export async function session(): Promise<Figure[]> {
  const [site, profile] = [await serveBuilt(), await openProfile()]
  const page = profile.context.pages()[0] ?? (await profile.context.newPage())
  const desk = new Studio(page)
  await openStudio(page, site.origin)
  const photos = (await benchPhotos()).slice(0, PHOTOS).map((photo) => fresh(photo))
  await desk.add(photos.slice(0, 1))
  await desk.done([photos[0]?.name ?? ''], 300_000)
  await desk.readyOffline()
  await desk.chooseCare('Fast')
  const loaded = site.heard.length
  await desk.add(photos.slice(1))
  await desk.done(
    photos.map(({ name }) => name),
    600_000,
  )
  const files = await desk.zip(await desk.export(['Amazon main', 'Transparent PNG']))
  await profile.end()
  await site.close()
  const known = new Set(['/', '/sw.js', ...(await servedFiles(inRepository('dist'))).map((file) => `/${file}`)])
  const strange = site.heard.filter(({ url, method }) => method !== 'GET' || !known.has(url))
  const telling = site.heard.filter(({ bodyBytes, cookie, url }) => bodyBytes > 0 || cookie || url.includes('?'))
  for (const { method, url } of [...strange, ...telling].slice(0, 10)) console.log(`heard: ${method} ${url}`)
  const work = `${PHOTOS} photos added, cut out and exported as ${Object.keys(files).length} files`
  return [
    {
      what: `${work}: of the host’s ${site.heard.length} log lines those that are no GET of a file of the build, or carry a body, a query or a cookie`,
      figure: String(new Set([...strange, ...telling]).size),
      wanted: '0',
      met: strange.length + telling.length === 0,
    },
    {
      what: 'lines after the app and its models were loaded',
      figure: String(site.heard.length - loaded),
      wanted: '0',
      met: site.heard.length === loaded,
    },
  ]
}
