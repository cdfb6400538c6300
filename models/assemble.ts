import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freeSize, keepOutput, withoutCasts } from './assemble-graph'
import { withRoundedWeights } from './assemble-weights'
import { decode, encode } from './onnx'

/** A file of `@imgly/background-removal-data`, cut in chunks that are named by their SHA-256. */
interface Resource {
  readonly size: number
  readonly chunks: readonly { readonly hash: string; readonly offsets: readonly [number, number] }[]
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Puts a resource of the package in `folder` together. Throws unless every chunk and the whole are what they claim to be. */
export async function readResource(folder: string, name: string, expected: string): Promise<Uint8Array> {
  const resources = JSON.parse(await readFile(join(folder, 'resources.json'), 'utf8')) as Record<string, Resource>
  const resource = resources[name]
  if (!resource) throw new Error(`${folder} has no ${name}`)
  const whole = new Uint8Array(resource.size)
  for (const { hash, offsets } of resource.chunks) {
    const chunk = await readFile(join(folder, hash))
    if (chunk.length !== offsets[1] - offsets[0] || sha256(chunk) !== hash) throw new Error(`${name}: chunk ${hash} is damaged`)
    whole.set(chunk, offsets[0])
  }
  if (sha256(whole) !== expected) throw new Error(`${name} is not the file that the catalogue names`)
  return whole
}

/**
 * ISNet for the shelf, from the package's fp16 file: one output, float32 throughout, weights rounded to 8 bits per
 * output channel, any square size. The same input gives the same bytes.
 */
export function reduceIsnet(fp16: Uint8Array): Uint8Array {
  const { irVersion, opsetImport, graph } = decode(fp16)
  const reduced = withRoundedWeights(freeSize(withoutCasts(keepOutput(graph, 'output'))))
  const named = reduced.node.map(({ input, output, opType, attribute }) => ({
    input,
    output,
    opType,
    attribute: attribute.filter((a) => !idle.has(a.name)),
  }))
  return encode({ irVersion, opsetImport, producerName: 'vitrine', graph: { ...reduced, name: 'isnet', node: named } })
}

/** Attributes that say nothing here: the exporter wrote them for other modes of Resize. */
const idle = new Set(['cubic_coeff_a', 'nearest_mode'])
