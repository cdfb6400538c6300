import { type RefObject, useCallback, useRef, useState } from 'react'
import type { Client, ExportProgress, ExportWish, Missing } from '../../core/client'
import { type Fault, faultOf } from '../../core/fault'
import { choosePlace, saveTo } from '../../ui/save'
import { unattended } from '../../ui/unattended'

/** How an export stands. */
export type Outcome =
  | { readonly at: 'idle' }
  | { readonly at: 'running'; readonly progress: ExportProgress | null; readonly stopping: boolean }
  | {
      readonly at: 'done'
      readonly files: number
      readonly bytes: number
      readonly where: string
      /** Certificates lie in a folder of it. */
      readonly certified: boolean
      readonly missing: readonly Missing[]
      /** Photos of which every file was made. */
      readonly whole: readonly string[]
      /** The files lie where they were to go; what a browser does with a download nobody can tell. */
      readonly sure: boolean
    }
  | { readonly at: 'cancelled'; readonly kept: number }
  | { readonly at: 'failed'; readonly fault: Fault }

export interface Export {
  readonly outcome: Outcome
  /** True from the click on, before anything is drawn. */
  readonly exporting: RefObject<boolean>
  /** Asks where the zip is to lie, first. */
  zip(wish: ExportWish, name: string): void
  folder(wish: ExportWish, folder: FileSystemDirectoryHandle): void
  cancel(): void
}

const wholeOf = ({ photos }: ExportWish, missing: readonly Missing[]) => photos.filter((id) => !missing.some(({ photo }) => photo === id))

/** Runs one export at a time and tells how it goes. */
export function useExport(client: Client): Export {
  const [outcome, setOutcome] = useState<Outcome>({ at: 'idle' })
  const exporting = useRef(false)
  const stopping = useRef(false)

  const run = useCallback((work: (hear: (progress: ExportProgress) => void) => Promise<Outcome>, kept: (done: number) => number) => {
    if (exporting.current) return
    exporting.current = true
    stopping.current = false
    let done = 0
    setOutcome({ at: 'running', progress: null, stopping: false })
    unattended(
      work((progress) => {
        done = progress.done
        if (exporting.current) setOutcome({ at: 'running', progress, stopping: stopping.current })
      }),
    )
      .catch(
        (thrown: unknown): Outcome => (stopping.current ? { at: 'cancelled', kept: kept(done) } : { at: 'failed', fault: faultOf(thrown) }),
      )
      .then((end) => {
        exporting.current = false
        setOutcome(stopping.current && end.at === 'done' ? { at: 'cancelled', kept: kept(done) } : end)
      })
  }, [])

  return {
    outcome,
    exporting,
    zip: useCallback(
      (wish, name) =>
        run(
          async (hear) => {
            const place = await choosePlace(name)
            if (!place) return { at: 'idle' }
            const { file, missing } = await saveTo(place, async () => {
              const zip = await client.exportZip(wish, hear)
              if (stopping.current) throw new Error('cancelled')
              return zip
            })
            const files = wish.photos.length * wish.channels.length - missing.filter(({ certificate }) => !certificate).length
            const whole = wholeOf(wish, missing)
            return {
              at: 'done',
              files,
              bytes: file.size,
              where: place.name,
              certified: wish.certificates,
              missing,
              whole,
              sure: place.chosen !== null,
            }
          },
          () => 0,
        ),
      [client, run],
    ),
    folder: useCallback(
      (wish, folder) =>
        run(
          async (hear) => {
            let bytes = 0
            const { written, missing } = await client.exportFolder(wish, folder, (progress) => {
              bytes = progress.bytes
              hear(progress)
            })
            const where = `the folder “${folder.name}”`
            const whole = wholeOf(wish, missing)
            return { at: 'done', files: written, bytes, where, certified: wish.certificates, missing, whole, sure: true }
          },
          (done) => done,
        ),
      [client, run],
    ),
    cancel: useCallback(() => {
      stopping.current = true
      setOutcome((was) => (was.at === 'running' ? { ...was, stopping: true } : was))
      void client.cancelExport()
    }, [client]),
  }
}
