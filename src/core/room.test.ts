import { expect, it } from 'vitest'
import { nearlyFull } from './room'

it('says so from 80 % on, and nothing before, or where the browser does not tell', () => {
  expect(nearlyFull({ usage: 7.99e9, quota: 10e9 })).toBeNull()
  expect(nearlyFull({ usage: 8e9, quota: 10e9 })?.sentence).toBe('Vitrine uses 8.0 GB of the 10.0 GB that the browser allows it.')
  expect(nearlyFull({})).toBeNull()
  expect(nearlyFull({ usage: 5 })).toBeNull()
})
