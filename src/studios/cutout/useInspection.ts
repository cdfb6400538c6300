import { type RefObject, useEffect, useRef, useState } from 'react'
import type { ChannelReport } from '../../core/channels'
import type { Client, ExportWish } from '../../core/client'
import { type Fault, faultOf } from '../../core/fault'

export interface Inspection {
  /** By photo, then channel. */
  readonly reports: ReadonlyMap<string, ChannelReport>
  readonly running: boolean
  readonly fault: Fault | null
}

export const reportKey = (photo: string, channel: string) => `${channel} ${photo}`

const NONE: Inspection = { reports: new Map(), running: false, fault: null }
/** Reports come by the thousand; the table follows at this pace. */
const PACE = 250
const CALM = 400

/**
 * Inspects the wish, anew a moment after it changed. While an export runs (`held`, and `exporting` from the very click on) there is
 * no inspection: the engine itself ends it for the export.
 */
export function useInspection(client: Client, wish: ExportWish | null, held: boolean, exporting: RefObject<boolean>): Inspection {
  const [inspection, setInspection] = useState(NONE)
  const inspected = useRef('')
  // The names of files have no part in what is inspected.
  const subject = wish ? JSON.stringify([wish.photos, wish.channels, wish.custom, wish.rights, wish.credentials]) : ''
  const latest = useRef(wish)
  useEffect(() => {
    latest.current = wish
  })

  useEffect(() => {
    if (held || subject === inspected.current) return
    if (subject === '') return setInspection(NONE)
    let over = false
    let begun = false
    let pending: number | undefined
    const reports = new Map<string, ChannelReport>()
    const show = (running: boolean, fault: Fault | null = null) => {
      window.clearTimeout(pending)
      pending = undefined
      if (!over) setInspection({ reports: new Map(reports), running, fault })
    }
    const start = window.setTimeout(() => {
      if (!latest.current) return
      begun = true
      client
        .inspectExport(latest.current, (report) => {
          if (over) return
          reports.set(reportKey(report.photo, report.channel), report)
          pending ??= window.setTimeout(() => show(true), PACE)
        })
        .then(
          () => {
            if (!over) inspected.current = subject
            show(false)
          },
          (thrown: unknown) => show(false, faultOf(thrown)),
        )
    }, CALM)
    setInspection({ reports, running: true, fault: null })
    return () => {
      over = true
      window.clearTimeout(start)
      window.clearTimeout(pending)
      if (begun && inspected.current !== subject && !exporting.current) void client.cancelExport()
    }
  }, [client, subject, held, exporting])

  return inspection
}
