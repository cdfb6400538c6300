import { readSums, sha256Of } from './built.mjs'

const AT_ONCE = 4
const PATIENCE = 120_000

const reasons = {
  ENOTFOUND: 'there is no such host: look at the spelling',
  EAI_AGAIN: 'the name could not be looked up: is this computer online?',
  ECONNREFUSED: 'nothing answers there: is the server running, is the port right?',
}

/** One GET as a browser without cookies makes it. A redirect is an answer here, not followed: it would be another file's bytes. */
async function get(url) {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
      headers: { 'cache-control': 'no-cache' },
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    return { status: response.status, headers: response.headers, bytes, sha256: sha256Of(bytes) }
  } catch (error) {
    const code = error.cause?.code
    const why =
      error.name === 'TimeoutError'
        ? `no whole answer within ${PATIENCE / 1000} s`
        : (reasons[code] ?? error.cause?.message ?? error.message)
    throw new Error(`${url} could not be fetched: ${why}.`)
  }
}

const isPage = (path, { bytes }) => !path.endsWith('.html') && /^\s*<(!doctype|html)/i.test(bytes.subarray(0, 200).toString('latin1'))

/** Why an answer is not the file that was asked for; null when it may be. */
function trouble(path, answer) {
  const { status, headers } = answer
  if (status >= 300 && status < 400)
    return `redirected to ${JSON.stringify(headers.get('location'))}: switch off what the host does with addresses (“pretty URLs”), or name that address`
  if (status === 404) return 'not found (404): upload it'
  if (status !== 200) return `answered ${status} instead of 200: look into the host’s log`
  return isPage(path, answer) ? 'HTML in place of the file: it is not there, and the host answers with a page instead' : null
}

async function servedSums(url) {
  const answer = await get(new URL('SHA256SUMS', url))
  const says = trouble('SHA256SUMS', answer)
  if (says) throw new Error(`${url.href}SHA256SUMS: ${says}. Is this the address of a Vitrine, and was all of dist uploaded?`)
  return readSums(answer.bytes.toString('utf8'), `${url.href}SHA256SUMS`)
}

/**
 * Everything in which the copy served at `url` (ending in a slash) is not `files` (SHA-256 by path) under `headers`; empty when
 * it is the same. Throws when there is nothing to compare with.
 */
export async function compare(url, files, headers) {
  const listed = await servedSums(url)
  const findings = []
  const absent = new Map()
  const find = (what, path, says) => findings.push({ what, path, says })
  const paths = ['', ...new Set([...files.keys(), ...listed.keys()])]
  let answers = 0

  const look = async (path) => {
    const name = path || 'index.html'
    const answer = await get(new URL(path.split('/').map(encodeURIComponent).join('/'), url))
    const shown = path || '(the page itself)'
    const expected = files.get(name)
    const says = trouble(name, answer)
    if (!expected)
      find('extra', shown, says ? `listed by the host, but ${says}` : `the host has it (${answer.sha256}), this source does not`)
    else if (says) find(answer.status === 404 ? 'missing' : 'differs', shown, says)
    else if (answer.sha256 !== expected) find('differs', shown, `served ${answer.sha256}, built ${expected}`)
    else if (path && listed.get(name) !== expected)
      find('list', shown, 'the file is the same, but the host’s SHA256SUMS names another hash or none: upload SHA256SUMS again')
    if (answer.status !== 200) return
    answers++
    for (const [header, value] of headers) {
      const got = answer.headers.get(header)
      if (got === value) continue
      const key = `${header}: ${got === null ? 'missing' : 'another value'}`
      absent.set(key, [...(absent.get(key) ?? []), shown])
    }
  }
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let path = paths.shift(); path !== undefined; path = paths.shift()) await look(path)
    }),
  )
  findings.sort((a, b) => (a.path < b.path ? -1 : 1))
  for (const [key, where] of absent) {
    const [header = '', says = ''] = key.split(': ')
    find('header', header, `${says} on ${where.length} of ${answers} answers, ${where.toSorted()[0]} among them`)
  }
  return findings
}
