import { type Attribute, encode, FLOAT, FLOAT16, type Node, type Port } from '../../models/onnx'

type Dim = number | string

/** What a small network is to be like. It finds what has a red between `lo` and `hi`, in the numbers that it is handed. */
export interface SmallNetwork {
  readonly lo: number
  readonly hi: number
  /** Px, or the names of the open dimensions: height and width. */
  readonly side?: number | readonly [string, string]
  /** Leaves the last step, the sigmoid, to whoever runs it. */
  readonly logits?: boolean
  /** A coarse half-size map before it, a blurred one behind it, as networks with side outputs have. */
  readonly company?: boolean
  /** Takes an image of this size on the way, so that it needs 12 bytes a pixel of it. */
  readonly memory?: number
  readonly half?: boolean
}

const node = (opType: string, input: string[], output: string, attribute: Attribute[] = []): Node => ({
  opType,
  input,
  output: [output],
  attribute,
})
const ints = (name: string, ...values: number[]): Attribute => ({ name, type: 7, ints: values })
const port = (name: string, dims: readonly Dim[], elemType = FLOAT): Port => ({
  name,
  type: { tensorType: { elemType, shape: { dim: dims.map((d) => (typeof d === 'number' ? { dimValue: d } : { dimParam: d })) } } },
})
const floats = (name: string, dims: number[], values: number[], half: boolean) => ({
  name,
  dims,
  dataType: half ? FLOAT16 : FLOAT,
  rawData: new Uint8Array(half ? new Uint16Array(values.map(halfOf)).buffer : Float32Array.from(values).buffer),
})

/** The bits of a half-precision number, for the few plain ones that are needed here (no rounding to nearest, no subnormals). */
function halfOf(value: number): number {
  if (value === 0) return 0
  const exponent = Math.floor(Math.log2(Math.abs(value)))
  const fraction = Math.floor((Math.abs(value) / 2 ** exponent - 1) * 1024)
  return (value < 0 ? 0x8000 : 0) | ((exponent + 15) << 10) | fraction
}

function graph(nodes: Node[], input: Port[], output: Port[], initializer: ReturnType<typeof floats>[] = []): Uint8Array<ArrayBuffer> {
  const file = encode({
    irVersion: 8,
    graph: { name: 'small', node: nodes, initializer, input, output, valueInfo: [] },
    opsetImport: [{ domain: '', version: 13 }],
  })
  return new Uint8Array(file)
}

/** How sharply it tells a red inside its band from one outside. */
const STEEP = 40

/** The bytes of a network of a few hundred bytes that cuts out by colour. */
export function network({ lo, hi, side = ['h', 'w'], logits = false, company = false, memory = 0, half = false }: SmallNetwork) {
  const [height, width]: readonly Dim[] = typeof side === 'number' ? [side, side] : side
  const type = half ? FLOAT16 : FLOAT
  const nodes = [node('Conv', ['x', 'w', 'b'], 'c'), node('ReduceMin', ['c'], 'm', [ints('axes', 1)])]
  const constants = [floats('w', [2, 3, 1, 1], [STEEP, 0, 0, -STEEP, 0, 0], half), floats('b', [2], [-STEEP * lo, STEEP * hi], half)]
  let last = 'm'
  if (memory) {
    const rawData = new Uint8Array(BigInt64Array.of(1n, 3n, BigInt(memory), BigInt(memory)).buffer)
    constants.push({ name: 'size', dims: [4], dataType: 7, rawData })
    nodes.push(node('ReduceMean', ['x'], 'point', [ints('axes', 1, 2, 3)]))
    nodes.push(node('Expand', ['point', 'size'], 'wide'), node('ReduceMax', ['wide'], 'high', [ints('axes', 1, 2, 3)]))
    nodes.push(node('Sub', ['high', 'point'], 'nothing'), node('Add', [last, 'nothing'], 'same'))
    last = 'same'
  }
  nodes.push(logits ? node('Identity', [last], 'y') : node('Sigmoid', [last], 'y'))
  const outputs = [port('y', [1, 1, height as Dim, width as Dim], type)]
  if (company) {
    nodes.push(node('AveragePool', ['y'], 'coarse', [ints('kernel_shape', 2, 2), ints('strides', 2, 2)]))
    nodes.push(node('AveragePool', ['y'], 'blurred', [ints('kernel_shape', 31, 31), ints('pads', 15, 15, 15, 15)]))
    outputs.unshift(port('coarse', [1, 1, 'h2', 'w2'], type), port('blurred', [1, 1, height as Dim, width as Dim], type))
  }
  return graph(nodes, [port('x', [1, 3, height as Dim, width as Dim], type)], outputs, constants)
}

/** Networks that are none that cut out. */
export const others = {
  twoInputs: () =>
    graph([node('Add', ['x', 'z'], 'y')], [port('x', [1, 3, 64, 64]), port('z', [1, 3, 64, 64])], [port('y', [1, 3, 64, 64])]),
  classifier: () =>
    graph([node('GlobalAveragePool', ['x'], 'p'), node('Flatten', ['p'], 'y')], [port('x', [1, 3, 224, 224])], [port('y', [1, 3])]),
  words: () => graph([node('Identity', ['x'], 'y')], [port('x', [1, 128])], [port('y', [1, 128])]),
  unknownOperator: () => graph([node('Wobble', ['x'], 'y')], [port('x', [1, 3, 64, 64])], [port('y', [1, 1, 64, 64])]),
  /** Its weights lie in a file `weights.bin`. */
  external: () =>
    Uint8Array.from(
      atob(
        'CAg6egoQCgF4CgJ3dBIBeSIEQ29udhIBZyopCAEIAwgBCAEQAUICd3RqFwoIbG9jYXRpb24SC3dlaWdodHMuYmlucAFaGwoBeBIWChQIARIQCgIIAQoCCAMKAggICgIICGIbCgF5EhYKFAgBEhAKAggBCgIIAQoCCAgKAggIQgQKABAR',
      ),
      (c) => c.charCodeAt(0),
    ),
}
