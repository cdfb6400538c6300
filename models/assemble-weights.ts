import { type Constant, FLOAT, FLOAT16, type Graph, INT8, type Node } from './onnx'

/** The bytes of a typed array, little-endian as on every machine that runs Node. */
export const bytesOf = (numbers: Float32Array | Int8Array | BigInt64Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)

/** One IEEE 754 half as a number. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 31
  const fraction = bits & 1023
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}
const halves = Float32Array.from({ length: 65536 }, (_, bits) => half(bits))

/** The numbers of a float16 or float32 constant as float32. Throws on any other type. */
export function floatsOf(constant: Constant): Float32Array<ArrayBuffer> {
  const { rawData, dataType, name } = constant
  const view = new DataView(rawData.buffer, rawData.byteOffset, rawData.byteLength)
  if (dataType === FLOAT) return Float32Array.from({ length: rawData.length / 4 }, (_, i) => view.getFloat32(4 * i, true))
  if (dataType !== FLOAT16) throw new TypeError(`${name} is of type ${dataType}, not a float`)
  const floats = new Float32Array(rawData.length / 2)
  for (let i = 0; i < floats.length; i++) floats[i] = halves[view.getUint16(2 * i, true)] ?? Number.NaN
  return floats
}

/** Weights as whole numbers from -127 to 127 and one scale per output channel (the first dimension). */
export interface Rounded {
  readonly steps: Int8Array<ArrayBuffer>
  readonly scales: Float32Array<ArrayBuffer>
}

/** Rounds to 8 bits per output channel: the largest weight of each channel becomes ±127, so none is clipped. */
export function roundPerChannel(weights: Float32Array, channels: number): Rounded {
  const each = weights.length / channels
  const steps = new Int8Array(weights.length)
  const scales = new Float32Array(channels)
  for (let c = 0; c < channels; c++) {
    let largest = 0
    for (let i = c * each; i < (c + 1) * each; i++) largest = Math.max(largest, Math.abs(weights[i] ?? 0))
    const scale = Math.fround(largest / 127) || 1
    scales[c] = scale
    for (let i = c * each; i < (c + 1) * each; i++) steps[i] = Math.max(-127, Math.min(127, Math.round((weights[i] ?? 0) / scale)))
  }
  return { steps, scales }
}

/**
 * Turns every float16 constant to float32, and the convolution weights to 8 bits with a DequantizeLinear each, which
 * the runtime folds to float when a session starts: a fourth of the bytes to load, the same sums to compute.
 */
export function withRoundedWeights(graph: Graph): Graph {
  const constants: Constant[] = []
  const nodes: Node[] = []
  for (const constant of graph.initializer) {
    const { name = '', dims } = constant
    if (constant.dataType !== FLOAT16) {
      constants.push(constant)
    } else if (dims.length < 4) {
      constants.push({ name, dims, dataType: FLOAT, rawData: bytesOf(floatsOf(constant)) })
    } else {
      const channels = dims[0] ?? 1
      const { steps, scales } = roundPerChannel(floatsOf(constant), channels)
      constants.push({ name: `${name}/steps`, dims, dataType: INT8, rawData: bytesOf(steps) })
      constants.push({ name: `${name}/scales`, dims: [channels], dataType: FLOAT, rawData: bytesOf(scales) })
      nodes.push({
        opType: 'DequantizeLinear',
        input: [`${name}/steps`, `${name}/scales`],
        output: [name],
        attribute: [{ name: 'axis', type: 2, i: 0 }],
      })
    }
  }
  return { ...graph, node: [...nodes, ...graph.node], initializer: constants }
}
