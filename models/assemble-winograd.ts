import { keepOutput } from './assemble-graph'
import { bytesOf } from './assemble-weights'
import { type Attribute, type Constant, FLOAT, type Graph, INT64, type Node } from './onnx'

/*
[Note: fewer multiplications] A WebAssembly runtime multiplies as fast as its 128-bit vectors allow, so only fewer
multiplications make it faster. Winograd's minimal filtering F(4, 3) computes 4 outputs of a 3-tap filter with 6
multiplications in place of 12; in both directions a 3 x 3 convolution takes 36 in place of 144. The runtime has no such
kernel, but the three steps are convolutions themselves: B (6 taps, step 4) into the transformed domain, one pointwise
convolution per transformed place, A back. Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2016.
*/
const B = [
  [4, 0, -5, 0, 1, 0],
  [0, -4, -4, 1, 1, 0],
  [0, 4, -4, -1, 1, 0],
  [0, -2, -1, 2, 1, 0],
  [0, 2, -1, -2, 1, 0],
  [0, 4, 0, -5, 0, 1],
]
const G = [
  [1 / 4, 0, 0],
  [-1 / 6, -1 / 6, -1 / 6],
  [-1 / 6, 1 / 6, -1 / 6],
  [1 / 24, 1 / 12, 1 / 6],
  [1 / 24, -1 / 12, 1 / 6],
  [0, 0, 1],
]
const A = [
  [1, 1, 1, 1, 1, 0],
  [0, 1, -1, 2, -2, 0],
  [0, 1, 1, 4, 4, 0],
  [0, 1, -1, 8, -8, 1],
]
const kronecker = (a: number[][], b: number[][]): number[][] => a.flatMap((p) => b.map((q) => p.flatMap((x) => q.map((y) => x * y))))

/** How the three steps look in one direction (down) and in both. */
interface Method {
  /** Transformed places per tile, taps of the filter that are used up by the transform, outputs per tile. */
  readonly places: number
  readonly taps: number
  readonly outputs: number
  readonly into: number[][]
  readonly spread: number[][]
  readonly gather: number[][]
  /** The place that is 1 in every output: a bias is added to it alone. */
  readonly ones: number
}
const methods: Readonly<Record<'down' | 'both', Method>> = {
  down: { places: 6, taps: 3, outputs: 4, into: B, spread: G, gather: A, ones: 1 },
  both: { places: 36, taps: 9, outputs: 16, into: kronecker(B, B), spread: kronecker(G, G), gather: kronecker(A, A), ones: 7 },
}

/** `down`: weights take 2 x the room, 2 x fewer multiplications; `both`: 4 x and 4 x. */
export type Way = 'direct' | keyof typeof methods

/** A 3 x 3 convolution with a step of 1, an edge of 1 and a Relu after it. `side` is that of its output at the graph's own size. */
export interface Layer {
  readonly from: number
  readonly to: number
  readonly side: number
}
export interface Choice {
  readonly way: Way
  /** The picture is worked on in so many strips, one after the other, so that the transformed places need less room. */
  readonly strips: number
}

const floats = (name: string, dims: number[], values: number[]): Constant => ({
  name,
  dims,
  dataType: FLOAT,
  rawData: bytesOf(Float32Array.from(values)),
})
const wholes = (name: string, values: number[]): Constant => ({
  name,
  dims: [values.length],
  dataType: INT64,
  rawData: bytesOf(BigInt64Array.from(values, BigInt)),
})
const ints = (name: string, values: number[]): Attribute => ({ name, type: 7, ints: values })
const int = (name: string, i: number): Attribute => ({ name, type: 2, i })

/**
 * Computes each convolution the way that `choose` names. Needs the graph's `valueInfo` and rounded weights; the sides of
 * the strips must be multiples of 4. The sums differ from the direct ones by rounding of the last bits alone.
 */
export function withWinograd(graph: Graph, choose: (layer: Layer) => Choice): Graph {
  const maker = new Map(graph.node.flatMap((node) => node.output.map((output) => [output, node] as const)))
  const constant = new Map(graph.initializer.map((c) => [c.name ?? '', c]))
  const sides = new Map(graph.valueInfo.map((port) => [port.name, port.type.tensorType.shape.dim.at(-1)?.dimValue ?? 0]))
  const readers = new Map<string, Node[]>()
  for (const node of graph.node) for (const name of node.input) readers.set(name, [...(readers.get(name) ?? []), node])

  const shelf = new Shelf()
  const replaced = new Map<Node, Node[]>()
  for (const node of graph.node) {
    const [image = '', weight = '', bias = ''] = node.input
    const steps = constant.get(maker.get(weight)?.input[0] ?? '')
    const [relu, other] = readers.get(node.output[0] ?? '') ?? []
    if (!isPlain(node) || !steps || relu?.opType !== 'Relu' || other) continue
    const [to = 0, from = 0] = steps.dims
    const { way, strips } = choose({ from, to, side: sides.get(node.output[0] ?? '') ?? 0 })
    if (way === 'direct') continue
    const scales = maker.get(weight)?.input[1] ?? ''
    const layer = { name: weight, image, bias, steps, scales, result: relu.output[0] ?? '', from, to }
    replaced.set(node, convolve(layer, methods[way], strips, shelf))
    replaced.set(relu, [])
  }
  const node = graph.node.flatMap((n) => replaced.get(n) ?? [n])
  return keepOutput({ ...graph, node, initializer: [...graph.initializer, ...shelf.constants.values()] }, graph.output[0]?.name ?? '')
}

/** Constants that layers share, each kept once. */
class Shelf {
  readonly constants = new Map<string, Constant>()
  keep(constant: Constant): string {
    this.constants.set(constant.name ?? '', constant)
    return constant.name ?? ''
  }
  whole(...values: number[]): string {
    return this.keep(wholes(`whole ${values.join(' ')}`, values))
  }
}

interface Work {
  readonly name: string
  readonly image: string
  readonly bias: string
  readonly steps: Constant
  readonly scales: string
  readonly result: string
  readonly from: number
  readonly to: number
}

function convolve(work: Work, method: Method, strips: number, shelf: Shelf): Node[] {
  const { name, image, bias, steps, scales, result, from, to } = work
  const { places, taps, outputs, ones } = method
  const both = method === methods.both
  const rest = 9 / taps
  const nodes: Node[] = []
  const step = (opType: string, input: string[], output: string, attribute: Attribute[] = []): string => {
    nodes.push({ opType, input, output: [output], attribute })
    return output
  }
  // Weights and bias: folded when a session starts. Channels stand in for height and width, so that a pointwise
  // convolution over the taps spreads them over the places without a transposed copy.
  const held = shelf.keep({ ...steps, name: `${name}/taps`, dims: [1, taps, to, from * rest], rawData: tapsFirst(steps, taps) })
  const plain = step('DequantizeLinear', [held, scales], `${name}/plain`, [int('axis', 2)])
  const spread = shelf.keep(floats(`spread ${places}`, [places, taps, 1, 1], method.spread.flat()))
  const wide = step('Conv', [plain, spread], `${name}/wide`, [ints('kernel_shape', [1, 1])])
  const weights = step('Reshape', [wide, shelf.whole(places * to, from, 1, rest)], `${name}/weights`)
  const offset = step('Pad', [bias, shelf.whole(ones * to, (places - 1 - ones) * to)], `${name}/offset`)

  const into = shelf.keep(floats(`into ${places}`, [places, 1, 6, both ? 6 : 1], method.into.flat()))
  const gather = shelf.keep(floats(`gather ${places}`, [outputs, places, 1, 1], method.gather.flat()))
  const strip = (source: string, top: number, bottom: number, to_: string, at: (what: string) => string): string => {
    // Every channel by itself into the transformed domain, then its places outermost.
    const alone = step('Reshape', [source, shelf.whole(from, 1, 0, 0)], at('alone'))
    const pads = both ? [top, 1, bottom, 1] : [top, 0, bottom, 0]
    const placed = step('Conv', [alone, into], at('placed'), [
      ints('kernel_shape', [6, both ? 6 : 1]),
      ints('strides', [4, both ? 4 : 1]),
      ints('pads', pads),
    ])
    const turned = step('Transpose', [placed], at('turned'), [ints('perm', [1, 0, 2, 3])])
    const grouped = step('Reshape', [turned, shelf.whole(1, places * from, 0, 0)], at('grouped'))
    const edge = both ? 0 : 1
    const summed = step('Conv', [grouped, weights, offset], at('summed'), [
      ints('kernel_shape', [1, rest]),
      ints('pads', [0, edge, 0, edge]),
      int('group', places),
    ])
    const apart = step('Reshape', [summed, shelf.whole(1, places, -1, 0)], at('apart'))
    const relu = step('Relu', [step('Conv', [apart, gather], at('gathered'), [ints('kernel_shape', [1, 1])])], at('relu'))
    if (both) return step('DepthToSpace', [step('Reshape', [relu, shelf.whole(1, 16 * to, -1, 0)], at('deep'))], to_, [int('blocksize', 4)])
    const rows = step('Transpose', [step('Reshape', [relu, shelf.whole(4, to, -1, 0)], at('deep'))], at('rows'), [
      ints('perm', [1, 2, 0, 3]),
    ])
    return step('Reshape', [rows, shelf.whole(1, to, -1, 0)], to_)
  }
  if (strips === 1) {
    strip(image, 1, 1, result, (what) => `${name}/${what}`)
    return nodes
  }
  const height = step('Gather', [step('Shape', [image], `${name}/shape`), shelf.whole(2)], `${name}/height`)
  const row = (share: number, past: number) => {
    const at = `${name}/row ${share} ${past}`
    const whole = step('Div', [step('Mul', [height, shelf.whole(share)], `${at}/product`), shelf.whole(strips)], `${at}/share`)
    return step('Add', [whole, shelf.whole(past)], at)
  }
  const parts = Array.from({ length: strips }, (_, i) => {
    const at = (what: string) => `${name}/${i}/${what}`
    const [first, last] = [i === 0, i === strips - 1]
    const source = step('Slice', [image, first ? shelf.whole(0) : row(i, -1), row(i + 1, last ? 0 : 1), shelf.whole(2)], at('strip'))
    return strip(source, first ? 1 : 0, last ? 1 : 0, at('done'), at)
  })
  step('Concat', parts, result, [int('axis', 2)])
  return nodes
}

/** Reorders 8-bit weights from `to, from, 3, 3` to `taps, to, from, rest`: all 9 taps, or the 3 that lie above each other, outermost. */
function tapsFirst({ dims: [to = 0, from = 0], rawData }: Constant, taps: number): Uint8Array {
  const rest = 9 / taps
  const turned = new Uint8Array(rawData.length)
  for (let channel = 0; channel < to * from; channel++) {
    for (let tap = 0; tap < taps; tap++) {
      for (let i = 0; i < rest; i++) turned[(tap * to * from + channel) * rest + i] = rawData[channel * 9 + tap * rest + i] ?? 0
    }
  }
  return turned
}

function isPlain({ opType, attribute }: Node): boolean {
  if (opType !== 'Conv') return false
  const is = (name: string, wanted: number) => attribute.find((a) => a.name === name)?.ints?.every((v) => v === wanted) ?? false
  return (
    is('kernel_shape', 3) && is('strides', 1) && is('dilations', 1) && is('pads', 1) && attribute.find((a) => a.name === 'group')?.i === 1
  )
}
