import { describe, expect, it } from 'vitest'
import { fromPage } from './traffic'

const load = (name: string, decodedBodySize = 1000, startTime = 0) => ({ name, decodedBodySize, startTime })
const HOME = 'https://vitrine.test'

describe('what the page alone can count', () => {
  it('counts loads and bytes, newest first, and nothing that stayed inside the browser', () => {
    const seen = fromPage(
      [load(`${HOME}/`, 5), load(`${HOME}/app.js`, 70, 9), load('blob:https://vitrine.test/1', 1e6), load('data:,x')],
      HOME,
      0,
    )
    expect(seen).toMatchObject({ by: 'page', sentBytes: 0, requests: 2, receivedBytes: 75, refused: 0 })
    expect(seen.last.map(({ path }) => path)).toEqual(['/app.js', '/'])
  })

  it('counts a query string as sent, and shows an address elsewhere in full', () => {
    const seen = fromPage([load(`${HOME}/app.js?abc=1`), load('https://elsewhere.test/pixel')], HOME, 0)
    expect(seen.sentBytes).toBe(5)
    expect(seen.last.map(({ path }) => path)).toEqual(['https://elsewhere.test/pixel', '/app.js?abc=1'])
  })
})
