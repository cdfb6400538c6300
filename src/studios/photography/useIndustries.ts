import { useEffect, useState } from 'react'
import { Scene } from '../../core/scene/document'

export interface Trade {
  readonly id: string
  readonly title: string
  readonly scenes: readonly {
    readonly id: string
    readonly title: string
    readonly says: string
    readonly scene: Scene
    /** Address of a picture of the empty set. */
    readonly picture: string | null
  }[]
}

let loaded: readonly Trade[] | null = null

/** The scenes that come with the studio, fetched from the app's own files when they are first asked for; null = on their way. */
export function useIndustries(): readonly Trade[] | null {
  const [industries, setIndustries] = useState(loaded)
  useEffect(() => {
    let here = true
    if (!loaded)
      void Promise.all([import('./scenes'), import('./scenes/pictures')]).then(([{ INDUSTRIES }, { pictureOf }]) => {
        loaded = INDUSTRIES.map(({ scenes, ...trade }) => ({
          ...trade,
          scenes: scenes.map(({ scene, ...one }) => ({ ...one, scene: Scene.parse(scene), picture: pictureOf(one.id) })),
        }))
        if (here) setIndustries(loaded)
      })
    return () => {
      here = false
    }
  }, [])
  return industries
}
