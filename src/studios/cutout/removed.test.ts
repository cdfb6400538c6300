import { expect, it } from 'vitest'
import type { Photo } from '../../core/project'
import { countRemoved } from './removed'

const photo = (...what: string[]) => ({ facts: { personal: what.map((one) => ({ what: one, value: 'x' })) } }) as unknown as Photo

it('counts each kind of trace once for a photo', () => {
  const photos = [
    photo('GPS position', 'GPS altitude', 'Camera serial number'),
    photo('Camera owner', 'Device or program used', 'E-mail address'),
    photo(),
    { facts: null } as Photo,
  ]
  expect(countRemoved(photos)).toEqual({ photos: 2, what: '1 place, 1 serial number, 1 name, 1 way to reach you and 1 other trace' })
  expect(countRemoved([photo()])).toEqual({ photos: 0, what: '' })
})
