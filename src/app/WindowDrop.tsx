import { useEffect, useState } from 'react'
import { filesOfDrop, namePasted } from './intake'
import type { Intake } from './useIntake'

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Takes files dropped on, or pasted into, any place of the window that has not taken them itself (`preventDefault`). `into` names where they will go. */
export function WindowDrop({ intake, into }: { readonly intake: Intake; readonly into: string }) {
  const [over, setOver] = useState(false)
  useEffect(() => {
    // Every element that is crossed says enter and leave: only their balance tells whether the window was left.
    let depth = 0
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth++
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const hold = (event: DragEvent) => {
      if (!carriesFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
    }
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event) || !event.dataTransfer) return
      depth = 0
      setOver(false)
      if (event.defaultPrevented) return
      event.preventDefault()
      void filesOfDrop(event.dataTransfer).then(intake.files)
    }
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0 || event.defaultPrevented) return
      event.preventDefault()
      void intake.files(files.map((file, n) => namePasted(file, new Date(), n)))
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', hold)
    window.addEventListener('drop', drop)
    document.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', hold)
      window.removeEventListener('drop', drop)
      document.removeEventListener('paste', paste)
    }
  }, [intake])
  if (!over) return null
  return (
    <div className="dropping" aria-hidden="true">
      <p className="dropping__words">Drop to add to {into}</p>
    </div>
  )
}
