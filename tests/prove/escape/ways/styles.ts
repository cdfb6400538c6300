import { type Escape, file, link } from '../escape'

const url = (ending: string) => `'url("' + ${file(ending)} + '")'`
const style = (text: string) => `document.head.appendChild(document.createElement('style')).textContent = ${text}`

/** What styles load. */
export const styles: readonly Escape[] = [
  { name: 'style', short: true, code: `document.body.style.backgroundImage = ${url('png')}` },
  { name: 'style element', code: style(`'body { background: ' + ${url('png')} + ' }'`) },
  { name: 'style that imports', code: style(`'@import ' + ${url('css')} + ';'`) },
  {
    name: 'font in a style',
    code: `${style(`'@font-face { font-family: zz; src: ' + ${url('woff2')} + ' } body { font-family: zz }'`)}; document.body.append('abc')`,
  },
  { name: 'font', short: true, code: `await new FontFace('zz', ${url('woff2')}).load()` },
  {
    name: 'mask and cursor',
    code: `document.body.style.maskImage = ${url('png')}; document.body.style.cursor = ${url('cur')} + ', auto'`,
  },
  {
    name: 'constructed stylesheet',
    code: `const sheet = new CSSStyleSheet()
      sheet.replaceSync('body { background: ' + ${url('png')} + ' }')
      document.adoptedStyleSheets = [sheet]`,
  },
  { name: 'stylesheet', code: link('stylesheet', file('css')) },
  { name: 'source map of a style', code: style(`'a { color: red } /*# sourceMappingURL=' + ${file('map')} + ' */'`) },
]
