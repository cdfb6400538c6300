import type { Ref } from 'react'

interface FileFieldProps {
  readonly ref: Ref<HTMLInputElement>
  readonly label: string
  /** As the `accept` attribute. */
  readonly accept: string
  readonly multiple?: boolean
  onFiles(files: readonly File[]): void
}

/** The files chosen in a field, which is emptied: choosing the same file again would be no change otherwise. */
export function takenFrom(input: HTMLInputElement): File[] {
  const files = [...(input.files ?? [])]
  input.value = ''
  return files
}

/** A file field that is not seen: a button of the screen's own clicks it. */
export function FileField({ ref, label, accept, multiple, onFiles }: FileFieldProps) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      multiple={multiple}
      accept={accept}
      aria-label={label}
      onChange={(event) => {
        const files = takenFrom(event.currentTarget)
        if (files.length > 0) onFiles(files)
      }}
    />
  )
}
