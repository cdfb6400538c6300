import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { formatDay, formatPlural } from '../ui/format'
import { useClient } from './context'
import { freeName, isPicture } from './intake'
import { useStudio } from './store'
import { attempt, say } from './toasts'

/** Takes photos in: into `project`, or into a new one that is then opened. */
export interface Intake {
  readonly files: (files: readonly File[]) => Promise<void>
  /** A chosen folder: only its pictures. */
  readonly folder: (files: readonly File[]) => Promise<void>
  readonly samples: () => Promise<void>
}

export function useIntake(project: string | null): Intake {
  const client = useClient()
  const [, go] = useLocation()
  return useMemo(() => {
    const into = async (): Promise<string | null> => {
      if (project) return project
      const name = freeName(
        formatDay(new Date()),
        useStudio.getState().projects.map((other) => other.name),
      )
      const id = await attempt(client.createProject(name))
      if (id) go(`/project/${id}`)
      return id
    }
    const files = async (list: readonly File[]) => {
      if (list.length === 0) return
      const id = await into()
      if (!id) return
      // Only the page may ask for this, and now there is something to keep. A refusal changes nothing; This device shows it.
      void navigator.storage?.persist?.()
      await attempt(client.addFiles(id, list))
    }
    return {
      files,
      folder: async (list) => {
        const pictures = list.filter((file) => isPicture(file) && !file.name.startsWith('.'))
        const left = list.length - pictures.length
        if (pictures.length === 0) say({ tone: 'plain', text: 'There are no photos in this folder.' })
        else if (left > 0) say({ tone: 'plain', text: `${formatPlural(left, 'file')} of this folder left out: not photos.` })
        await files(pictures)
      },
      samples: async () => {
        const id = await into()
        if (id) await attempt(client.addSamples(id))
      },
    }
  }, [client, go, project])
}
