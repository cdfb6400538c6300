import { FaultError } from '../src/core/fault'

/** What a seller can do about a network that does not run here. */
const ANOTHER = 'Ask whoever made it for a plain ONNX export (one file, standard operators), or choose another network.'

/** Words of the runtime, and what they mean. The first that fits counts. */
const meanings: readonly (readonly [words: RegExp, code: string, sentence: (found: RegExpExecArray) => string, remedy: string])[] = [
  [
    /external data|MountedFiles/i,
    'network-external',
    () => 'The network keeps its weights in a second file, which a browser cannot open along with it.',
    'Save it as one file: onnx.save_model(model, path, save_as_external_data=False).',
  ],
  [
    /No Op registered for (\S+)|:(\w+)\(-?\d+\) is not a registered|implementation for (\w+)|(?:operator|kernel)[^.]*?(\w+)[^.]*not (?:supported|implemented)/i,
    'network-operators',
    (found) => `The network uses an operator that this runtime does not have (${found.slice(1).find(Boolean)}).`,
    ANOTHER,
  ],
  [
    /guarantees\* support for models stamped|Unsupported model IR version|opset/i,
    'network-too-new',
    () => 'The network was written for a newer version of ONNX than this runtime reads.',
    'Export it again with opset 17.',
  ],
  [
    /bad_alloc|out of memory|\bOOM\b|allocat|too large|Integer overflow|Invalid (?:typed )?array (?:buffer )?length|out of bounds|Aborted\(|^\d+$/i,
    'network-memory',
    () => 'The network needs more memory than a browser has for it here.',
    'Close other tabs, or choose a smaller one (a “lite” or half-precision version).',
  ],
]

/** The fault for what the runtime threw when it opened or ran a network of the seller's own. Faults stay what they are. */
export function refusal(error: unknown): Error {
  const text = error instanceof Error ? error.message : String(error)
  if (error instanceof Error && text.startsWith('fault:')) return error
  for (const [words, code, sentence, remedy] of meanings) {
    const found = words.exec(text)
    if (found) return new FaultError({ code, sentence: sentence(found), remedy, retry: code === 'network-memory' })
  }
  const why = text.replace(/^.*ERROR_MESSAGE: |\/\S*\/|\s+/g, ' ').trim()
  return new FaultError({
    code: 'network-stopped',
    sentence: `The network could not be run here (${why.slice(0, 120)}).`,
    remedy: ANOTHER,
    retry: false,
  })
}

/** For bytes that the runtime could not read as a graph at all. Every ONNX file begins with its version (field 1, a varint). */
export function unreadable(bytes: Uint8Array): FaultError {
  return bytes[0] === 0x08
    ? new FaultError({
        code: 'network-damaged',
        sentence: `The network’s file is damaged or was not loaded to its end (${bytes.length.toLocaleString('en')} bytes are here).`,
        remedy: 'Download it again, compare its size with the original’s, and open that.',
        retry: false,
      })
    : new FaultError({
        code: 'not-a-network',
        sentence: 'This file is not an ONNX network.',
        remedy: 'Choose a file that ends in .onnx; PyTorch and TensorFlow files have to be exported to ONNX first.',
        retry: false,
      })
}

/** Whether the runtime's words say that it found no graph in the bytes. */
export const readNothing = (error: unknown): boolean => /protobuf parsing failed|No graph was found|ERROR_CODE: 7\b/i.test(String(error))
