const found = import.meta.glob<string>('./pictures/*.webp', { eager: true, query: '?url', import: 'default' })

/** Address of a shipped scene's picture, of `SKETCH` size and without a product; null = it has none. `npm run scene-pictures` makes them. */
export const pictureOf = (id: string): string | null => found[`./pictures/${id}.webp`] ?? null
