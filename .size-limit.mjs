import { firstLoad } from './tests/rules/first-load.mjs'

export default [
  {
    name: 'scripts before the first screen is usable (page and conductor worker)',
    path: firstLoad(import.meta.dirname).map((path) => `dist/${path}`),
    gzip: true,
    limit: '250 kB',
  },
]
