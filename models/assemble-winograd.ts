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
/** Which of the six places, 1 there, is 1 in every output: a bias is added to it alone. */
const ONES = 1

const kronecker = (a: number[][], b: number[][]): number[][] => a.flatMap((p) => b.map((q) => p.flatMap((x) => q.map((y) => x * y))))

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

/** Down alone (6 places, any weights take 2 x the room) or in both directions (36 places, 4 x). */
export type Way = 'direct' | 'down' | 'both'

/** A 3 x 3 convolution with a step of 1, an edge of 1 and a Relu after it. `side` is that of its output at the graph's own size. */
export interface Layer {
  readonly from: number
  readonly to: number
  readonly side: number
}

/**
 * Computes each convolution the way that `choose` names. Needs `valueInfo` and weights in `initializer`; sides must then
 * be multiples of 4. The sums differ from the direct ones by rounding alone.
 */
export function withWinograd(graph: Graph, choose: (layer: Layer) => Way): Graph {
  const weights = new Map(graph.initializer.map((constant) => [constant.name ?? '', constant]))
  const sides = new Map(graph.valueInfo.map((port) => [port.name, port.type.tensorType.shape.dim.at(-1)?.dimValue ?? 0]))
  const readers = new Map<string, Node[]>()
  for (const node of graph.node) for (const name of node.input) readers.set(name, [...(readers.get(name) ?? []), node])

  const constants = new Map<string, Constant>()
  const keep = (constant: Constant): string => {
    constants.set(constant.name ?? '', constant)
    return constant.name ?? ''
  }
  const shape = (...dims: number[]) => keep(wholes(`shape ${dims.join(' ')}`, dims))
  const gone = new Set<Node>()
  const nodes = graph.node.flatMap((node): Node[] => {
    if (gone.has(node)) return []
    const [image = '', weight = '', bias = ''] = node.input
    const made = node.output[0] ?? ''
    const [to = 0, from = 0] = weights.get(weight)?.dims ?? []
    const [relu, other] = readers.get(made) ?? []
    if (!isPlain(node) || relu?.opType !== 'Relu' || other) return [node]
    const way = choose({ from, to, side: sides.get(made) ?? 0 })
    if (way === 'direct') return [node]
    gone.add(relu)
    const step = (opType: string, input: string[], name: string, attribute: Attribute[] = []): Node => ({
      opType,
      input,
      output: [`${made}/${name}`],
      attribute,
    })
    const at = (name: string) => `${made}/${name}`
    const places = way === 'both' ? 36 : 6
    const tap = way === 'both' ? 6 : 1
    const back = way === 'both' ? 16 : 4
    const into = keep(floats(`winograd/${way}/into`, [places, 1, 6, tap], (way === 'both' ? kronecker(B, B) : B).flat()))
    const spread = keep(floats(`winograd/${way}/spread`, [places, way === 'both' ? 9 : 3], (way === 'both' ? kronecker(G, G) : G).flat()))
    const gather = keep(floats(`winograd/${way}/gather`, [back, places, 1, 1], (way === 'both' ? kronecker(A, A) : A).flat()))
    const before = (way === 'both' ? ONES * 6 + ONES : ONES) * to
    const pads = keep(wholes(`${made}/room`, [before, (places - 1) * to - before]))
    const taps = way === 'both' ? 1 : 3
    return [
      // Weights: folded when a session starts.
      ...(way === 'both'
        ? [step('Reshape', [weight, shape(-1, 9)], 'w1'), step('Transpose', [at('w1')], 'w2', [ints('perm', [1, 0])])]
        : [step('Transpose', [weight], 'w1', [ints('perm', [2, 0, 1, 3])]), step('Reshape', [at('w1'), shape(3, -1)], 'w2')]),
      step('MatMul', [spread, at('w2')], 'w3'),
      step('Reshape', [at('w3'), shape(places * to, from, 1, taps)], 'w4'),
      step('Pad', [bias, pads], 'b'),
      // Pixels: every channel by itself into the transformed domain, its places outermost.
      step('Reshape', [image, shape(from, 1, 0, 0)], 'x1'),
      step('Conv', [at('x1'), into], 'x2', [
        ints('kernel_shape', [6, tap]),
        ints('strides', [4, way === 'both' ? 4 : 1]),
        ints('pads', way === 'both' ? [1, 1, 1, 1] : [1, 0, 1, 0]),
      ]),
      step('Transpose', [at('x2')], 'x3', [ints('perm', [1, 0, 2, 3])]),
      step('Reshape', [at('x3'), shape(1, places * from, 0, 0)], 'x4'),
      step('Conv', [at('x4'), at('w4'), at('b')], 'x5', [
        ints('kernel_shape', [1, taps]),
        ints('pads', [0, (taps - 1) / 2, 0, (taps - 1) / 2]),
        int('group', places),
      ]),
      step('Reshape', [at('x5'), shape(1, places, -1, 0)], 'x6'),
      step('Conv', [at('x6'), gather], 'x7', [ints('kernel_shape', [1, 1])]),
      step('Relu', [at('x7')], 'x8'),
      ...(way === 'both'
        ? [
            step('Reshape', [at('x8'), shape(1, 16 * to, -1, 0)], 'x9'),
            { opType: 'DepthToSpace', input: [at('x9')], output: relu.output, attribute: [int('blocksize', 4)] },
          ]
        : [
            step('Reshape', [at('x8'), shape(4, to, -1, 0)], 'x9'),
            step('Transpose', [at('x9')], 'x10', [ints('perm', [1, 2, 0, 3])]),
            { opType: 'Reshape', input: [at('x10'), shape(1, to, -1, 0)], output: relu.output, attribute: [] },
          ]),
    ]
  })
  return { ...graph, node: nodes, initializer: [...graph.initializer, ...constants.values()] }
}

function isPlain({ opType, attribute }: Node): boolean {
  if (opType !== 'Conv') return false
  const is = (name: string, wanted: number) => attribute.find((a) => a.name === name)?.ints?.every((v) => v === wanted) ?? false
  return (
    is('kernel_shape', 3) && is('strides', 1) && is('dilations', 1) && is('pads', 1) && attribute.find((a) => a.name === 'group')?.i === 1
  )
}
