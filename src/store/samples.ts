import { fail } from '../core/fault'

/** The photos that ship with the app, made by `tests/samples/make.mjs`. */
const names = ['ceramic-mug.jpg', 'amber-bottle.jpg', 'knitted-beanie.jpg', 'gold-watch.jpg', 'headphones.jpg', 'potted-plant.jpg']

/** The sample photos as files. Throws the fault `offline` when they cannot be had. */
export async function readSamples(): Promise<File[]> {
  return await Promise.all(
    names.map(async (name) => {
      const url = new URL(`${import.meta.env.BASE_URL}samples/${name}`, location.origin)
      const response = await fetch(url, { credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' }).catch(() => null)
      if (!response?.ok) fail('offline', 'The sample photos could not be loaded.', 'Connect once, or choose photos of your own.', true)
      return new File([await response.blob()], name, { type: 'image/jpeg' })
    }),
  )
}
