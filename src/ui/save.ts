type PickFile = (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>
/** Where a browser has no dialog for it, files go to its downloads. */
const pickFile = () => (window as { showSaveFilePicker?: PickFile }).showSaveFilePicker?.bind(window)

/** Whether a place for a file can be chosen here. */
export const canSaveByDialog = (): boolean => pickFile() !== undefined

/** Where a file is to lie: one that the user chose, or null for the browser's downloads. */
export interface Place {
  readonly name: string
  readonly chosen: FileSystemFileHandle | null
}

/**
 * Asks where a file is to be saved; null when the dialog was closed. Browsers open it only at a click, so this comes before the
 * work that makes the file. A page in the sandbox (see `core/sandbox.ts`) can save in no other way.
 */
export async function choosePlace(name: string): Promise<Place | null> {
  const pick = pickFile()
  if (!pick) return { name, chosen: null }
  try {
    const chosen = await pick({ suggestedName: name })
    return { name: chosen.name, chosen }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}

/** Writes the file to its place. What lay there is replaced only once all of it is written. */
export async function putFile({ name, chosen }: Place, file: Blob): Promise<void> {
  if (chosen) await file.stream().pipeTo(await chosen.createWritable())
  else download(file, name)
}

/** Makes a file and writes it to its place. Throws what `make` throws, and leaves nothing there then. */
export async function saveTo<Made extends { readonly file: Blob }>(place: Place, make: () => Promise<Made>): Promise<Made> {
  try {
    const made = await make()
    await putFile(place, made.file)
    return made
  } catch (error) {
    // The dialog has put an empty file there.
    await (place.chosen as { remove?(): Promise<void> } | null)?.remove?.().catch(() => {})
    throw error
  }
}

/** Asks where to, makes the file and saves it there; null when the dialog was closed. Throws what `make` throws. */
export async function saveFile(name: string, make: () => Blob | Promise<Blob>): Promise<Place | null> {
  const place = await choosePlace(name)
  if (place) await saveTo(place, async () => ({ file: await make() }))
  return place
}

/** The address lives a minute, long enough for any browser to open it. */
function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
