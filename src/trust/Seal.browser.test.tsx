import type { ReactNode } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import '../ui/style.css'
import './trust.css'
import { axeFindings } from '../../tests/fake/axe'
import { stage } from '../../tests/fake/stage'
import type { Way } from './escapes'
import { GetOut } from './GetOut'
import { type Finding, useOutcomes } from './level'
import { type Probes, probe } from './probes'
import { SealBadge } from './SealBadge'
import { Sealed } from './Sealed'

const here = stage()

const all = (finding: Finding): Probes => {
  const says = async () => finding
  return { policy: says, worker: says, isolated: says, allowlist: says, downloads: says, elsewhere: says, home: says }
}
const show = (section: ReactNode) =>
  here.show(
    <>
      <h1>Privacy</h1>
      {section}
    </>,
  )

afterEach(() => {
  vi.restoreAllMocks()
  useOutcomes.setState({ outcomes: null })
})

const region = page.getByRole('region', { name: 'What this browser refuses' })
const again = page.getByRole('button', { name: 'Probe again' })

it('asks aloud only when the button is pressed', async () => {
  const using = { ...all('closed'), elsewhere: vi.fn(all('closed').elsewhere), home: vi.fn(all('closed').home) }
  await probe({ aloud: false, using })
  show(<Sealed using={using} />)
  await expect.element(region.getByRole('status')).toHaveTextContent('Sealed')
  expect(region.getByText('Not asked').elements()).toHaveLength(2)
  expect(using.elsewhere).not.toHaveBeenCalled()
  expect(await axeFindings()).toEqual([])
  await again.click()
  await expect.element(region.getByText('Closed').nth(6)).toBeVisible()
  expect(using.home).toHaveBeenCalledOnce()
  // A later quiet round keeps what was found aloud.
  expect((await probe({ aloud: false, using })).home).toBe('closed')
  useOutcomes.setState({ outcomes: null })
  const slow = { ...using, allowlist: () => new Promise<Finding>((go) => setTimeout(() => go('closed'), 100)) }
  const [later] = await Promise.all([probe({ aloud: false, using: slow }), probe({ aloud: true, using })])
  expect(later.home).toBe('closed')
})

it.each<[string, Partial<Probes>, string, string]>([
  ['without the allowlist', { allowlist: async () => 'open' }, 'Guarded', 'The browser tried to.'],
  ['without the sandbox', { downloads: async () => 'open' }, 'Guarded', 'have to allow downloads'],
  ['without a service worker in charge', { worker: async () => 'open' }, 'Not sealed', 'Load the page again.'],
  ['where the policy lets a request pass', { home: async () => 'open' }, 'Not sealed', 'Not refused by the policy.'],
])('says the level and the reason %s', async (_where, some, label, words) => {
  show(<Sealed using={{ ...all('closed'), ...some }} />)
  await again.click()
  await expect.element(region.getByRole('status')).toHaveTextContent(label)
  await expect.element(region.getByText(words)).toBeVisible()
  expect(await axeFindings()).toEqual([])
})

it('looks again when the service worker takes charge, however late', async () => {
  useOutcomes.setState({ outcomes: await probe({ aloud: false, using: { ...all('closed'), worker: async () => 'open' } }) })
  show(<SealBadge />)
  await expect.element(page.getByText('Not sealed')).toBeVisible()
  vi.spyOn(navigator.serviceWorker, 'controller', 'get').mockReturnValue({} as ServiceWorker)
  navigator.serviceWorker.dispatchEvent(new Event('controllerchange'))
  await expect.poll(() => useOutcomes.getState().outcomes?.worker).toBe('closed')
})

const way = (name: string, take: Way['take'], goals: Way['goals'] = ['elsewhere', 'home']): Way => ({ name, take, goals })

it('tries every way, says what stopped each, and gives it as text', async () => {
  const canaries: string[] = []
  const trying = [
    way('one', async (_address, canary) => {
      canaries.push(canary)
      throw new Error('no')
    }),
    way('two', async () => 'missing', ['home']),
    way('three', async () => 'silent', ['elsewhere']),
    way('four', async () => 'answered', ['home']),
  ]
  show(<GetOut trying={trying} allowlist={async () => true} />)
  const section = page.getByRole('region', { name: 'Try to get out' })
  await expect.element(section).toBeVisible()
  expect(await axeFindings()).toEqual([])
  await page.getByRole('button', { name: 'Try to get out' }).click()
  const sum =
    'Tried 5, stopped 3: 2 by the connection allowlist, 1 because the browser has no such thing. Of 1 it could not be told from inside. 1 got out.'
  await expect.element(section.getByText(sum)).toBeVisible()
  expect([...here.place.querySelectorAll('tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
    ['one', 'The connection allowlist, by elimination', 'The connection allowlist, by elimination'],
    ['two', '–', 'The browser has no such thing'],
    ['three', 'Nothing seen: it could not be told from inside', '–'],
    ['four', '–', 'Got out: it was answered, or an answer was looked for'],
  ])
  expect(new Set(canaries).size).toBe(2)
  expect(await axeFindings()).toEqual([])
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  await page.getByRole('button', { name: 'Copy as text' }).click()
  expect(copied.mock.lastCall?.[0]).toContain(`${sum}\none, another host: The connection allowlist`)
  await expect.element(section.getByText('Copied')).toBeVisible()
})
