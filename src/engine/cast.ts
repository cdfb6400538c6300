import type { Photo } from '../core/project'
import { type Cast, companionsIn } from '../studios/photography/recipes'
import type { Workshop } from './make'

/** The photo, and those that its scene takes products from: of its own project, and with their originals still here. */
export async function castOf(shop: Pick<Workshop, 'photo'>, own: Photo): Promise<Cast> {
  const found = await Promise.all(companionsIn(own.doc).map((id) => shop.photo(id)))
  const here = found.filter((photo) => photo !== null).filter(({ project, state }) => project === own.project && state.at !== 'exported')
  return { own, companions: new Map(here.map((photo) => [photo.id, photo])) }
}
