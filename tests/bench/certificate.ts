import { expect } from '@playwright/test'
import type { Certificate } from '../../src/core/certificate'
import type { Studio } from '../support/studio'
import { type BenchPhoto, fresh } from './photos'

export interface Certifying {
  /** Making and measuring the files, then writing them into a zip; and the zip once more with certificates: ms a file. */
  readonly plain: number
  readonly certified: number
  readonly certificates: readonly Certificate[]
}

/** Exports photos for Etsy, first as they are, then with certificates. */
export async function certifying(desk: Studio, photos: readonly BenchPhoto[]): Promise<Certifying> {
  const files = photos.map((photo) => fresh(photo))
  await desk.add(files)
  await desk.done(
    files.map(({ name }) => name),
    600_000,
  )
  const all = await desk.photos.getByRole('listitem').count()
  const began = performance.now()
  const panel = await desk.export(['Etsy'])
  await expect(panel.getByText(`${all} measured`)).toBeVisible({ timeout: 600_000 })
  await desk.zip(panel)
  const plain = performance.now() - began
  await panel.getByRole('switch', { name: 'Add a fidelity certificate' }).check()
  const again = performance.now()
  const zipped = await desk.zip(panel)
  const certified = performance.now() - again
  const certificates = Object.entries(zipped)
    .filter(([name]) => name.endsWith('.json'))
    .map(([, bytes]) => JSON.parse(Buffer.from(bytes).toString()) as Certificate)
  return { plain: plain / all, certified: certified / all, certificates }
}
