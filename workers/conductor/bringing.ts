import { FaultError, faultOf } from '../../src/core/fault'
import { sha256 } from '../../src/core/ledger'
import type { Photo } from '../../src/core/project'
import type { Hash } from '../../src/core/recipe'
import type { Cabinet } from '../../src/store/database'
import { deletePhotos, putFile } from '../../src/store/projects'
import { record } from './notary'

/** A file that the seller brings to a photo that is there. */
interface Brought<T> {
  /** What it is to the photo, in the ledger's words. */
  readonly what: 'matte' | 'plate' | 'depths' | 'model'
  /** Its media type in the store; absent = the file's own. */
  readonly type?: string
  /** Its bytes; throws the fault that says why they are not even read. */
  read(file: File): Promise<ArrayBuffer>
  /** Tries what was stored; throws the fault that says why it cannot be used. */
  tried(hash: Hash): Promise<T>
}

/** Stores a file beside a photo and tries it. Throws the fault that says why it cannot be used, with the file's name; then nothing is kept. */
export async function bring<T>(cabinet: Cabinet, { project, id }: Photo, file: File, { what, type, read, tried }: Brought<T>): Promise<T> {
  let hash: Hash | null = null
  try {
    const bytes = await read(file)
    hash = await sha256(bytes)
    await putFile(cabinet, project, { hash, blob: new Blob([bytes], { type: type ?? file.type }) })
    const made = await tried(hash)
    await record(cabinet, [{ did: 'import', body: { project, photo: id, [what]: hash, bytes: bytes.byteLength } }])
    return made
  } catch (error) {
    if (hash) await deletePhotos(cabinet, project, [], [hash])
    const fault = faultOf(error)
    throw new FaultError({ ...fault, sentence: `“${file.name}”: ${fault.sentence}` })
  }
}
