/**
 * A way for hostile code to tell somebody something. `code` is the body of an async function in the page, in the app's own
 * worker or in its service worker; in scope are `target` (an origin), `token` (the secret) and `host` (a name that carries it).
 */
export interface Escape {
  readonly name: string
  readonly code: string
  /** Where it runs; the page unless said. */
  readonly where?: 'worker' | 'service worker'
  /** The ones that mean something against another host or our own (`home`) alone. */
  readonly only?: 'elsewhere' | 'home'
  /** Needs somebody who answers for names. */
  readonly names?: true
  /** Uses what all pages share (cookies, the queue of background fetches, the one window on top): tried while nothing else is. */
  readonly alone?: true
  /** One of the few that are tried each time the tests run. */
  readonly short?: true
}

// What the ways are written with: JavaScript expressions, to be put into `code`.

export const address = '(target + "/x?" + token)'
export const file = (ending: string) => `(target + "/x.${ending}?" + token)`
export const port = 'new URL(target).port'
export const named = '("http://" + host + ":" + new URL(target).port + "/")'
export const wait = (milliseconds: number) => `await new Promise((go) => setTimeout(go, ${milliseconds}))`
export const quietly = "{ mode: 'no-cors' }"

/** An element with properties, put into the body. */
export const element = (tag: string, properties = '{}') =>
  `Object.assign(document.body.appendChild(document.createElement('${tag}')), ${properties})`

/** A link in the head; `as` and the like are properties too. */
export const link = (rel: string, href: string, more = '') =>
  `document.head.append(Object.assign(document.createElement('link'), { rel: '${rel}', ${more} href: ${href} }))`

/** A script in the head with the text of a JavaScript expression. */
export const script = (type: string, text: string) =>
  `document.head.append(Object.assign(document.createElement('script'), { type: '${type}', textContent: ${text} }))`

export const markup = (html: string) => `document.body.insertAdjacentHTML('beforeend', \`${html}\`)`
export const blob = (text: string, type: string) => `URL.createObjectURL(new Blob([${text}], { type: '${type}' }))`
