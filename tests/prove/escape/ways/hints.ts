import { address, type Escape, element, file, link, script } from '../escape'

const speculate = (kind: string) =>
  script('speculationrules', `JSON.stringify({ ${kind}: [{ source: 'list', eagerness: 'immediate', urls: [${address}] }] })`)
/** A page has one icon and one manifest: the app's own make way. */
const instead = (rel: string) => `document.querySelectorAll('link[rel=${rel}]').forEach((old) => old.remove());`

/** What a page tells the browser that it may want later. */
export const hints: readonly Escape[] = [
  { name: 'prefetch', short: true, code: link('prefetch', address) },
  { name: 'preload of data', code: link('preload', address, `as: 'fetch', crossOrigin: '',`) },
  { name: 'preload of an image', code: link('preload', file('png'), `as: 'image',`) },
  { name: 'preload of a module', code: link('modulepreload', file('js')) },
  { name: 'prerender', code: link('prerender', address) },
  { name: 'icon', code: `${instead('icon')} ${link('icon', file('ico'))}` },
  { name: 'manifest', code: `${instead('manifest')} ${link('manifest', file('webmanifest'))}` },
  { name: 'dictionary', code: link('compression-dictionary', address) },
  { name: 'preconnect', short: true, only: 'elsewhere', code: link('preconnect', 'target') },
  { name: 'dns-prefetch', only: 'elsewhere', names: true, code: link('dns-prefetch', `'http://' + host`) },
  { name: 'preconnect, name of the host', only: 'elsewhere', names: true, code: link('preconnect', `'http://' + host`) },
  {
    name: 'link to hover over',
    only: 'elsewhere',
    names: true,
    code: `const a = ${element('a', `{ href: 'http://' + host + '/', textContent: 'x' }`)}
      for (const type of ['pointerenter', 'mouseover', 'pointerdown']) a.dispatchEvent(new MouseEvent(type, { bubbles: true }))`,
  },
  { name: 'speculative prefetch', code: speculate('prefetch') },
  { name: 'speculative prerender', code: speculate('prerender') },
]
